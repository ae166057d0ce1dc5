// The common forms of a measure, so that each check says only what is its own.
import type { Measured, Unit } from '../check.js';
import { type EvidenceSample, evidenceRows, noEvidence } from './evidence-sample.js';

interface Parts {
  readonly sample?: EvidenceSample;
  readonly details?: Measured['details'];
}

/** A share is null, not 0, when there is nothing to divide by. */
export function shareMeasured(counts: { numerator: number; denominator: number }, parts: Parts = {}): Measured {
  const { numerator, denominator } = counts;
  return {
    value: denominator === 0 ? null : numerator / denominator,
    unit: 'share',
    numerator,
    denominator,
    ...evidenceRows(parts.sample ?? noEvidence),
    skipped: null,
    details: parts.details ?? {},
  };
}

export function countMeasured(
  count: { value: number; unit: Exclude<Unit, 'share'>; denominator?: number },
  parts: Parts = {},
): Measured {
  return {
    value: count.value,
    unit: count.unit,
    numerator: count.value,
    denominator: count.denominator ?? null,
    ...evidenceRows(parts.sample ?? noEvidence),
    skipped: null,
    details: parts.details ?? {},
  };
}

/** Not measured, although rows may be there: it stays open rather than passing. */
export function unmeasured(unit: Unit): Measured {
  return { ...shareMeasured({ numerator: 0, denominator: 0 }), unit, numerator: null, denominator: null };
}

/** @param reason a sentence: why the question does not arise, or cannot be asked */
export function skippedMeasured(unit: Unit, reason: string): Measured {
  return { ...unmeasured(unit), skipped: reason };
}

/** A detail that the check's own `finish` put there; RangeError if it did not. */
export function detail(measured: Measured, name: string): number {
  const value = measured.details[name];
  if (typeof value !== 'number') {
    throw new RangeError(`the measure has no number called ${name}`);
  }
  return value;
}
