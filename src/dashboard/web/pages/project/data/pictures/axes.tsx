// The two axes of a small picture: round numbers, thin lines, and what is counted in words.
import type { Frame } from './scale';

export interface AxesProps {
  readonly frame: Frame;
  readonly xTicks: readonly { readonly at: number; readonly text: string }[];
  readonly yTicks: readonly { readonly at: number; readonly text: string }[];
  readonly xTitle: string;
  readonly yTitle: string;
}

export function Axes({ frame, xTicks, yTicks, xTitle, yTitle }: AxesProps) {
  const { width, height, left, right, top, bottom } = frame;
  const floor = height - bottom;
  return (
    <g className="picture-axes">
      {yTicks.map(({ at, text }) => (
        <g key={`y${at}`}>
          <line x1={left} x2={width - right} y1={at} y2={at} />
          <text x={left - 8} y={at + 4} textAnchor="end">
            {text}
          </text>
        </g>
      ))}
      {xTicks.map(({ at, text }, index) => (
        <text
          key={`x${at}`}
          x={at}
          y={floor + 18}
          textAnchor={index === xTicks.length - 1 && at > width - right - 30 ? 'end' : 'middle'}
        >
          {text}
        </text>
      ))}
      <text className="picture-title" x={(left + width - right) / 2} y={height - 6} textAnchor="middle">
        {xTitle}
      </text>
      <text className="picture-title" x={4} y={top - 3}>
        {yTitle}
      </text>
    </g>
  );
}
