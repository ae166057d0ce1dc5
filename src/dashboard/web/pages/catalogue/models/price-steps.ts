// Price rows as steps over time, for the chart: at each day on which anything changed, what each line costs.
import type { ChartSeries } from '../../../pieces/line-chart';
import { componentWord } from '../catalogue-words';
import type { PriceRow } from '../use-catalogue';

export interface PriceChart {
  /** Seconds since the epoch. */
  readonly times: readonly number[];
  readonly series: readonly ChartSeries[];
}

const colours = ['--accent', '--candidate', '--incumbent', '--warn'] as const;
const chartedComponents = ['input', 'cachedInput', 'output'];
const dayMs = 86_400_000;

const keyOf = ({ host, region, component }: PriceRow) => `${host} ${region ?? ''} ${component}`;

/** Those that hold for an ordinary call: answered at once, however long the prompt. */
function charted(rows: readonly PriceRow[]): readonly PriceRow[] {
  return rows.filter(
    (one) =>
      one.tier === 'standard' &&
      (one.abovePromptTokens as number | null) === null &&
      chartedComponents.includes(one.component),
  );
}

export function hostsOf(rows: readonly PriceRow[]): readonly string[] {
  return [...new Set(charted(rows).map(({ host }) => host))];
}

export function priceChart(rows: readonly PriceRow[], host: string, today = Date.now()): PriceChart {
  const shown = charted(rows).filter((one) => one.host === host);
  const days = new Set(
    shown.flatMap(({ validFrom, validUntil }) => [validFrom, ...(validUntil === null ? [] : [validUntil])]),
  );
  days.add(new Date(today).toISOString().slice(0, 10));
  const times = [...days].map((day) => Date.parse(day)).sort((left, right) => left - right);
  const lines = [...new Set(shown.map(keyOf))];
  return {
    times: times.map((at) => at / 1000),
    series: lines.map((key, at) => {
      const own = shown.filter((row) => keyOf(row) === key);
      const [first] = own;
      const region = first?.region ?? null;
      return {
        label: `${componentWord(first?.component ?? '')}${region === null ? '' : `, ${region}`}`,
        colour: colours[at % colours.length] ?? colours[0],
        values: times.map((time) => priceAt(own, time)),
      };
    }),
  };
}

function priceAt(rows: readonly PriceRow[], time: number): number | null {
  const ruling = rows.findLast(
    ({ validFrom, validUntil }) =>
      Date.parse(validFrom) <= time &&
      (validUntil === null || time < Date.parse(validUntil) || time - Date.parse(validUntil) < -dayMs),
  );
  const told = ruling?.usdPerMillionTokens ?? null;
  return told === null ? null : Number(told);
}
