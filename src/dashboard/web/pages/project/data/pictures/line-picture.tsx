// A line over time or over size: measured points, what a fit says between and beyond them, an area where it accumulates.
import { Axes } from './axes';
import { between, frameOf, ticksOf } from './scale';
import { useWidth } from './use-width';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface LinePictureProps {
  readonly points: readonly Point[];
  /** Drawn dashed. */
  readonly fit?: readonly Point[];
  /** Wanted level, drawn across. */
  readonly level?: { readonly at: number; readonly text: string };
  readonly isArea?: boolean;
  readonly hasDots?: boolean;
  readonly yFrom?: number;
  readonly xTicks: readonly { readonly at: number; readonly text: string }[];
  readonly yText: (value: number) => string;
  readonly xTitle: string;
  readonly yTitle: string;
  /** The same in a sentence: shown below, and read out. */
  readonly said: string;
}

const height = 240;

export function LinePicture(props: LinePictureProps) {
  const [ref, width] = useWidth<HTMLElement>();
  return (
    <figure className="picture" ref={ref}>
      {width > 0 && props.points.length > 0 && <Lines {...props} width={width} />}
      <figcaption>{props.said}</figcaption>
    </figure>
  );
}

function rangeOf({ points, fit = [], level, yFrom }: LinePictureProps) {
  const all = [...points, ...fit];
  const ys = [...all.map(({ y }) => y), ...(level === undefined ? [] : [level.at])];
  const low = yFrom ?? Math.min(...ys);
  const high = Math.max(...ys);
  const xs = all.map(({ x }) => x);
  return { x: [Math.min(...xs), Math.max(...xs)] as const, y: [low, high > low ? high : low + 1] as const };
}

function pathOf(points: readonly Point[], x: (value: number) => number, y: (value: number) => number): string {
  return points.map((point, at) => `${at === 0 ? 'M' : 'L'}${x(point.x).toFixed(1)} ${y(point.y).toFixed(1)}`).join('');
}

function Lines(props: LinePictureProps & { readonly width: number }) {
  const { points, fit = [], level, isArea = false, hasDots = false, xTicks, yText, width } = props;
  const frame = frameOf(width, height);
  const range = rangeOf(props);
  const floor = height - frame.bottom;
  const x = between(range.x, [frame.left + 4, width - frame.right - 4]);
  const y = between(range.y, [floor, frame.top + 8]);
  const line = pathOf(points, x, y);
  const ends = [x(points[0]?.x ?? 0), x(points.at(-1)?.x ?? 0)] as const;
  return (
    <svg width={width} height={height} role="img" aria-label={props.said}>
      <Axes
        frame={frame}
        xTicks={xTicks.map(({ at, text }) => ({ at: x(at), text }))}
        yTicks={ticksOf(range.y[0], range.y[1], 4).map((at) => ({ at: y(at), text: yText(at) }))}
        xTitle={props.xTitle}
        yTitle={props.yTitle}
      />
      {isArea && <path className="picture-area" d={`${line}L${ends[1]} ${floor}L${ends[0]} ${floor}Z`} />}
      <path className="picture-line" d={line} />
      {fit.length > 0 && <path className="picture-line" data-kind="fit" d={pathOf(fit, x, y)} />}
      {hasDots &&
        points.map((point) => <circle key={point.x} className="picture-dot" cx={x(point.x)} cy={y(point.y)} r={4} />)}
      {level !== undefined && (
        <g className="picture-level">
          <line x1={frame.left} x2={width - frame.right} y1={y(level.at)} y2={y(level.at)} />
          <text x={width - frame.right} y={y(level.at) + 15} textAnchor="end">
            {level.text}
          </text>
        </g>
      )}
    </svg>
  );
}
