// How long the rows are, against what the model reads at once: whatever stands right of the line is cut or left out.
import type { Schemas } from '../../../../api/client';
import { counted, number } from '../data-words';
import { Axes } from './axes';
import { between, frameOf, shortNumber, ticksOf } from './scale';
import { useWidth } from './use-width';

type Lengths = Schemas['LengthsResponse'];

export interface LengthHistogramProps {
  readonly lengths: Lengths;
  readonly unit: string;
  /** What the model and its recipe read; null: not known. */
  readonly limit: number | null;
}

const height = 230;

export function LengthHistogram({ lengths, unit, limit }: LengthHistogramProps) {
  const [ref, width] = useWidth<HTMLElement>();
  const { bars, rows, p50, p95, p99, max } = lengths;
  const said = `${counted(rows, 'row')}: half are no longer than ${number(Math.round(p50))} ${unit}, 95 % no longer than ${number(Math.round(p95))}, 99 % no longer than ${number(Math.round(p99))}, the longest has ${number(max)}.`;
  const limitSaid = limit === null ? '' : ` The model reads ${number(limit)} ${unit}.`;
  return (
    <figure className="picture" ref={ref}>
      {width > 0 && bars.length > 0 && (
        <Histogram bars={bars} unit={unit} limit={limit} width={width} label={said + limitSaid} />
      )}
      <figcaption>
        {said}
        {limitSaid}
      </figcaption>
    </figure>
  );
}

interface HistogramProps extends Pick<LengthHistogramProps, 'unit' | 'limit'> {
  readonly bars: Lengths['bars'];
  readonly width: number;
  readonly label: string;
}

function Histogram({ bars, unit, limit, width, label }: HistogramProps) {
  const frame = frameOf(width, height);
  // The last bar gathers all that is longer: it is drawn as wide as the others, or its few rows would look like many.
  const step = bars[0]?.upTo ?? 1;
  const endOf = (at: number) => Math.min(bars[at]?.upTo ?? 0, (bars[at - 1]?.upTo ?? 0) + step);
  const last = endOf(bars.length - 1);
  // A limit far beyond all rows would press them into the first pixels: then it is said, and not drawn.
  const isNear = limit !== null && limit <= last * 2.5;
  const high = isNear ? Math.max(last, limit * 1.05) : last;
  const most = Math.max(1, ...bars.map((bar) => bar.rows));
  const x = between([0, high], [frame.left, width - frame.right]);
  const y = between([0, most], [height - frame.bottom, frame.top + 6]);
  return (
    <svg width={width} height={height} role="img" aria-label={label}>
      <Axes
        frame={frame}
        xTicks={ticksOf(0, high, width < 500 ? 4 : 8).map((at) => ({ at: x(at), text: shortNumber(at) }))}
        yTicks={ticksOf(0, most, 4).map((at) => ({ at: y(at), text: shortNumber(at) }))}
        xTitle={unit}
        yTitle="rows"
      />
      {bars.map((bar, index) => {
        const low = bars[index - 1]?.upTo ?? 0;
        const from = x(low);
        const isOver = limit !== null && bar.upTo > limit;
        return (
          <rect
            key={bar.upTo}
            className="picture-bar"
            data-tone={isOver ? 'bad' : 'accent'}
            x={from + 0.75}
            width={Math.max(1, x(endOf(index)) - from - 1.5)}
            y={y(bar.rows)}
            height={height - frame.bottom - y(bar.rows)}
          >
            <title>{`${number(low)} to ${number(bar.upTo)} ${unit}: ${counted(bar.rows, 'row')}`}</title>
          </rect>
        );
      })}
      {isNear && <LimitLine at={x(limit)} text={`reads ${number(limit)}`} floor={height - frame.bottom} />}
    </svg>
  );
}

function LimitLine({ at, text, floor }: { readonly at: number; readonly text: string; readonly floor: number }) {
  return (
    <g className="picture-limit">
      <line x1={at} x2={at} y1={10} y2={floor} />
      <text x={at - 6} y={22} textAnchor="end">
        {text}
      </text>
    </g>
  );
}
