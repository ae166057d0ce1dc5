// Power and date in one: what the hold-out can show, what it would need, and when each quota will be met at today's rate.
import type { EvaluationThresholds, ReadinessThresholds } from '../../kernel/policy.js';
import type { PowerFacts, QuotaForecast } from '../facts/power-facts.js';
import { type Arrivals, areDaysUneven, arrivalsOf } from './arrivals.js';
import { daysUntil, rowsWithin } from './days-until.js';
import { assumedDiscordance, reachableMargin, requiredHoldoutRows } from './holdout-need.js';
import { simulateQuotas } from './simulate-quotas.js';

export interface ClassHaving {
  readonly label: string;
  readonly keptTrain: number;
}

export interface PowerQuestion {
  readonly readiness: ReadinessThresholds;
  /** Null: no comparison is planned, so no margin is known. */
  readonly evaluation: Pick<EvaluationThresholds, 'nonInferiorityMargin' | 'alpha' | 'power'> | null;
  /** As measured by an earlier comparison; null: assumed. */
  readonly measuredDiscordance: number | null;
  readonly trainRows: number;
  readonly holdoutRows: number;
  /** Empty for generation. */
  readonly classes: readonly ClassHaving[];
  /** Rows by label in the window of captured traffic. */
  readonly labelsInTraffic: Readonly<Record<string, number>>;
  /** Share of captured rows that the split deals to training: 1 where a hold-out was brought, else 0.8. */
  readonly trainShare: number;
  readonly rowsByDay: Readonly<Record<string, number>>;
  /** First captured exchange, ms; null: none. */
  readonly firstAt: number | null;
  readonly now: number;
}

interface Quota {
  readonly quota: string;
  readonly have: number;
  readonly need: number;
  /** Of the usable rows of traffic, those that count for it. */
  readonly shareInTraffic: number;
}

export function powerFactsOf(question: PowerQuestion): PowerFacts {
  const { evaluation, measuredDiscordance, holdoutRows } = question;
  const { alpha, power } = evaluation ?? { alpha: 0.05, power: 0.8 };
  const plan = { discordance: measuredDiscordance ?? assumedDiscordance, alpha, power };
  const margin = evaluation?.nonInferiorityMargin ?? null;
  const required = margin === null ? null : requiredHoldoutRows(plan, margin);
  const quotas = quotasOf(question, required);
  return {
    margin,
    ...plan,
    isDiscordanceMeasured: measuredDiscordance !== null,
    requiredHoldoutRows: required,
    reachableMargin: reachableMargin(plan, holdoutRows),
    ...forecast(quotas, arrivalsOf(question)),
  };
}

function quotasOf(question: PowerQuestion, requiredHoldout: number | null): Quota[] {
  const { readiness, classes, labelsInTraffic, trainShare } = question;
  const labelled = Object.values(labelsInTraffic).reduce((sum, rows) => sum + rows, 0);
  const shareOf = (label: string) => (labelled === 0 ? 0 : (labelsInTraffic[label] ?? 0) / labelled);
  return [
    { quota: 'training rows', have: question.trainRows, need: readiness.trainRowsEnough, shareInTraffic: trainShare },
    {
      quota: 'held-out rows',
      have: question.holdoutRows,
      need: Math.max(readiness.holdoutRowsMin, requiredHoldout ?? 0),
      shareInTraffic: 1 - trainShare,
    },
    ...classes
      .filter(({ keptTrain }) => keptTrain < readiness.rowsPerClassMin)
      .map(({ label, keptTrain }) => ({
        quota: `class ${label}`,
        have: keptTrain,
        need: readiness.rowsPerClassMin,
        shareInTraffic: trainShare * shareOf(label),
      })),
  ];
}

type Forecast = Pick<PowerFacts, 'forecasts' | 'allQuotas' | 'rowsPerDay' | 'forecastMethod' | 'rowsInThirtyDays'>;

const withoutDate = ({ quota, have, need }: Quota): QuotaForecast => ({
  quota,
  have,
  need,
  days: have >= need ? { p10: 0, p50: 0, p85: 0 } : null,
});

function forecast(quotas: readonly Quota[], arrivals: Arrivals | null): Forecast {
  if (arrivals === null || arrivals.rows === 0) {
    const forecasts = quotas.map(withoutDate);
    const isMet = forecasts.every(({ days }) => days !== null);
    return {
      forecasts,
      allQuotas: isMet ? { p10: 0, p50: 0, p85: 0 } : null,
      rowsPerDay: null,
      forecastMethod: 'none',
    };
  }
  const open = quotas.filter(({ have, need }) => have < need);
  const waiting = open.filter(({ shareInTraffic }) => shareInTraffic > 0);
  const quotasToSimulate = waiting.map(({ have, need, shareInTraffic }) => ({
    missing: need - have,
    rowsSeen: arrivals.rows * shareInTraffic,
  }));
  const isUneven = areDaysUneven(arrivals);
  const simulated = simulateQuotas(quotasToSimulate, arrivals);
  const daysOf = (quota: Quota) => {
    const at = waiting.indexOf(quota);
    if (at < 0 || isUneven) {
      return at < 0 ? withoutDate(quota).days : (simulated.days[at] ?? null);
    }
    const [rows, missing] = [arrivals.rows * quota.shareInTraffic, quota.need - quota.have];
    return daysUntil({ rows, days: arrivals.days, missing });
  };
  return {
    forecasts: quotas.map((quota) => ({ ...withoutDate(quota), days: daysOf(quota) })),
    // A quota that traffic never feeds keeps the whole without a date.
    allQuotas: waiting.length === open.length ? simulated.all : null,
    rowsPerDay: arrivals.rows / arrivals.days,
    forecastMethod: isUneven ? 'bootstrap' : 'poisson',
    rowsInThirtyDays: isUneven ? null : rowsWithin(30, arrivals),
  };
}
