// What did it cost then, as far as we knew at another time? Two times, because a price list that is corrected today must
// not change what was billed, reported or decided yesterday (bitemporal tables: Snodgrass, "Developing Time-Oriented
// Database Applications in SQL", chapter 10). Days are UTC, ranges half open. Unknown is null, never 0.
import type { TokenPrices } from '../../kernel/money.js';
import { startOfUtcDay } from '../utc-day.js';
import type { PriceComponent, PriceRow, PriceTier } from './price-row.js';

export interface PriceQuestion {
  /** Id of the model in the catalogue. */
  readonly model: string;
  readonly host: string;
  readonly region?: string | null;
  readonly tier: PriceTier;
  readonly component: PriceComponent;
  /** Tokens of the one prompt, which choose the step of the price; 0 where it is not known. */
  readonly promptTokens: number;
  /** When the call was made, ms. */
  readonly at: number;
  /** By what was known when, ms. */
  readonly knownAt: number;
}

function holds(row: PriceRow, { at, knownAt }: PriceQuestion): boolean {
  const isValid = at >= startOfUtcDay(row.validFrom) && (row.validUntil === null || at < startOfUtcDay(row.validUntil));
  return isValid && row.observedAt <= knownAt;
}

/** The row that rules before another: a contract before a list, then the one that was learnt later, then the later price. */
function rulesBefore(one: PriceRow, other: PriceRow): number {
  return (
    Number(other.isOverride) - Number(one.isOverride) ||
    other.observedAt - one.observedAt ||
    startOfUtcDay(other.validFrom) - startOfUtcDay(one.validFrom)
  );
}

/** Rows that speak of the same price: the same kind of token at the same place, from the same length of prompt on. */
function isAbout(row: PriceRow, question: PriceQuestion): boolean {
  return (
    row.model === question.model &&
    row.host === question.host &&
    row.region === (question.region ?? null) &&
    row.tier === question.tier &&
    row.component === question.component
  );
}

/**
 * The row that holds for a call, its tier chosen by the one prompt and holding for the whole call; null when none is known.
 * A row whose price is null is no price.
 */
export function priceAt(rows: readonly PriceRow[], question: PriceQuestion): PriceRow | null {
  const known = rows.filter((row) => isAbout(row, question) && holds(row, question));
  const steps = new Map<number, PriceRow>();
  for (const row of [...known].sort(rulesBefore).reverse()) {
    steps.set(row.abovePromptTokens ?? 0, row);
  }
  const reached = [...steps].filter(([above]) => above === 0 || question.promptTokens > above);
  const [, row] = reached.sort(([one], [other]) => other - one)[0] ?? [];
  return row === undefined || row.usdPerMillionTokens === null ? null : row;
}

/** The three prices of a call at one place and time; null when none of them is known. */
export function tokenPricesAt(
  rows: readonly PriceRow[],
  question: Omit<PriceQuestion, 'component'>,
): TokenPrices | null {
  const price = (component: PriceComponent) => priceAt(rows, { ...question, component })?.usdPerMillionTokens ?? null;
  const prices = {
    usdPerMillionInputTokens: price('input'),
    usdPerMillionCachedInputTokens: price('cachedInput'),
    usdPerMillionOutputTokens: price('output'),
  };
  return Object.values(prices).every((one) => one === null) ? null : prices;
}

/** The lengths of prompt at which the price of a model steps at a time, ascending; empty: it does not. */
export function promptStepsAt(rows: readonly PriceRow[], question: Omit<PriceQuestion, 'component' | 'promptTokens'>) {
  const steps = rows.filter(
    (row) =>
      row.abovePromptTokens !== null &&
      isAbout(row, { ...question, component: row.component, promptTokens: 0 }) &&
      holds(row, { ...question, component: row.component, promptTokens: 0 }),
  );
  return [...new Set(steps.map(({ abovePromptTokens }) => abovePromptTokens ?? 0))].sort((one, other) => one - other);
}

function overlap(one: PriceRow, other: PriceRow): boolean {
  const endsBefore = (left: PriceRow, right: PriceRow) =>
    left.validUntil !== null && left.validUntil <= right.validFrom;
  return !endsBefore(one, other) && !endsBefore(other, one);
}

function placeOf({ model, host, region, tier, component, abovePromptTokens, observedAt }: PriceRow): string {
  return [model, host, region ?? '', tier, component, abovePromptTokens ?? 0, observedAt].join('|');
}

/** Rows that were read on the same day and say two things about one time: a sentence for each pair. */
export function overlapsOf(rows: readonly PriceRow[]): readonly string[] {
  const places = new Map<string, PriceRow[]>();
  for (const row of rows) {
    places.set(placeOf(row), [...(places.get(placeOf(row)) ?? []), row]);
  }
  return [...places.values()].flatMap((same) =>
    same.flatMap((row, index) =>
      same
        .slice(index + 1)
        .filter((other) => overlap(row, other))
        .map(
          (other) =>
            `${row.model} at ${row.host}: ${row.tier} ${row.component} is told twice for the time from ` +
            `${row.validFrom > other.validFrom ? row.validFrom : other.validFrom} on`,
        ),
    ),
  );
}
