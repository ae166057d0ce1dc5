// How the numbers of a report are said to people.
import type { CheckOutcome } from '../../check.js';
import { counted, percent } from '../../judging/in-words.js';
import type { Finding, ReadinessReport } from '../readiness-report.js';

export const verdictWords: Readonly<Record<ReadinessReport['verdict'], { title: string; text: string }>> = {
  pass: { title: 'Ready to train', text: 'Every blocking check passed, and nothing else was found.' },
  warn: {
    title: 'Ready, with warnings',
    text: 'No blocking check fails. What was found should be read before training.',
  },
  fail: { title: 'Not ready', text: 'At least one blocking check fails: the data set is refused.' },
  inconclusive: {
    title: 'Cannot tell yet',
    text: 'A blocking check could not be answered. What is not measured is not passed.',
  },
  error: { title: 'Could not be measured', text: 'Measuring broke off, so nothing is known.' },
};

export const outcomeWords: Readonly<Record<CheckOutcome, string>> = {
  pass: 'Passed',
  warn: 'Warning',
  fail: 'Failed',
  inconclusive: 'Cannot tell',
  skipped: 'Not asked',
  error: 'Broke',
  waived: 'Waived',
};

/** After a number: “7 with a warning”. */
export const outcomeCounts: Readonly<Record<CheckOutcome, string>> = {
  pass: 'passed',
  warn: 'with a warning',
  fail: 'failed',
  inconclusive: 'cannot tell',
  skipped: 'not asked',
  error: 'broke',
  waived: 'waived',
};

/** The worst first: what somebody has to look at. */
export const outcomeOrder: readonly CheckOutcome[] = [
  'fail',
  'error',
  'inconclusive',
  'warn',
  'waived',
  'skipped',
  'pass',
];

const groupTitles: Readonly<Record<string, string>> = {
  F: 'Format and schema',
  V: 'Volume and power',
  B: 'Balance and coverage',
  U: 'Duplicates',
  L: 'Leakage',
  T: 'Tokens and trainers',
  Q: 'Quality of answers',
  P: 'Personal data and secrets',
  R: 'Rights and licences',
  D: 'Drift and freshness',
  E: 'Feedback and evaluation',
  S: 'Split and reproducibility',
};

export const groupLetters = Object.keys(groupTitles);

export function groupTitle(letter: string): string {
  return groupTitles[letter] ?? 'Other checks';
}

/** A number with at most three significant decimals. */
export function number(value: number): string {
  if (Number.isInteger(value)) {
    return value < 0 ? `−${counted(-value)}` : counted(value);
  }
  const text = String(Number(Math.abs(value).toPrecision(3)));
  const [whole = '0', part] = text.split('.');
  return `${value < 0 ? '−' : ''}${counted(Number(whole))}${part === undefined ? '' : `.${part}`}`;
}

export function inUnit(value: number | null, unit: string): string {
  if (value === null) {
    return 'not measured';
  }
  if (unit === 'share') {
    return percent(value);
  }
  if (unit === 'days' && value > 0 && value < 0.1) {
    return 'under 0.1 days';
  }
  return `${number(value)} ${value === 1 ? unit.replace(/^([a-z]+)s$/, '$1') : unit}`;
}

/** Without the unit: it stands beside the value. */
function limit(value: number, unit: string): string {
  return unit === 'share' ? percent(value) : number(value);
}

/** 'over 1 % warns, over 5 % fails'. Which side is worse shows only where the two limits differ. */
export function limitWords({ threshold, unit }: Finding): string {
  const { warn, fail } = threshold;
  if (warn !== null && warn === fail) {
    return `fails beyond ${limit(fail, unit)}`;
  }
  const side = warn === null || fail === null ? 'beyond' : warn < fail ? 'over' : 'under';
  const says = [
    warn === null ? '' : `${side} ${limit(warn, unit)} warns`,
    fail === null ? '' : `${side} ${limit(fail, unit)} fails`,
  ];
  const words = says.filter((word) => word !== '').join(', ');
  return words === '' ? 'informative' : words;
}

export function intervalWords({ ci95 }: Finding): string {
  return ci95 === null ? '–' : `${percent(ci95.low)} to ${percent(ci95.high)}`;
}

export function sampleWords({ numerator, denominator }: Finding): string {
  if (denominator === null) {
    return numerator === null ? '–' : number(numerator);
  }
  return numerator === null ? number(denominator) : `${number(numerator)} of ${number(denominator)}`;
}

/** '−552 rows, −10,400 tokens, then 0 %'; empty where nothing was predicted. */
export function effectWords({ effect, unit }: Pick<Finding, 'effect' | 'unit'>): string {
  if (effect === null) {
    return '';
  }
  const signed = (value: number) => (value > 0 ? `+${number(value)}` : number(value));
  return [
    `${signed(effect.rows)} ${Math.abs(effect.rows) === 1 ? 'row' : 'rows'}`,
    effect.tokens === null ? '' : `${signed(effect.tokens)} tokens`,
    effect.metricAfter === null ? '' : `then ${inUnit(effect.metricAfter, unit)}`,
  ]
    .filter((part) => part !== '')
    .join(', ');
}

/** '2026-11-25 10:00 UTC'. @param at ms since the epoch */
export function moment(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

export function day(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
