// How the numbers of a report are said to people: the same words in every part of the data page.
import type { Finding } from './data-queries';

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const fine = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 });

/** Whole numbers whole, others to three digits. */
export function number(value: number): string {
  const text = Number.isInteger(value) ? whole.format(value) : fine.format(value);
  return text.replace('-', '−');
}

export function percent(share: number): string {
  const inPercent = share * 100;
  const digits = inPercent !== 0 && Math.abs(inPercent) < 1 ? 2 : 1;
  return `${inPercent.toLocaleString('en', { maximumFractionDigits: digits })} %`;
}

export function counted(count: number, one: string, many = `${one}s`): string {
  return `${number(count)} ${count === 1 ? one : many}`;
}

export function inUnit(value: number | null, unit: string): string {
  if (value === null) {
    return 'not measured';
  }
  if (unit === 'days' && value > 0 && value < 0.1) {
    return 'under 0.1 days';
  }
  return unit === 'share'
    ? percent(value)
    : `${number(value)} ${value === 1 ? unit.replace(/^([a-z]+)s$/, '$1') : unit}`;
}

const bare = (value: number, unit: string) => (unit === 'share' ? percent(value) : number(value));

/** 'over 1 % warns, over 5 % fails'. @param better whether less (`low`) or more (`high`) is better; null: not known */
export function limitWords({ threshold, unit }: Finding, better: string | null): string {
  const { warn, fail } = threshold;
  const side = better === 'low' ? 'over' : better === 'high' ? 'under' : 'beyond';
  const says = [
    warn === null || warn === fail ? '' : `${side} ${bare(warn, unit)} warns`,
    fail === null ? '' : `${side} ${bare(fail, unit)} fails`,
  ].filter((one) => one !== '');
  return says.length === 0 ? 'no limit, for information' : says.join(', ');
}

export function sampleWords({ numerator, denominator }: Finding): string | null {
  if (denominator === null) {
    return numerator === null ? null : number(numerator);
  }
  return numerator === null ? number(denominator) : `${number(numerator)} of ${number(denominator)}`;
}

type Effect = Readonly<{ rows: number | null; tokens: number | null; metricAfter: number | null }>;

const signed = (value: number) => (value > 0 ? `+${number(value)}` : number(value));

/** '−552 rows, −10,400 tokens, then 0 %'; null where nothing was predicted. */
export function effectWords(effect: Effect, unit: string): string | null {
  const { rows, tokens, metricAfter } = effect;
  const says = [
    rows === null ? '' : rows === 0 ? 'no row goes' : `${signed(rows)} ${Math.abs(rows) === 1 ? 'row' : 'rows'}`,
    tokens === null ? '' : `${signed(tokens)} tokens`,
    metricAfter === null ? '' : `measure then ${inUnit(metricAfter, unit)}`,
  ].filter((one) => one !== '');
  return says.length === 0 ? null : says.join(', ');
}

const dayFormat = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });

/** @param at ms since the epoch or an ISO moment */
export function dayWords(at: number | string): string {
  return dayFormat.format(new Date(at));
}

/** '8 days'; below one it says so. */
export function daysWords(days: number): string {
  return days < 1 ? 'under a day' : counted(Math.round(days), 'day');
}

export function bytesWords(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  let amount = bytes;
  let at = 0;
  while (amount >= 1000 && at < units.length - 1) {
    amount /= 1000;
    at += 1;
  }
  return `${number(at === 0 ? amount : Number(amount.toPrecision(3)))} ${units[at] ?? ''}`;
}

const verdicts: Readonly<Record<string, { readonly title: string; readonly text: string }>> = {
  pass: { title: 'Ready to train', text: 'Every blocking check passed and nothing else was found.' },
  warn: { title: 'Ready, with warnings', text: 'No blocking check fails. Read what was found before you train.' },
  fail: { title: 'Not ready', text: 'At least one blocking check fails, so the gate to training stays shut.' },
  inconclusive: {
    title: 'Cannot tell yet',
    text: 'A blocking check could not be answered, and what is not measured is not passed.',
  },
  error: { title: 'Could not be measured', text: 'Measuring broke off, so nothing is known.' },
};

export function verdictWords(verdict: string) {
  return verdicts[verdict] ?? { title: verdict, text: '' };
}

const groups: Readonly<Record<string, string>> = {
  F: 'Format and schema',
  V: 'Volume and power',
  B: 'Balance and coverage',
  U: 'Duplicates',
  L: 'Leakage into the hold-out',
  T: 'Tokens and trainers',
  Q: 'Quality of the answers',
  P: 'Personal data and secrets',
  R: 'Rights and licences',
  D: 'Drift and freshness',
  E: 'Feedback and evaluation',
  S: 'Split and reproducibility',
};

export const groupLetters = Object.keys(groups);

export function groupTitle(letter: string): string {
  return groups[letter] ?? 'Other checks';
}

/** The worst first: what somebody has to look at. */
const outcomeOrder = ['fail', 'error', 'inconclusive', 'warn', 'waived', 'pass', 'skipped'];

export function outcomeRank(outcome: string): number {
  const at = outcomeOrder.indexOf(outcome);
  return at < 0 ? outcomeOrder.length : at;
}

/** Whether a person has to look at it. */
export function wantsLooking(outcome: string): boolean {
  return outcome !== 'pass' && outcome !== 'skipped';
}

const sides: Readonly<Record<string, string>> = {
  train: 'training',
  holdout: 'held out',
  auto: 'dealt by the service',
};

export function sideWord(split: string): string {
  return sides[split] ?? split;
}

const kebab = (text: string) => text.replaceAll('-', ' ');

/** 'Mask personal data' of 'mask-personal-data'. */
export function actionWord(id: string): string {
  const text = kebab(id);
  return text.charAt(0).toUpperCase() + text.slice(1);
}
