// A fact about one indicator of one project. Facts are only ever added: a correction is a newer fact that supersedes.
import type { FactBasis } from '../indicator.js';
import type { FactValue } from './value-function.js';

export interface Fact {
  readonly id: string;
  readonly indicatorId: string;
  readonly value: FactValue;
  readonly basis: FactBasis;
  /** When it was true, ms: its age counts from here. */
  readonly observedAt: number;
  /** After it the fact is no longer believed, and the last value only keeps the risk from sinking; null: none given. */
  readonly validUntil: number | null;
  readonly recordedAt: number;
  readonly recordedBy: string;
  /** Ids or addresses of what shows it. */
  readonly evidence: readonly string[];
  readonly note: string;
  /** The fact that ruled until this one was recorded; null: there was none. Left out by those that were recorded before it was noted. */
  readonly supersedes?: string | null;
}

/** By indicator, the fact that rules: observed last, then recorded last, then by id. Facts of the future do not count. */
export function rulingFacts(facts: readonly Fact[], now: number): ReadonlyMap<string, Fact> {
  const ruling = new Map<string, Fact>();
  for (const fact of facts) {
    const known = ruling.get(fact.indicatorId);
    if (fact.observedAt <= now && fact.recordedAt <= now && (known === undefined || isLater(fact, known))) {
      ruling.set(fact.indicatorId, fact);
    }
  }
  return ruling;
}

function isLater(one: Fact, other: Fact): boolean {
  if (one.observedAt !== other.observedAt) {
    return one.observedAt > other.observedAt;
  }
  return one.recordedAt !== other.recordedAt ? one.recordedAt > other.recordedAt : one.id > other.id;
}
