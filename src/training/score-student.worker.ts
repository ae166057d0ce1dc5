// The thread in which a student is trained for a question: it learns, answers every text, and ends.
import { parentPort, workerData } from 'node:worker_threads';
import { baselineStudentHyperparameters } from './recipes/baseline-student.js';
import { labelProbabilities, type Student, trainStudent } from './softmax-student.js';
import type { ScoringOrder, StudentScores } from './student-scorer.js';

function studentOf(order: ScoringOrder): Student {
  const training = trainStudent(order.train, baselineStudentHyperparameters);
  let step = training.next();
  while (step.done !== true) {
    step = training.next();
  }
  return step.value;
}

function scoresOf(order: ScoringOrder): StudentScores {
  const student = studentOf(order);
  const { labels } = student;
  const probabilities = new Float32Array(order.texts.length * labels.length);
  for (const [at, text] of order.texts.entries()) {
    probabilities.set(labelProbabilities(student, text), at * labels.length);
  }
  return { labels, probabilities };
}

const port = parentPort;
if (port === null) {
  throw new Error('score-student.worker runs in a worker thread only');
}
const scores = scoresOf(workerData as ScoringOrder);
port.postMessage(scores, [scores.probabilities.buffer as ArrayBuffer]);
