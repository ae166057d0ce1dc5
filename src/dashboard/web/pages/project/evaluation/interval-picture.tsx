// The difference with its interval against the margin: what decides is where the left end lies.
import { points } from '../../../pieces/numbers';
import type { Comparison } from './use-evaluations';

const width = 420;
const height = 132;
const padding = 28;
const axisY = 84;
const lineY = 46;
const ticksWanted = 5;

function niceStep(span: number): number {
  const rough = span / ticksWanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].find((one) => one * power >= rough) ?? 10;
  return step * power;
}

export function IntervalPicture({ comparison }: { readonly comparison: Comparison }) {
  const { difference, differenceLow: low, differenceHigh: high, margin, confidence } = comparison;
  if (difference === null || low === null || high === null) {
    return <p className="muted">Without pairs there is no difference to show.</p>;
  }
  const from = Math.min(low, -margin) - 0.01;
  const to = Math.max(high, 0) + 0.01;
  const x = (value: number) => padding + ((value - from) / (to - from)) * (width - 2 * padding);
  const step = niceStep(to - from);
  const first = Math.ceil(from / step);
  const ticks = Array.from({ length: Math.floor(to / step) - first + 1 }, (_, at) => (first + at) * step);
  const percentOf = confidence === null ? '' : `${Math.round(confidence * 100)} % `;
  const text = `The candidate is ${points(difference)} from the incumbent; ${percentOf}interval from ${points(low)} to ${points(high)}; the margin is ${points(-margin)}.`;
  return (
    <figure className="stack-s">
      <svg viewBox={`0 0 ${width} ${height}`} className="interval-picture" role="img" aria-label={text}>
        <rect x={padding} y="14" width={x(-margin) - padding} height={axisY - 14} className="interval-worse" />
        <line x1={padding} x2={width - padding} y1={axisY} y2={axisY} className="interval-axis" />
        {ticks.map((tick) => (
          <g key={tick}>
            <line x1={x(tick)} x2={x(tick)} y1={axisY} y2={axisY + 5} className="interval-axis" />
            <text x={x(tick)} y={axisY + 19} textAnchor="middle">
              {(tick * 100).toFixed(step < 0.01 ? 1 : 0)}
            </text>
          </g>
        ))}
        <text x={width / 2} y={height - 8} textAnchor="middle">
          points of accuracy, candidate minus incumbent
        </text>
        <line x1={x(0)} x2={x(0)} y1="14" y2={axisY} className="interval-zero" />
        <line x1={x(-margin)} x2={x(-margin)} y1="14" y2={axisY} className="interval-margin" />
        <text x={x(-margin) + 5} y="24" className="interval-margin-text">
          margin
        </text>
        <line x1={x(low)} x2={x(high)} y1={lineY} y2={lineY} className="interval-line" />
        <line x1={x(low)} x2={x(low)} y1={lineY - 8} y2={lineY + 8} className="interval-line" />
        <line x1={x(high)} x2={x(high)} y1={lineY - 8} y2={lineY + 8} className="interval-line" />
        <circle cx={x(difference)} cy={lineY} r="6" className="interval-point" />
      </svg>
      <figcaption className="faint">{text}</figcaption>
    </figure>
  );
}
