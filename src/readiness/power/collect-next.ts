// Which rows are wanted most? Whatever is short, the longest wait first: what is rare in traffic takes longest to come by
// itself, and what traffic never brings has to be asked for or written.
import type { WantedRows } from '../report/readiness-report.js';

export interface ShortOf {
  /** Such as `class card_arrival`, `slice locale=fr`, `tool refund`. */
  readonly what: string;
  readonly have: number;
  readonly need: number;
  /** Share of today's traffic that is of this kind; null: not known. */
  readonly shareInTraffic: number | null;
}

export interface CollectQuestion {
  readonly short: readonly ShortOf[];
  /** Usable rows a day; null: none came. */
  readonly rowsPerDay: number | null;
}

const shownMax = 50;

/** At most fifty; equals by how many are missing, then by name. What is not short is left out. */
export function collectNext({ short, rowsPerDay }: CollectQuestion): WantedRows[] {
  return short
    .filter(({ have, need }) => have < need)
    .map((one) => ({ ...one, missing: one.need - one.have, days: daysOf(one, rowsPerDay) }))
    .sort((one, other) => longer(one, other) || other.missing - one.missing || (one.what < other.what ? -1 : 1))
    .slice(0, shownMax)
    .map(({ what, have, need, missing, days, shareInTraffic }) => ({
      what,
      have,
      need,
      why: `${missing} more are needed. ${outlook(days, shareInTraffic)}`,
    }));
}

/** Infinity: traffic does not bring it; null: nothing is known of traffic. */
function daysOf({ have, need, shareInTraffic }: ShortOf, rowsPerDay: number | null): number | null {
  if (shareInTraffic === null || rowsPerDay === null || rowsPerDay <= 0) {
    return null;
  }
  return shareInTraffic <= 0 ? Number.POSITIVE_INFINITY : (need - have) / (rowsPerDay * shareInTraffic);
}

/** The longest wait first; what is not known goes last. */
function longer(one: { readonly days: number | null }, other: { readonly days: number | null }): number {
  const [left, right] = [one.days ?? -1, other.days ?? -1];
  return left === right ? 0 : left > right ? -1 : 1;
}

function outlook(days: number | null, share: number | null): string {
  if (days === null) {
    return 'How long traffic alone would take is not known.';
  }
  if (days === Number.POSITIVE_INFINITY) {
    return 'Today’s traffic brings none: write them, upload them, or ask those who have them.';
  }
  const percent = Number(((share ?? 0) * 100).toPrecision(2));
  return `Traffic brings them with ${percent} % of its rows: about ${Math.max(1, Math.ceil(days))} days at today’s rate.`;
}
