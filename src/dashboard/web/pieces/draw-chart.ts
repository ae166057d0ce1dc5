import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { numberInWords, rangeOf, timesInWords } from './chart-scale';
import type { LineChartProps } from './line-chart';

export type Drawing = Omit<LineChartProps, 'title'> & {
  readonly heightPx: number;
  readonly form: 'lines' | 'steps';
};

const rightPx = 24;

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
          { ...axis, size: 52, values: (_, splits) => splits.map(numberInWords) },
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
