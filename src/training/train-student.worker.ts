// The thread in which a student is trained, so that the service goes on answering. It gets its order as worker data,
// tells how far it is, hands over the finished bytes without copying them, and ends.
import { parentPort, workerData } from 'node:worker_threads';
import { type StudentProgress, trainStudent } from './softmax-student.js';
import { packStudent, studentArtefactDigest } from './student-artefact.js';
import type { StudentHyperparameters } from './student-hyperparameters.js';
import type { StudentRow } from './student-rows.js';

export interface StudentTrainingOrder {
  readonly rows: readonly StudentRow[];
  readonly hyperparameters: StudentHyperparameters;
}

export interface StudentTrainingProgress extends StudentProgress {
  /** Seconds until the student is finished, from the pace so far; null before there is one. */
  readonly etaSeconds: number | null;
}

export interface TrainedStudent {
  readonly artefact: Uint8Array;
  /** `sha256:` digest of the artefact. */
  readonly artefactDigest: string;
  readonly labels: readonly string[];
  readonly trainSeconds: number;
  readonly trainRows: number;
  /** Mean cross-entropy in nats over the last pass. */
  readonly finalLoss: number;
  /** `sha256:` digest of the rows, whatever order they came in. */
  readonly datasetDigest: string;
}

export type StudentTrainingMessage =
  | { readonly kind: 'progress'; readonly progress: StudentTrainingProgress }
  | { readonly kind: 'trained'; readonly student: TrainedStudent };

function runOrder(order: StudentTrainingOrder, post: (message: StudentTrainingMessage) => void): TrainedStudent {
  const startedMs = performance.now();
  const elapsedSeconds = () => (performance.now() - startedMs) / 1000;
  const training = trainStudent(order.rows, order.hyperparameters);
  let step = training.next();
  while (step.done !== true) {
    const { share } = step.value;
    const etaSeconds = share > 0 ? (elapsedSeconds() / share) * (1 - share) : null;
    post({ kind: 'progress', progress: { ...step.value, etaSeconds } });
    step = training.next();
  }
  const student = step.value;
  const artefact = packStudent(student);
  return {
    artefact,
    artefactDigest: studentArtefactDigest(artefact),
    labels: student.labels,
    trainSeconds: elapsedSeconds(),
    trainRows: student.trainRows,
    finalLoss: student.finalLoss,
    datasetDigest: student.datasetDigest,
  };
}

const port = parentPort;
if (port === null) {
  throw new Error('train-student.worker runs in a worker thread only');
}
const student = runOrder(workerData as StudentTrainingOrder, (message) => port.postMessage(message));
const trained: StudentTrainingMessage = { kind: 'trained', student };
port.postMessage(trained, [student.artefact.buffer as ArrayBuffer]);
