// How far apart are two models on the same examples? Four intervals for the difference candidate − incumbent in share
// correct. Tango's decides; the others are for comparison with what other tools print.
// Sources: Wald (textbook); Bonett & Price, J. Educ. Behav. Stat. 37, 2012; Newcombe, Statist. Med. 17, 2635–2650, 1998,
// method 10; Tango, Statist. Med. 17, 891–908, 1998. All take independent pairs: clustered ones need clustered-error.
// Each returns shares in [−1, 1], or null when there is no pair.
import { type Estimate, makeEstimate } from '../kernel/estimate.js';
import { normalQuantile } from '../kernel/normal-distribution.js';
import { wilsonInterval } from '../kernel/wilson-interval.js';
import { type PairedCounts, pairCount } from './paired-table.js';
import { tangoScore } from './tango-score.js';

interface Limits {
  readonly low: number;
  readonly high: number;
}

interface Setting {
  readonly counts: PairedCounts;
  readonly n: number;
  readonly difference: number;
  readonly confidence: number;
  /** Two-sided critical value. */
  readonly z: number;
}

type PairedInterval = (counts: PairedCounts, confidence: number) => Estimate | null;

/** Wraps a formula with what all four share. A difference of shares lies in [−1, 1], so limits are cut there. */
function pairedInterval(method: string, limits: (setting: Setting) => Limits): PairedInterval {
  return (counts, confidence) => {
    const n = pairCount(counts);
    if (n === 0) {
      return null;
    }
    const difference = (counts.onlyCandidateCorrect - counts.onlyIncumbentCorrect) / n;
    const { low, high } = limits({ counts, n, difference, confidence, z: normalQuantile((1 + confidence) / 2) });
    return makeEstimate({
      value: difference,
      low: Math.max(-1, low),
      high: Math.min(1, high),
      confidence,
      n,
      method,
    });
  };
}

/** Δ̂ ± z·√((b + c) − (b − c)²/n)/n. Too narrow at small n; a point when no pair is discordant. */
export const waldInterval = pairedInterval('wald-paired/1', ({ counts, n, difference, z }) => {
  const discordant = counts.onlyCandidateCorrect + counts.onlyIncumbentCorrect;
  const half = (z * Math.sqrt(Math.max(0, discordant - n * difference * difference))) / n;
  return { low: difference - half, high: difference + half };
});

/** Wald after one pair is added to each discordant cell. Centred beside Δ̂, which it may leave out when n is tiny. */
export const bonettPriceInterval = pairedInterval('bonett-price/1', ({ counts, n, z }) => {
  const candidateOnly = (counts.onlyCandidateCorrect + 1) / (n + 2);
  const incumbentOnly = (counts.onlyIncumbentCorrect + 1) / (n + 2);
  const centre = candidateOnly - incumbentOnly;
  const half = z * Math.sqrt((candidateOnly + incumbentOnly - centre * centre) / (n + 2));
  return { low: centre - half, high: centre + half };
});

/**
 * φ of the table for method 10: a positive numerator is brought n/2 nearer to 0 (never past it), which is what
 * tells method 10 from method 8; 0 when a margin is empty.
 */
function correctedPhi({ counts, n }: Setting): number {
  const { bothCorrect: a, onlyCandidateCorrect: b, onlyIncumbentCorrect: c, bothWrong: d } = counts;
  const margins = Math.sqrt(a + b) * Math.sqrt(c + d) * Math.sqrt(a + c) * Math.sqrt(b + d);
  if (margins === 0) {
    return 0;
  }
  const numerator = a * d - b * c;
  return (numerator > 0 ? Math.max(numerator - n / 2, 0) : numerator) / margins;
}

/** Length of the difference of two deviations correlated by φ. */
function squareAndAdd(first: number, second: number, phi: number): number {
  return Math.sqrt(Math.max(0, first * first - 2 * phi * first * second + second * second));
}

/** Two Wilson intervals, squared and added with the continuity-corrected φ. */
export const newcombeInterval = pairedInterval('newcombe-10/1', (setting) => {
  const { counts, n, difference, confidence } = setting;
  const candidate = wilsonInterval({ successes: counts.bothCorrect + counts.onlyCandidateCorrect, n, confidence });
  const incumbent = wilsonInterval({ successes: counts.bothCorrect + counts.onlyIncumbentCorrect, n, confidence });
  if (candidate === null || incumbent === null) {
    throw new Error('a Wilson interval of at least one pair exists');
  }
  const phi = correctedPhi(setting);
  const down = squareAndAdd(candidate.value - candidate.low, incumbent.high - incumbent.value, phi);
  const up = squareAndAdd(candidate.high - candidate.value, incumbent.value - incumbent.low, phi);
  return { low: difference - down, high: difference + up };
});

/**
 * Halves [inside, outside] until it cannot get narrower: `inside` always has |z| within the critical value.
 * At most about 60 rounds for doubles of this size.
 */
function edgeOfInterval(isInside: (delta: number) => boolean, inside: number, outside: number): number {
  let near = inside;
  let far = outside;
  for (let middle = (near + far) / 2; middle !== near && middle !== far; middle = (near + far) / 2) {
    if (isInside(middle)) {
      near = middle;
    } else {
      far = middle;
    }
  }
  return near;
}

/** All δ with |z(δ)| within the critical value, found by bisection on both sides of Δ̂. */
export const tangoInterval = pairedInterval('tango-score/1', ({ counts, difference, z }) => {
  const isInside = (delta: number) => Math.abs(tangoScore(counts, delta)) <= z;
  return {
    low: isInside(-1) ? -1 : edgeOfInterval(isInside, difference, -1),
    high: isInside(1) ? 1 : edgeOfInterval(isInside, difference, 1),
  };
});
