import { type Check, noRowMeasure, type SetContext } from '../../check.js';
import type { ForecastDays, QuotaForecast } from '../../facts/power-facts.js';
import { counted, plural } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { countMeasured, skippedMeasured } from '../../judging/measured.js';

const dayMs = 86_400_000;

/** Usable rows a day: of the forecast's window where there is one, else since capture began. */
function rateOf({ power, intake: { captured } }: SetContext): number | null {
  if (power.rowsPerDay !== undefined) {
    return power.rowsPerDay;
  }
  const { firstAt, lastAt, taken } = captured;
  // Less than an hour of traffic says nothing about a day.
  return firstAt === null || lastAt === null || taken === 0
    ? null
    : taken / (Math.max(lastAt - firstAt, dayMs / 24) / dayMs);
}

function daysInWords({ p10, p50, p85 }: ForecastDays): string {
  const days = (value: number) => counted(Math.max(1, Math.ceil(value)));
  return `about ${days(p50)} days at today’s rate (${days(p10)} to ${days(p85)})`;
}

function monthInWords({ rowsInThirtyDays }: SetContext['power']): string {
  const rows = rowsInThirtyDays ?? null;
  return rows === null ? '' : ` The next 30 days should bring ${counted(rows.p5)} to ${counted(rows.p95)}.`;
}

function outlook(open: readonly QuotaForecast[], all: ForecastDays | null): string {
  if (open.length === 0) {
    return 'Every quota is met already.';
  }
  const quotas = open
    .slice(0, 5)
    .map(({ quota, have, need, days }) => {
      const when = days === null ? 'no date, there is no basis yet' : daysInWords(days);
      return `${counted(need - have)} more for ${quota}: ${when}`;
    })
    .join('; ');
  return `${quotas}. ${all === null ? 'For all of them there is no date yet.' : `All of them: ${daysInWords(all)}.`}`;
}

export const captureRate: Check<null> = {
  id: 'V06',
  name: 'capture.rate',
  version: 2,
  question: 'How fast do usable rows come in from traffic?',
  why: 'It gives the date on which the data will be enough, or shows that it never will be at this rate.',
  source:
    'Usable rows over eight weeks; waiting times by gamma and Poisson, or by dealing past weeks again where days differ.',
  blocking: false,
  measure: {
    ...noRowMeasure,
    finish: (_state, set) => {
      const rate = rateOf(set);
      if (rate === null) {
        return skippedMeasured('rows per day', 'No usable row has been captured from traffic lately.');
      }
      const open = set.power.forecasts.filter(({ have, need }) => have < need);
      const known = set.power.forecasts.length > 0;
      const told = known ? outlook(open, set.power.allQuotas ?? null) : 'What is needed has not been forecast.';
      const p50 = set.power.allQuotas?.p50;
      const details = {
        taken: set.intake.captured.taken,
        open: open.length,
        told: told + monthInWords(set.power),
        ...(p50 === undefined ? {} : { p50 }),
      };
      return countMeasured({ value: rate, unit: 'rows per day' }, { details });
    },
  },
  judge: (measured, limits) => {
    if (measured.skipped !== null || measured.value === null) {
      return judgeByLimits({ measured, limits, found: '' });
    }
    const rate = measured.value >= 10 ? counted(Math.round(measured.value)) : measured.value.toFixed(1);
    const taken = plural(Number(measured.details.taken), 'usable row');
    return judgeByLimits({
      measured,
      limits,
      found: `${taken} were captured, ${rate} a day. ${measured.details.told}`,
    });
  },
  remedy: 'Raise the share of calls that is captured, or route more of the application through the gateway.',
  action: null,
};
