import { intentLabels, intentRows } from '../../test/builders/intent-rows.js';
import { baselineStudentHyperparameters } from './recipes/baseline-student.js';
import { predictLabel, type Student, type StudentProgress, trainStudent } from './softmax-student.js';
import { packStudent } from './student-artefact.js';
import type { StudentRow } from './student-rows.js';

/** As the recipe has it, but with fewer passes over small sets. */
const hyperparameters = { ...baselineStudentHyperparameters, updatesMin: 2_000 };

describe('the baseline student', () => {
  it('learns five intents from rows and answers others like them', () => {
    const student = train(intentRows(30));
    const unseen = intentRows(20, 500);
    expect(student.labels).toEqual(intentLabels);
    expect(accuracy(student, unseen)).toBeGreaterThanOrEqual(0.98);
    expect(student.finalLoss).toBeLessThan(0.3);
  });

  it('learns two classes from twenty rows', () => {
    const two = intentRows(10).filter((row) => ['ask-refund', 'opening-hours'].includes(row.label));
    const student = train(two);
    const unseen = intentRows(10, 300).filter((row) => student.labels.includes(row.label));
    expect(accuracy(student, unseen)).toBe(1);
  });

  it('gives the same bytes for the same rows, whatever their order', () => {
    const rows = intentRows(12);
    const bytes = packStudent(train(rows));
    expect(Buffer.compare(packStudent(train(rows)), bytes)).toBe(0);
    expect(Buffer.compare(packStudent(train([...rows].reverse())), bytes)).toBe(0);
  });

  it('gives other bytes for another seed or another row', () => {
    const rows = intentRows(12);
    const bytes = packStudent(train(rows));
    expect(Buffer.compare(packStudent(train(rows, { ...hyperparameters, seed: 2 })), bytes)).not.toBe(0);
    expect(Buffer.compare(packStudent(train(rows.slice(1))), bytes)).not.toBe(0);
  });

  it('still finds a class that is one row in fifty', () => {
    const many = intentRows(200).filter((row) => row.label === 'track-parcel');
    const few = intentRows(4).filter((row) => row.label === 'damaged-goods');
    const student = train([...many, ...few]);
    expect(accuracy(student, [...intentRows(20, 800).filter((row) => row.label === 'track-parcel')])).toBe(1);
    expect(predictLabel(student, 'the lamp from Porto arrived broken').label).toBe('damaged-goods');
  });

  it('learns in scripts with and without spaces', () => {
    const student = train([
      ...['我的卡在哪里', '卡还没有到', '卡什么时候到'].map((text) => ({ text, label: 'card' })),
      ...['我要退款', '请退钱给我', '退款要多久'].map((text) => ({ text, label: 'refund' })),
      ...['где моя посылка', 'посылка не пришла'].map((text) => ({ text, label: 'parcel' })),
    ]);
    expect(predictLabel(student, '卡到哪里了').label).toBe('card');
    expect(predictLabel(student, '怎么退款').label).toBe('refund');
    expect(predictLabel(student, 'ПОСЫЛКИ ещё нет').label).toBe('parcel');
  });

  it('answers a text that says nothing with the most frequent label and its share', () => {
    const student = train([...intentRows(6), ...intentRows(6, 100).filter((row) => row.label === 'ask-refund')]);
    for (const text of ['', '?!', '日本']) {
      const { label, probability } = predictLabel(student, text);
      expect(label).toBe('ask-refund');
      expect(probability).toBeCloseTo(12 / 36, 6);
    }
  });

  it('scores the best labels first, with probabilities that sum to one over all', () => {
    const student = train(intentRows(10));
    const all = predictLabel(student, 'is my parcel broken', 99).scores;
    expect(all).toHaveLength(5);
    expect(all.reduce((sum, score) => sum + score.probability, 0)).toBeCloseTo(1, 9);
    expect(all.map((score) => score.probability)).toEqual(
      all.map((score) => score.probability).sort((left, right) => right - left),
    );
    expect(predictLabel(student, 'is my parcel broken', 2).scores).toEqual(all.slice(0, 2));
  });

  it('takes a text of a hundred thousand characters', () => {
    const student = train(intentRows(10));
    const text = `the crate from Turin arrived broken ${'and so on '.repeat(10_000)}`;
    expect(predictLabel(student, text).scores).toHaveLength(3);
  });

  it('tells progress that never falls, pass by pass, and a loss once there is one', () => {
    const seen: StudentProgress[] = [];
    train(intentRows(300), hyperparameters, (progress) => seen.push(progress));
    const shares = seen.map((progress) => progress.share);
    expect(shares).toEqual([...shares].sort((left, right) => left - right));
    expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
    expect(new Set(seen.map((progress) => progress.phase))).toEqual(new Set(['reading', 'fitting', 'packing']));
    expect(seen.every((progress) => (progress.loss === null) === (progress.phase === 'reading'))).toBe(true);
    expect(seen.at(-1)?.epoch).toBe(seen.at(-1)?.epochs);
  });

  it('refuses what it cannot learn from, with the reason', () => {
    expect(() => train([{ text: 'a', label: 'x' }])).toThrow(/all 1 rows have the same label/);
    expect(() => train(intentRows(2), { ...hyperparameters, epochs: 0 })).toThrow(/epochs must be/);
  });
});

function train(
  rows: readonly StudentRow[],
  choice = hyperparameters,
  onProgress: (progress: StudentProgress) => void = () => {},
): Student {
  const training = trainStudent(rows, choice);
  let step = training.next();
  while (step.done !== true) {
    onProgress(step.value);
    step = training.next();
  }
  return step.value;
}

function accuracy(student: Student, rows: readonly StudentRow[]): number {
  return rows.filter((row) => predictLabel(student, row.text).label === row.label).length / rows.length;
}
