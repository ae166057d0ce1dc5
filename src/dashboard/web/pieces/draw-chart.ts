import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import type { LineChartProps } from './line-chart';

export type Drawing = Omit<LineChartProps, 'title'> & {
  readonly heightPx: number;
  readonly form: 'lines' | 'steps';
};

const rightPx = 24;
const clock = new Intl.DateTimeFormat('en', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});
const hours = new Intl.DateTimeFormat('en', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const days = new Intl.DateTimeFormat('en', { month: 'short', day: 'numeric', timeZone: 'UTC' });
const months = new Intl.DateTimeFormat('en', { month: 'short', year: 'numeric', timeZone: 'UTC' });
const fine = new Intl.NumberFormat('en', { maximumSignificantDigits: 4 });
const dayS = 86_400;
const yearS = 365 * dayS;
const shortS = 900;

/** By how long the whole picture is: a narrow one may have a single mark, which tells nothing of that. */
export function timesInWords(splits: readonly number[], times: readonly number[]): string[] {
  const span = (times.at(-1) ?? 0) - (times[0] ?? 0);
  const isDaily = times.every((time) => time % dayS === 0);
  const format = span > yearS ? months : isDaily || span > 2 * dayS ? days : span < shortS ? clock : hours;
  return splits.map((split) => (isDaily && split % dayS !== 0 ? '' : format.format(split * 1000)));
}

/** From zero to a little above the most; below zero where values are. */
export function rangeOf(least: number | null, most: number | null): [number, number] {
  const [low, high] = [Math.min(0, least ?? 0), Math.max(0, most ?? 0)];
  if (low === high) {
    return [0, 1];
  }
  const room = (high - low) * 0.08;
  return [low < 0 ? low - room : 0, high > 0 ? high + room : 0];
}

function colour(name: string): string {
  // The tokens are light-dark() pairs, which a canvas does not know: a probe has them resolved.
  const probe = document.createElement('span');
  probe.style.color = `var(${name})`;
  document.body.append(probe);
  const resolved = getComputedStyle(probe).color;
  probe.remove();
  return resolved;
}

/** Draws into the element and follows its width and the colour scheme; returns what takes it away. */
export function drawChart(element: HTMLElement, { times, series, heightPx, form }: Drawing): () => void {
  let plot: uPlot | null = null;
  const draw = () => {
    plot?.destroy();
    const axis = { stroke: colour('--ink-3'), grid: { stroke: colour('--line'), width: 1 }, ticks: { show: false } };
    const steps = uPlot.paths.stepped?.({ align: 1 });
    plot = new uPlot(
      {
        width: element.clientWidth,
        height: heightPx,
        legend: { show: false },
        cursor: { show: false },
        axes: [
          { ...axis, space: 80, size: 32, values: (_, splits) => timesInWords(splits, times) },
          { ...axis, size: 52, values: (_, splits) => splits.map((split) => fine.format(split).replace('-', '−')) },
        ],
        padding: [null, rightPx, null, null],
        scales: { y: { range: (_, least, most) => rangeOf(least, most) } },
        series: [
          {},
          ...series.map(
            (one): uPlot.Series => ({
              label: one.label,
              stroke: colour(one.colour),
              width: 2,
              spanGaps: form === 'lines',
              points: { show: times.length < 3, size: 6 },
              ...(form === 'steps' && steps !== undefined ? { paths: steps } : {}),
            }),
          ),
        ],
      },
      [[...times], ...series.map((one) => [...one.values])] as uPlot.AlignedData,
      element,
    );
  };
  draw();
  const resized = new ResizeObserver(() => plot?.setSize({ width: element.clientWidth, height: heightPx }));
  resized.observe(element);
  const scheme = matchMedia('(prefers-color-scheme: dark)');
  scheme.addEventListener('change', draw);
  const themed = new MutationObserver(draw);
  themed.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => {
    resized.disconnect();
    themed.disconnect();
    scheme.removeEventListener('change', draw);
    plot?.destroy();
  };
}
