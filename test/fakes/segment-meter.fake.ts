import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SegmentJudge } from '../../src/readiness/measure/judge-segments.client.js';
import type { ReadinessMeasurement } from '../../src/readiness/measure/measure-question.js';
import { SegmentMeasurer, segmentEngine } from '../../src/readiness/measure/measure-segment.client.js';
import {
  type JudgeOrder,
  type MeasuredSegmentRows,
  SegmentMeter,
  type SegmentOptions,
} from '../../src/readiness/measure/segment-meter.js';
import type { Example } from '../../src/readiness/rows/example.js';

/** Measures and judges where it is called, without a thread, and counts what it measured. */
export class FakeSegmentMeter extends SegmentMeter {
  broken = false;
  measured = 0;

  engineOf(options: SegmentOptions): string {
    return segmentEngine(options);
  }

  async measureSegment(rows: AsyncIterable<readonly Example[]>, options: SegmentOptions): Promise<MeasuredSegmentRows> {
    if (this.broken) {
      throw new Error('the thread ran out of memory');
    }
    this.measured += 1;
    return inFolder(async (folder) => {
      const measurer = new SegmentMeasurer(options, folder);
      for await (const page of rows) {
        measurer.add(page);
      }
      return measurer.end();
    });
  }

  judge({ segments, question, expectedRows }: JudgeOrder): Promise<ReadinessMeasurement> {
    return inFolder(async (folder) => {
      const judge = new SegmentJudge(question, folder, expectedRows);
      for await (const segment of segments) {
        await judge.add(segment);
      }
      return judge.end();
    });
  }
}

async function inFolder<Result>(act: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'openward-fake-'));
  try {
    return await act(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
