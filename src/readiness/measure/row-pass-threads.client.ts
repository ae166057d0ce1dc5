// The threads of a row pass: each is given a piece when it has few waiting, so that memory stays flat however large the
// file is; buffers go round.
import { Worker } from 'node:worker_threads';
import {
  type PassFacts,
  type PieceOrder,
  type ReadRows,
  type RowPassAnswer,
  type RowPassJob,
  type RowPassOrder,
  tellingThread,
} from '../row-pass/row-pass-orders.js';
import { threadEntryOf } from '../row-pass/thread-entry.client.js';
import { type FileTally, mergeFileTallies } from './file-tally.js';
import { type FoldParts, mergeFolds, type SegmentFold } from './segment-fold.js';

const workerEntryBeside = (): URL => threadEntryOf(new URL('../row-pass/row-pass.worker.js', import.meta.url));
/** One is read while the next one waits. */
const waitingPerThreadMax = 2;
const youngMegabytes = 32;
const oldMegabytes = 256;

export interface RowPassOutcome {
  readonly fold: SegmentFold;
  /** By import id. */
  readonly files: ReadonlyMap<string, FileTally>;
}

export interface ThreadsOptions {
  readonly job: Omit<RowPassJob, 'thread'>;
  readonly threads: number;
  readonly parts: FoldParts;
  onFacts(facts: PassFacts): void;
  onRows(rows: number): void;
  /** The compiled entry of a thread; beside this file unless the code is laid out otherwise. */
  readonly workerEntry?: URL;
}

interface Thread {
  readonly worker: Worker;
  waiting: number;
}

export class RowPassThreads {
  private readonly threads: Thread[];
  private readonly buffers: ArrayBuffer[] = [];
  private readonly owners = new Map<string, Thread>();
  private readonly ended: ReadRows[] = [];
  private readonly told: SegmentFold[] = [];
  private failure: Error | null = null;
  private wake: () => void = () => undefined;

  constructor(private readonly options: ThreadsOptions) {
    this.threads = Array.from({ length: options.threads }, (_, thread) => this.start(thread));
  }

  /** A buffer that came back, or a new one. */
  take(bytes: number): ArrayBuffer {
    const at = this.buffers.findIndex((buffer) => buffer.byteLength >= bytes);
    return this.buffers.splice(at, at === -1 ? 0 : 1)[0] ?? new ArrayBuffer(bytes);
  }

  /** Waits until a thread has room. Throws what a thread broke with. */
  async give(order: PieceOrder): Promise<void> {
    const thread = await this.threadFor(order);
    thread.waiting += 1;
    this.tell(thread, order, [order.buffer]);
  }

  /** All pieces were given. @returns the states of all threads, merged */
  async end(): Promise<RowPassOutcome> {
    for (const thread of this.threads) {
      this.tell(thread, { kind: 'end' }, []);
    }
    await this.until(() => this.ended.length === this.threads.length);
    const untold = this.ended.flatMap((read) => read.untold);
    for (const [place, thread] of this.threads.entries()) {
      this.tell(thread, { kind: 'languages', rows: place === tellingThread ? untold : [] }, []);
    }
    await this.until(() => this.told.length === this.threads.length);
    const files = new Map<string, FileTally>();
    for (const [importId, tally] of this.ended.flatMap((read) => [...read.files])) {
      const known = files.get(importId);
      files.set(importId, known === undefined ? tally : mergeFileTallies(known, tally));
    }
    const folds = [...this.ended.map((read) => read.fold), ...this.told];
    const fold = folds.reduce((one, other) => mergeFolds(this.options.parts, one, other));
    return { fold, files };
  }

  async stop(): Promise<void> {
    await Promise.all(this.threads.map(({ worker }) => worker.terminate()));
  }

  /** A stream stays with the thread that began it. */
  private async threadFor({ cut, file, isLast }: PieceOrder): Promise<Thread> {
    const hasRoom = (thread: Thread) => thread.waiting < waitingPerThreadMax;
    const owner = cut === 'stream' ? this.owners.get(file.importId) : undefined;
    await this.until(() => (owner === undefined ? this.threads.some(hasRoom) : hasRoom(owner)));
    const idlest = this.threads.reduce((one, other) => (other.waiting < one.waiting ? other : one));
    const thread = owner ?? idlest;
    if (cut === 'stream') {
      this.owners.set(file.importId, thread);
      if (isLast) {
        this.owners.delete(file.importId);
      }
    }
    return thread;
  }

  private async until(isSo: () => boolean): Promise<void> {
    while (this.failure === null && !isSo()) {
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
    if (this.failure !== null) {
      throw this.failure;
    }
  }

  private start(number: number): Thread {
    const worker = new Worker(this.options.workerEntry ?? workerEntryBeside(), {
      workerData: { ...this.options.job, thread: number } satisfies RowPassJob,
      resourceLimits: { maxYoungGenerationSizeMb: youngMegabytes, maxOldGenerationSizeMb: oldMegabytes },
    });
    const thread: Thread = { worker, waiting: 0 };
    worker.on('message', (answer: RowPassAnswer) => this.hear(thread, answer));
    worker.on('error', (error) => this.fail(error));
    worker.on('exit', (code) => {
      if (code !== 0) {
        this.fail(new Error(`a thread of the row pass ended with code ${code}`));
      }
    });
    return thread;
  }

  private hear(thread: Thread, answer: RowPassAnswer): void {
    if (answer.kind === 'facts') {
      this.options.onFacts(answer.facts);
    } else if (answer.kind === 'read') {
      thread.waiting -= 1;
      this.buffers.push(answer.buffer);
      this.options.onRows(answer.rows);
    } else if (answer.kind === 'ended') {
      this.ended.push(answer);
    } else {
      this.told.push(answer.fold);
    }
    this.wake();
  }

  private fail(error: Error): void {
    this.failure ??= error;
    this.wake();
  }

  private tell(thread: Thread, order: RowPassOrder, buffers: ArrayBuffer[]): void {
    thread.worker.postMessage(order, buffers);
  }
}
