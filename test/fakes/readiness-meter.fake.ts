import {
  measureReadiness,
  type ReadinessMeasurement,
  type ReadinessQuestion,
} from '../../src/readiness/measure-readiness.js';
import { ReadinessMeter } from '../../src/readiness/readiness-meter.js';
import type { Example } from '../../src/readiness/rows/example.js';

/** Measures where it is called, without a thread. */
export class FakeReadinessMeter extends ReadinessMeter {
  broken = false;

  async measure(pages: AsyncIterable<readonly Example[]>, question: ReadinessQuestion): Promise<ReadinessMeasurement> {
    const rows: Example[] = [];
    for await (const page of pages) {
      rows.push(...page);
    }
    if (this.broken) {
      throw new Error('the thread ran out of memory');
    }
    return measureReadiness(rows, question);
  }
}
