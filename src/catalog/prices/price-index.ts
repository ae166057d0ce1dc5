// How did the price of what we use move? The tokens of today's mix at today's prices over the same tokens at the prices of
// some months ago (a Paasche index: present quantities). By what is known now: an old price that was corrected since is the
// corrected one. What had no price then is left out and its share is named; a mix of which nothing had one has no index.
import { callCostNanoUsd, type TokenPrices } from '../../kernel/money.js';
import { dayMs, daysPerMonth } from '../utc-day.js';
import { tokenPricesAt } from './price-book.js';
import type { PriceRow } from './price-row.js';

export interface MixLine {
  /** Id of the model in the catalogue. */
  readonly model: string;
  readonly host: string;
  readonly calls: number;
  /** Sums over the calls; prompt tokens include the cached ones. */
  readonly promptTokens: number;
  readonly cachedTokens: number;
  readonly completionTokens: number;
}

export interface PriceIndexQuestion {
  readonly mix: readonly MixLine[];
  /** ms */
  readonly now: number;
  readonly monthsAgo: number;
}

export interface PriceIndex {
  /** 1: as dear as then; 1.1: ten percent dearer. */
  readonly index: number;
  /** Share of the present cost that could be compared, above 0 to 1. */
  readonly comparedShare: number;
  readonly sources: readonly string[];
}

interface ComparedLine {
  readonly nowNanoUsd: number;
  /** Null: no price that old. */
  readonly thenNanoUsd: number | null;
}

/** Where one of the times knows no price of cached tokens they count as fresh ones at both: caching then was not sold. */
function comparableUsage(line: MixLine, prices: readonly (TokenPrices | null)[]) {
  const isCachePriced = prices.every((one) => one === null || one.usdPerMillionCachedInputTokens !== null);
  return { ...line, cachedTokens: isCachePriced ? line.cachedTokens : 0 };
}

function compare(
  rows: readonly PriceRow[],
  line: MixLine,
  { now, monthsAgo }: PriceIndexQuestion,
): ComparedLine | null {
  const asked = {
    model: line.model,
    host: line.host,
    tier: 'standard' as const,
    promptTokens: line.calls > 0 ? line.promptTokens / line.calls : 0,
    knownAt: now,
  };
  const present = tokenPricesAt(rows, { ...asked, at: now });
  const former = tokenPricesAt(rows, { ...asked, at: now - monthsAgo * daysPerMonth * dayMs });
  const usage = comparableUsage(line, [present, former]);
  const nowNanoUsd = present === null ? null : callCostNanoUsd(usage, present);
  return nowNanoUsd === null
    ? null
    : { nowNanoUsd, thenNanoUsd: former === null ? null : callCostNanoUsd(usage, former) };
}

/** Null when nothing of the mix has both a present price and one that old, or when it cost nothing then. */
export function priceIndex(rows: readonly PriceRow[], question: PriceIndexQuestion): PriceIndex | null {
  const lines = question.mix.flatMap((line) => compare(rows, line, question) ?? []);
  const both = lines.flatMap(({ nowNanoUsd, thenNanoUsd }) =>
    thenNanoUsd === null ? [] : [{ nowNanoUsd, thenNanoUsd }],
  );
  const nowSum = both.reduce((sum, { nowNanoUsd }) => sum + nowNanoUsd, 0);
  const thenSum = both.reduce((sum, { thenNanoUsd }) => sum + thenNanoUsd, 0);
  const all = lines.reduce((sum, { nowNanoUsd }) => sum + nowNanoUsd, 0);
  if (thenSum === 0 || all === 0) {
    return null;
  }
  const models = new Set(question.mix.map(({ model }) => model));
  const sources = [...new Set(rows.filter(({ model }) => models.has(model)).map(({ source }) => source))];
  return { index: nowSum / thenSum, comparedShare: nowSum / all, sources };
}
