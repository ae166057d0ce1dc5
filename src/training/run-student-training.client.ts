// Trains a student in a thread of its own and waits for it here. What cannot be trained is refused before the thread
// is started; whatever happens, the thread is gone when the promise settles.
import { Worker } from 'node:worker_threads';
import { hyperparameterFault } from './student-hyperparameters.js';
import { studentRowsFault } from './student-rows.js';
import type {
  StudentTrainingMessage,
  StudentTrainingOrder,
  StudentTrainingProgress,
  TrainedStudent,
} from './train-student.worker.js';

export type StudentTrainingFault = 'unusable-input' | 'cancelled' | 'thread-failed';

/** Training ended without a student; `fault` says why in a word, the message in a sentence. */
export class StudentTrainingError extends Error {
  constructor(
    readonly fault: StudentTrainingFault,
    detail: string,
    options?: ErrorOptions,
  ) {
    super(detail, options);
    this.name = 'StudentTrainingError';
  }
}

export interface StudentTrainingOptions {
  readonly onProgress?: (progress: StudentTrainingProgress) => void;
  /** Ends the thread at once, wherever it is. */
  readonly signal?: AbortSignal;
  /** The compiled entry of the thread; beside this file unless the code is laid out otherwise. */
  readonly workerEntry?: URL;
}

const workerEntryBeside = (): URL => new URL('./train-student.worker.js', import.meta.url);
/** A training that needs more heap fails alone, and the service lives on; weights are not part of the heap. */
const heapMegabytesMax = 2048;

/**
 * Trains a student from the rows.
 * @throws StudentTrainingError `unusable-input` (no rows, an empty text or label, one label only, too many labels,
 *   a hyperparameter out of bounds), `cancelled` (the signal was aborted), `thread-failed` (out of memory, a bug)
 */
export async function runStudentTraining(
  order: StudentTrainingOrder,
  options: StudentTrainingOptions = {},
): Promise<TrainedStudent> {
  const fault = studentRowsFault(order.rows) ?? hyperparameterFault({ ...order.hyperparameters });
  if (fault !== null) {
    throw new StudentTrainingError('unusable-input', `cannot train a student: ${fault}`);
  }
  if (options.signal?.aborted) {
    throw cancelled();
  }
  const worker = new Worker(options.workerEntry ?? workerEntryBeside(), {
    workerData: order,
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytesMax },
  });
  try {
    return await outcomeOf(worker, options);
  } finally {
    await worker.terminate();
  }
}

function outcomeOf(worker: Worker, options: StudentTrainingOptions): Promise<TrainedStudent> {
  const { signal } = options;
  return new Promise<TrainedStudent>((resolve, reject) => {
    const onAbort = () => reject(cancelled());
    signal?.addEventListener('abort', onAbort, { once: true });
    worker.on('message', (message: StudentTrainingMessage) => {
      if (message.kind === 'trained') {
        resolve(message.student);
        return;
      }
      try {
        options.onProgress?.(message.progress);
      } catch (cause) {
        // Thrown in an event handler it would end the whole process.
        reject(cause);
      }
    });
    worker.once('error', (cause) => reject(threadFailed(cause)));
    worker.once('exit', (code) => {
      signal?.removeEventListener('abort', onAbort);
      reject(threadFailed(new Error(`it ended with code ${code} before the student was finished`)));
    });
  });
}

function cancelled(): StudentTrainingError {
  return new StudentTrainingError('cancelled', 'the training was cancelled');
}

function threadFailed(cause: unknown): StudentTrainingError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new StudentTrainingError('thread-failed', `the training thread failed: ${reason}`, { cause });
}
