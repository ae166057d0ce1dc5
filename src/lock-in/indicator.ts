// The shape of an indicator: one question about what ties a project to somebody else, with a fixed way from its fact to a
// risk between 0 and 1. To add one: a file in indicators/<ledger>/ and a line in the list beside it. Weights live in a
// versioned profile, so that people may weigh differently, while the same fact always has the same risk.
import type { Measurement } from './measurement.js';
import type { ValueFunction } from './score/value-function.js';

/** `source`: dependence on the closed vendor. `target`: on the open model, the hardware, people and own process. */
export const ledgers = ['source', 'target'] as const;
export type Ledger = (typeof ledgers)[number];

/** Where facts of an indicator come from when nothing else is said. */
export const factBases = ['measured', 'documented', 'declared with evidence', 'declared', 'catalogue'] as const;
export type FactBasis = (typeof factBases)[number];

export const dimensions = {
  D1: { ledger: 'source', name: 'Exposure' },
  D2: { ledger: 'source', name: 'API and feature coupling' },
  D3: { ledger: 'source', name: 'Data and artefact portability' },
  D4: { ledger: 'source', name: 'Contract and legal' },
  D5: { ledger: 'source', name: 'Lifecycle and price stability' },
  D6: { ledger: 'source', name: 'Exit-plan readiness' },
  D7: { ledger: 'source', name: 'Tested substitutability' },
  T1: { ledger: 'target', name: 'Licence of the open model' },
  T2: { ledger: 'target', name: 'Provenance and security' },
  T3: { ledger: 'target', name: 'Maintenance and support' },
  T4: { ledger: 'target', name: 'Compute concentration' },
  T5: { ledger: 'target', name: 'People' },
  T6: { ledger: 'target', name: 'Regulatory role' },
  T7: { ledger: 'target', name: 'Quality operations' },
} as const satisfies Record<string, { ledger: Ledger; name: string }>;
export type Dimension = keyof typeof dimensions;

export interface Indicator {
  /** Short and stable, such as `2.1` or `t1.3`: dimension and place. */
  readonly id: string;
  /** Dotted noun, such as `features.portability`. */
  readonly name: string;
  readonly dimension: Dimension;
  readonly question: string;
  readonly why: string;
  /** How the fact is come by, and the text that the indicator rests on. */
  readonly source: string;
  readonly basis: FactBasis;
  readonly value: ValueFunction;
  /** Days after which a fact is worth half. */
  readonly halfLifeDays: number;
  /** Unknown counts as the worst case, not as three quarters of it. */
  readonly isGate: boolean;
  /** Counts for how hard it is to leave. */
  readonly isBarrier: boolean;
  /** What shows it: a run, a clause, call ids. */
  readonly evidence: string;
  readonly remedy: string;
  /** Fields and clauses that ask for it, such as `DORA B_02.02.0180`. */
  readonly regulation: readonly string[];
  /** The fact from what the service itself has seen; null: only people can state it. */
  readonly measure: Measurement | null;
}
