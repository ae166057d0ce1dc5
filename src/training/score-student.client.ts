// Trains and asks a student in a thread of its own. The thread is gone when the promise settles.
import { Worker } from 'node:worker_threads';
import { Injectable } from '@nestjs/common';
import { studentRowsFault } from './student-rows.js';
import { type ScoringOrder, StudentScorer, type StudentScores } from './student-scorer.js';

const workerEntryBeside = (): URL => new URL('./score-student.worker.js', import.meta.url);
const heapMegabytesMax = 2048;

/** @throws Error when the rows teach nothing, or the thread ended without an answer */
export async function scoreStudent(order: ScoringOrder, options: { workerEntry?: URL } = {}): Promise<StudentScores> {
  const fault = studentRowsFault(order.train);
  if (fault !== null) {
    throw new Error(`cannot train a student: ${fault}`);
  }
  const worker = new Worker(options.workerEntry ?? workerEntryBeside(), {
    workerData: order,
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytesMax },
  });
  try {
    return await new Promise<StudentScores>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', (code) => reject(new Error(`the scoring thread ended with code ${code} before it answered`)));
    });
  } finally {
    await worker.terminate();
  }
}

@Injectable()
export class ThreadStudentScorer extends StudentScorer {
  score(order: ScoringOrder): Promise<StudentScores> {
    return scoreStudent(order);
  }
}
