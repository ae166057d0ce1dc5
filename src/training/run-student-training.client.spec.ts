// The thread is compiled once into a folder of its own and really runs.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compileStudentWorker } from '../../test/builders/compiled-student-worker.js';
import { intentLabels, intentRows } from '../../test/builders/intent-rows.js';
import { baselineStudentHyperparameters } from './recipes/baseline-student.js';
import { runStudentTraining, StudentTrainingError } from './run-student-training.client.js';
import { predictLabel } from './softmax-student.js';
import { studentArtefactDigest, unpackStudent } from './student-artefact.js';
import type { StudentTrainingProgress } from './train-student.worker.js';

const { entry: workerEntry, root } = compileStudentWorker();
afterAll(() => rmSync(root, { recursive: true }));

const hyperparameters = { ...baselineStudentHyperparameters, updatesMin: 2_000 };
/** Far more passes than a test waits for. */
const endless = { ...hyperparameters, epochs: 1000, updatesMin: 1_000_000 };

describe('training in a thread', () => {
  it('hands back a student that answers, with its digest and what it was made from', async () => {
    const result = await runStudentTraining({ rows: intentRows(20), hyperparameters }, { workerEntry });
    const student = unpackStudent(result.artefact);
    expect(predictLabel(student, 'my lamp came broken').label).toBe('damaged-goods');
    expect(result.artefactDigest).toBe(studentArtefactDigest(result.artefact));
    expect(result.labels).toEqual(intentLabels);
    expect(result.trainRows).toBe(100);
    expect(result.datasetDigest).toBe(student.datasetDigest);
    expect(result.finalLoss).toBe(student.finalLoss);
    expect(result.trainSeconds).toBeGreaterThan(0);
  });

  it('makes the same bytes in another thread', async () => {
    const order = { rows: intentRows(10), hyperparameters };
    const first = await runStudentTraining(order, { workerEntry });
    const second = await runStudentTraining(order, { workerEntry });
    expect(second.artefactDigest).toBe(first.artefactDigest);
  });

  it('tells progress that never falls, with the time that is left', async () => {
    const seen: StudentTrainingProgress[] = [];
    const onProgress = (progress: StudentTrainingProgress) => seen.push(progress);
    await runStudentTraining({ rows: intentRows(120), hyperparameters }, { workerEntry, onProgress });
    const shares = seen.map((progress) => progress.share);
    expect(shares).toEqual([...shares].sort((left, right) => left - right));
    expect(seen[0]?.etaSeconds).toBeNull();
    expect(seen.at(-1)?.etaSeconds).toBeGreaterThanOrEqual(0);
  });

  it('stops in the middle when it is cancelled', async () => {
    const cancel = new AbortController();
    const training = runStudentTraining(
      { rows: intentRows(200), hyperparameters: endless },
      { workerEntry, signal: cancel.signal, onProgress: () => cancel.abort() },
    );
    await expect(training).rejects.toMatchObject({ fault: 'cancelled', message: 'the training was cancelled' });
  });

  it('does not start when it is cancelled before', async () => {
    const training = runStudentTraining({ rows: intentRows(5), hyperparameters }, { signal: AbortSignal.abort() });
    await expect(training).rejects.toMatchObject({ fault: 'cancelled' });
  });

  it.each([
    ['one label only', intentRows(9).slice(0, 9), 'all 9 rows have the same label'],
    ['an empty text', [...intentRows(1), { text: '', label: 'x' }], 'row 6 of 6 has an empty text'],
    ['no rows', [], 'there are no rows'],
  ])('refuses %s before any thread starts', async (_what, rows, reason) => {
    const training = runStudentTraining({ rows, hyperparameters });
    await expect(training).rejects.toMatchObject({ fault: 'unusable-input' });
    await expect(training).rejects.toThrow(reason);
  });

  it('fails alone when the thread fails', async () => {
    const order = { rows: intentRows(2), hyperparameters };
    const thread = (name: string, code: string) => {
      writeFileSync(join(root, name), code);
      return pathToFileURL(join(root, name));
    };
    const throwing = runStudentTraining(order, { workerEntry: thread('throws.js', "throw new Error('boom')") });
    await expect(throwing).rejects.toThrow(StudentTrainingError);
    await expect(throwing).rejects.toMatchObject({ fault: 'thread-failed', message: expect.stringContaining('boom') });
    const silent = runStudentTraining(order, { workerEntry: thread('ends.js', '') });
    await expect(silent).rejects.toThrow('before the student was finished');
  });

  it('ends the thread when whoever listens to the progress throws', async () => {
    const onProgress = () => {
      throw new Error('no ear');
    };
    const training = runStudentTraining(
      { rows: intentRows(200), hyperparameters: endless },
      { workerEntry, onProgress },
    );
    await expect(training).rejects.toThrow('no ear');
  });
});
