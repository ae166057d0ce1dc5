// A chart over time with axes and units, drawn by uPlot, which is loaded when the first chart is seen. The same numbers
// stand in a table below it, for those who do not see the picture.
import { useEffect, useRef } from 'react';
import './line-chart.css';
import { TableWrap } from './table-wrap';

export interface ChartSeries {
  readonly label: string;
  /** Name of a colour token, such as `--candidate`. */
  readonly colour: string;
  readonly values: readonly (number | null)[];
}

export interface LineChartProps {
  readonly title: string;
  readonly unit: string;
  /** Seconds since the epoch. */
  readonly times: readonly number[];
  readonly series: readonly ChartSeries[];
  readonly form?: 'lines' | 'steps';
}

const heightPx = 190;

export function LineChart(props: LineChartProps) {
  const { title, unit, times, series } = props;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = place.current;
    if (element === null) {
      return undefined;
    }
    let end: (() => void) | undefined;
    let isOver = false;
    void import('./draw-chart').then(({ drawChart }) => {
      if (!isOver) {
        end = drawChart(element, { unit, times, series, heightPx, form: props.form ?? 'lines' });
      }
    });
    return () => {
      isOver = true;
      end?.();
    };
  }, [unit, times, series, props.form]);
  return (
    <figure className="line-chart">
      <figcaption>
        <strong>{title}</strong> <span className="faint">{unit}</span>
        <span className="chart-legend">
          {series.map((one) => (
            <span key={one.label}>
              <i style={{ background: `var(${one.colour})` }} aria-hidden="true" />
              {one.label}
            </span>
          ))}
        </span>
      </figcaption>
      <div ref={place} aria-hidden="true" style={{ height: heightPx }} />
      <details>
        <summary>As a table</summary>
        <ChartTable {...props} />
      </details>
    </figure>
  );
}

const clock = new Intl.DateTimeFormat('en', { dateStyle: 'short', timeStyle: 'medium' });

function ChartTable({ title, unit, times, series }: LineChartProps) {
  return (
    <TableWrap label={`${title}, as a table`} className="chart-table">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">Time</th>
            {series.map((one) => (
              <th key={one.label} scope="col" className="number">
                {one.label}, {unit}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {times.map((time, at) => (
            <tr key={time}>
              <td>{clock.format(time * 1000)}</td>
              {series.map((one) => (
                <td key={one.label} className="number">
                  {one.values[at] === null || one.values[at] === undefined
                    ? 'none'
                    : Number(one.values[at]).toLocaleString('en', { maximumFractionDigits: 2 })}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableWrap>
  );
}
