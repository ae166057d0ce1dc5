// The segments of a project with their states, measured where something changed: what did not change is only read.
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { type JudgedSegment, SegmentMeter, type SegmentOptions } from '../measure/segment-meter.js';
import { ExampleStore } from '../rows/example-store.js';
import { isDirty, type Segment, SegmentStore } from '../segments/segment-store.js';

export interface SegmentRun {
  /** `sha256`-digests of the segments' rows, in the order of their ids; filled while the segments are walked. */
  readonly digests: string[];
  /** Of these, the ones that were measured anew. */
  measuredAnew: number;
  /** What the store refused; null: nothing. It is told apart from a measurement that broke. */
  refused: unknown;
}

export function startedRun(): SegmentRun {
  return { digests: [], measuredAnew: 0, refused: null };
}

@Injectable()
export class MeasuredSegments {
  constructor(
    @Inject(SegmentStore) private readonly segments: SegmentStore,
    @Inject(ExampleStore) private readonly examples: ExampleStore,
    @Inject(SegmentMeter) private readonly meter: SegmentMeter,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async expectedRows(projectId: string): Promise<number> {
    return (await this.segments.list(projectId)).reduce((sum, one) => sum + one.rows, 0);
  }

  async *of(projectId: string, options: SegmentOptions, run: SegmentRun): AsyncGenerator<JudgedSegment> {
    const engine = this.meter.engineOf(options);
    for (const segment of await this.held(run, this.segments.list(projectId))) {
      const known = isDirty(segment, engine) ? null : await this.held(run, this.segments.blobs(projectId, segment.id));
      if (known === null || segment.measured === null) {
        yield await this.measure({ projectId, segment, engine }, options, run);
      } else {
        run.digests.push(segment.measured.digest);
        yield known;
      }
    }
  }

  private async measure(
    { projectId, segment, engine }: { projectId: string; segment: Segment; engine: string },
    options: SegmentOptions,
    run: SegmentRun,
  ): Promise<JudgedSegment> {
    const rows = this.examples.rowsOfSegment(projectId, segment.id);
    const { states, facts, digest } = await this.meter.measureSegment(this.heldPages(run, rows), options);
    const at = this.clock.now();
    await this.held(
      run,
      this.segments.saveMeasured({
        projectId,
        segmentId: segment.id,
        revision: segment.revision,
        engine,
        digest,
        at,
        states,
        facts,
      }),
    );
    run.digests.push(digest);
    run.measuredAnew += 1;
    return { states, facts };
  }

  private async *heldPages<Page>(run: SegmentRun, pages: AsyncIterable<Page>): AsyncGenerator<Page> {
    const iterator = pages[Symbol.asyncIterator]();
    for (;;) {
      const next = await this.held(run, iterator.next());
      if (next.done === true) {
        return;
      }
      yield next.value;
    }
  }

  private async held<Value>(run: SegmentRun, asked: Promise<Value>): Promise<Value> {
    try {
      return await asked;
    } catch (error) {
      run.refused = error;
      throw error;
    }
  }
}
