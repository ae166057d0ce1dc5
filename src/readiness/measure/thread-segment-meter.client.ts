// Measures and judges in threads beside the service, with a bound on their memory: a data set that needs more than the
// bound fails alone, and the service lives on. A thread that is done waits a little for the next task, because loading
// what knows languages and tokens takes longer than measuring a segment; one that failed is gone.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Inject, Injectable, type OnModuleDestroy, Optional } from '@nestjs/common';
import { threadEntryOf } from '../row-pass/thread-entry.client.js';
import type { Example } from '../rows/example.js';
import type { ReadinessMeasurement } from './measure-question.js';
import { segmentEngine } from './measure-segment.client.js';
import { type JudgeOrder, type MeasuredSegmentRows, SegmentMeter, type SegmentOptions } from './segment-meter.js';
import type { SegmentAnswer, SegmentOrder, SegmentWork } from './segment-orders.js';

const workerEntryBeside = (): URL => threadEntryOf(new URL('./segment.worker.js', import.meta.url));
const heapMegabytesMax = 1024;
const idleMs = 20_000;

/** Token of the options: nobody provides them but tests, which compile the thread elsewhere. */
export const threadOptions = Symbol('thread options');

export interface ThreadOptions {
  /** The compiled entry of the thread; beside this file unless the code is laid out otherwise. */
  readonly workerEntry?: URL;
}

@Injectable()
export class ThreadSegmentMeter extends SegmentMeter implements OnModuleDestroy {
  constructor(@Inject(threadOptions) @Optional() private readonly options: ThreadOptions = {}) {
    super();
  }

  private readonly idle: Worker[] = [];

  onModuleDestroy(): Promise<void> {
    return this.close();
  }

  /** Ends the threads that wait. */
  async close(): Promise<void> {
    await Promise.all(this.idle.splice(0).map((worker) => worker.terminate()));
  }

  engineOf(options: SegmentOptions): string {
    return segmentEngine(options);
  }

  async measureSegment(rows: AsyncIterable<readonly Example[]>, options: SegmentOptions): Promise<MeasuredSegmentRows> {
    const answer = await this.carryOut({ kind: 'measure', options }, ordersOf(rows));
    if (answer.kind !== 'measured') {
      throw new Error(`a thread that measures answered ${answer.kind}`);
    }
    return answer.measured;
  }

  async judge({ segments, question, expectedRows }: JudgeOrder): Promise<ReadinessMeasurement> {
    async function* orders(): AsyncGenerator<SegmentOrder> {
      for await (const segment of segments) {
        yield { kind: 'segment', segment };
      }
    }
    const answer = await this.carryOut({ kind: 'judge', question, expectedRows }, orders());
    if (answer.kind !== 'judged') {
      throw new Error(`a thread that judges answered ${answer.kind}`);
    }
    return answer.measurement;
  }

  /**
   * The folder is made and removed out here: a thread that runs out of memory cannot clean up after itself.
   * @throws Error when the thread ended without an answer: out of memory, or a bug
   */
  private async carryOut(work: SegmentWork, orders: AsyncIterable<SegmentOrder>): Promise<SegmentAnswer> {
    const folder = await mkdtemp(join(tmpdir(), `openward-${work.kind}-`));
    const worker = this.idle.pop() ?? this.start();
    worker.ref();
    try {
      await answerTo(worker, { kind: 'begin', work, folder });
      for await (const order of orders) {
        await answerTo(worker, order);
      }
      const answer = await answerTo(worker, { kind: 'end' });
      this.wait(worker);
      return answer;
    } catch (error) {
      await worker.terminate();
      throw error;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  private start(): Worker {
    return new Worker(this.options.workerEntry ?? workerEntryBeside(), {
      resourceLimits: { maxOldGenerationSizeMb: heapMegabytesMax },
    });
  }

  /** For the next task; after a while without one the thread ends. The process never waits for it. */
  private wait(worker: Worker): void {
    worker.unref();
    this.idle.push(worker);
    setTimeout(() => {
      const at = this.idle.indexOf(worker);
      if (at !== -1) {
        this.idle.splice(at, 1);
        void worker.terminate();
      }
    }, idleMs).unref();
  }
}

async function* ordersOf(pages: AsyncIterable<readonly Example[]>): AsyncGenerator<SegmentOrder> {
  for await (const rows of pages) {
    yield { kind: 'rows', rows };
  }
}

/** A thread that is gone has this number. */
const goneThreadId = -1;

function answerTo(worker: Worker, order: SegmentOrder): Promise<SegmentAnswer> {
  if (worker.threadId === goneThreadId) {
    return Promise.reject(new Error('the measuring thread is gone'));
  }
  return new Promise((resolve, reject) => {
    const settled = (settle: () => void) => {
      worker.off('message', hear).off('error', fail).off('exit', leave);
      settle();
    };
    const hear = (answer: SegmentAnswer) => settled(() => resolve(answer));
    const fail = (error: Error) => settled(() => reject(error));
    const leave = (code: number) =>
      settled(() => reject(new Error(`the measuring thread ended with code ${code} before it answered`)));
    worker.once('message', hear).once('error', fail).once('exit', leave);
    worker.postMessage(order);
  });
}
