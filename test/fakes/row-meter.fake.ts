import { type MeterOptions, RowMeter } from '../../src/readiness/curation/row-meter.js';
import { findPrivate } from '../../src/readiness/privacy/find-private.js';
import type { Example } from '../../src/readiness/rows/example.js';
import type { RowFacts } from '../../src/readiness/rows/row-facts.js';
import { aRowFacts } from '../builders/row-facts.js';

/** Counts no tokens: they are bounded by the bytes. */
export class FakeRowMeter extends RowMeter {
  make({ salt, looksForPrivate }: MeterOptions): (row: Example) => RowFacts {
    return (row) => {
      const { kind, messages, traits, origin, originId, line, declaredSplit } = row;
      const facts = aRowFacts({ kind, messages, traits, origin, originId, line, declaredSplit });
      return { ...facts, privacy: looksForPrivate ? findPrivate(row, salt) : null };
    };
  }
}
