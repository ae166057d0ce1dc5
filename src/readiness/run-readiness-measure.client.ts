// Measures a data set in a thread of its own and waits for it here. The thread is gone when the promise settles.
import { Worker } from 'node:worker_threads';
import { Injectable } from '@nestjs/common';
import type { ReadinessMeasurement, ReadinessQuestion } from './measure-readiness.js';
import type { ReadinessAnswer, ReadinessOrder } from './measure-readiness.worker.js';
import { ReadinessMeter } from './readiness-meter.js';
import type { Example } from './rows/example.js';

const workerEntryBeside = (): URL => new URL('./measure-readiness.worker.js', import.meta.url);
/** A data set that needs more heap fails alone, and the service lives on. */
const heapMegabytesMax = 2048;

export interface ReadinessMeasureOptions {
  /** The compiled entry of the thread; beside this file unless the code is laid out otherwise. */
  readonly workerEntry?: URL;
}

/** @throws Error when the thread ended without an answer: out of memory, or a bug */
export async function runReadinessMeasure(
  pages: AsyncIterable<readonly Example[]>,
  question: ReadinessQuestion,
  options: ReadinessMeasureOptions = {},
): Promise<ReadinessMeasurement> {
  const worker = new Worker(options.workerEntry ?? workerEntryBeside(), {
    workerData: question,
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytesMax },
  });
  try {
    const answer = answerOf(worker);
    await Promise.race([answer, send(worker, pages)]);
    return await answer;
  } finally {
    await worker.terminate();
  }
}

async function send(worker: Worker, pages: AsyncIterable<readonly Example[]>): Promise<void> {
  const post = (order: ReadinessOrder) => worker.postMessage(order);
  for await (const rows of pages) {
    post({ kind: 'rows', rows });
  }
  post({ kind: 'measure' });
}

function answerOf(worker: Worker): Promise<ReadinessMeasurement> {
  return new Promise((resolve, reject) => {
    worker.once('message', (answer: ReadinessAnswer) => resolve(answer.measurement));
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the measuring thread ended with code ${code} before it answered`)));
  });
}

@Injectable()
export class ThreadReadinessMeter extends ReadinessMeter {
  measure(pages: AsyncIterable<readonly Example[]>, question: ReadinessQuestion): Promise<ReadinessMeasurement> {
    return runReadinessMeasure(pages, question);
  }
}
