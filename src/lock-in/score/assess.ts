// The whole assessment of one project at one moment: both ledgers, floors, band, and what each indicator adds. A function
// of facts, profile and time, so that a stored day can be scored again and gives the same bits.
import type { Indicator, Ledger } from '../indicator.js';
import { type Band, headlineBand } from './bands.js';
import { combineLedgers } from './combine-ledgers.js';
import type { Fact } from './fact.js';
import { type Floor, floored } from './floors.js';
import type { Profile } from './profile.js';
import { type LedgerScore, scoreLedger } from './score-ledger.js';

/** Raised when the same facts could get another score. */
export const scoringVersion = 'lock-in/1';

export interface AssessQuestion {
  readonly indicators: readonly Indicator[];
  /** The facts that rule. */
  readonly facts: ReadonlyMap<string, Fact>;
  readonly profile: Profile;
  readonly floors: readonly Floor[];
  /** Share of criticality-weighted traffic at the vendor, 0 to 1; null: not measured, and then all of it is. */
  readonly vendorShare: number | null;
  /** The vendor is gone: its ledger stays as it was then, ms, and ages no more. Left out or null: it is open. */
  readonly sourceClosedAt?: number | null;
  readonly now: number;
}

export interface AssessedLedger extends LedgerScore {
  /** With the floors of the ledger. */
  readonly floored: number;
}

export interface Assessment {
  readonly scoringVersion: string;
  readonly profileVersion: string;
  readonly at: number;
  readonly vendorShare: number;
  readonly isVendorShareMeasured: boolean;
  /** 0 to 100, floors applied. */
  readonly score: number;
  readonly low: number;
  readonly high: number;
  readonly confidence: number;
  /** Null: not assessed, to be treated like high. */
  readonly band: Band | null;
  readonly ledgers: Readonly<Record<Ledger, AssessedLedger>>;
  readonly floors: readonly Floor[];
  /** Sentences of the floors that stop the next stage. */
  readonly blockedBecause: readonly string[];
}

export function assess(question: AssessQuestion): Assessment {
  const { indicators, facts, profile, floors, now } = question;
  const share = question.vendorShare ?? 1;
  const ledgerOf = (ledger: Ledger): AssessedLedger => {
    const own = indicators.filter((one) => isOf(one, ledger));
    const at = ledger === 'source' ? Math.min(now, question.sourceClosedAt ?? now) : now;
    const scored = scoreLedger({ indicators: own, facts, profile, now: at });
    return { ...scored, floored: floored(scored.score, floors, ledger) };
  };
  const source = ledgerOf('source');
  const target = ledgerOf('target');
  const joined = (of: (one: AssessedLedger) => number) =>
    combineLedgers({ source: of(source), target: of(target) }, share);
  const score = joined((one) => one.floored);
  const high = Math.max(
    score,
    joined((one) => one.high),
  );
  // Confidence is joined by the same shares of traffic as the squares of the score are.
  const confidence = share * source.confidence + (1 - share) * target.confidence;
  return {
    scoringVersion,
    profileVersion: profile.version,
    at: now,
    vendorShare: share,
    isVendorShareMeasured: question.vendorShare !== null,
    score,
    low: joined((one) => one.low),
    high,
    confidence,
    band: headlineBand({ score, high, confidence }),
    ledgers: { source, target },
    floors,
    blockedBecause: floors.filter((floor) => floor.blocks).map((floor) => floor.because),
  };
}

function isOf(indicator: Indicator, ledger: Ledger): boolean {
  return indicator.dimension.startsWith('D') === (ledger === 'source');
}
