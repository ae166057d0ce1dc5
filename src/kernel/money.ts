// What did one call cost? Exact integer arithmetic in nano-USD (1e-9 USD): prices arrive as decimal strings and never
// pass through a binary float. An unknown price makes an unknown cost (null), never 0: unpriced is not free.
// Prompt tokens include the cached ones (as OpenAI and Gemini report them); output includes reasoning tokens.
// Ignores storage, tiers and discounts: whoever knows the tier hands in its prices.

/** Decimal strings in USD per million tokens, e.g. '2.50'. Null: not known. */
export interface TokenPrices {
  readonly usdPerMillionInputTokens: string | null;
  readonly usdPerMillionCachedInputTokens: string | null;
  readonly usdPerMillionOutputTokens: string | null;
}

export interface TokenUsage {
  /** All prompt tokens, cached ones included. */
  readonly promptTokens: number;
  readonly cachedTokens: number;
  readonly completionTokens: number;
}

/** Decimal places a price may carry. USD per million at 12 places is 1e-18 USD per token. */
const pricePlaces = 12;
const priceForm = /^(\d{1,12})(?:\.(\d{1,12}))?$/;
/** One price unit times one token is 1e-18 USD: this many of them make one nano-USD. */
const unitsPerNanoUsd = 1_000_000_000n;
const nanoUsdPerUsd = 1_000_000_000n;

/** Whether the text is a price this file can read: plain decimal digits, no sign, no exponent, at most 12 places. */
export function isPrice(text: string): boolean {
  return priceForm.test(text);
}

/** USD per million tokens as an integer of 1e-12 USD per million. RangeError when `isPrice` is false. */
function priceUnits(text: string): bigint {
  const match = priceForm.exec(text);
  if (!match) {
    throw new RangeError(`not a decimal price: ${text}`);
  }
  return BigInt(`${match[1] ?? ''}${(match[2] ?? '').padEnd(pricePlaces, '0')}`);
}

/** Null when tokens were used whose price is not known; tokens that were not used need no price. */
function chargeUnits(tokens: number, price: string | null): bigint | null {
  if (tokens === 0) {
    return 0n;
  }
  return price === null ? null : BigInt(tokens) * priceUnits(price);
}

/**
 * Cost of one call in integer nano-USD, rounded once, half up. Null when it cannot be known: a price that was needed is
 * missing, or the usage is impossible (negative, broken, more cached than prompted). RangeError on a malformed price or
 * a cost above 9 million USD for one call.
 */
export function callCostNanoUsd(usage: TokenUsage, prices: TokenPrices): number | null {
  const { promptTokens, cachedTokens, completionTokens } = usage;
  const counts = [promptTokens, cachedTokens, completionTokens];
  if (!counts.every((count) => Number.isSafeInteger(count) && count >= 0) || cachedTokens > promptTokens) {
    return null;
  }
  const charges = [
    chargeUnits(promptTokens - cachedTokens, prices.usdPerMillionInputTokens),
    chargeUnits(cachedTokens, prices.usdPerMillionCachedInputTokens),
    chargeUnits(completionTokens, prices.usdPerMillionOutputTokens),
  ];
  let units = 0n;
  for (const charge of charges) {
    if (charge === null) {
      return null;
    }
    units += charge;
  }
  const nanoUsd = Number((units + unitsPerNanoUsd / 2n) / unitsPerNanoUsd);
  if (!Number.isSafeInteger(nanoUsd)) {
    throw new RangeError(`${counts.join(', ')} tokens cost more than one call can`);
  }
  return nanoUsd;
}

/** What is known of a sum: with unpriced calls in it, the total is only a lower bound. */
export interface CostTotal {
  readonly totalNanoUsd: bigint;
  readonly pricedCalls: number;
  readonly unpricedCalls: number;
}

/** Sums call costs without losing a nano-USD at any volume; null costs are counted, not added. */
export function totalCost(costsNanoUsd: Iterable<number | null>): CostTotal {
  let totalNanoUsd = 0n;
  let pricedCalls = 0;
  let unpricedCalls = 0;
  for (const cost of costsNanoUsd) {
    if (cost === null) {
      unpricedCalls += 1;
    } else {
      totalNanoUsd += BigInt(cost);
      pricedCalls += 1;
    }
  }
  return { totalNanoUsd, pricedCalls, unpricedCalls };
}

/** USD as a decimal string with no needless zeros: 11684000 → '0.011684'. RangeError on a fraction of a nano-USD. */
export function formatNanoUsd(nanoUsd: number | bigint): string {
  const whole = BigInt(nanoUsd);
  const size = whole < 0n ? -whole : whole;
  const fraction = String(size % nanoUsdPerUsd)
    .padStart(9, '0')
    .replace(/0+$/, '');
  return `${whole < 0n ? '-' : ''}${size / nanoUsdPerUsd}${fraction === '' ? '' : `.${fraction}`}`;
}
