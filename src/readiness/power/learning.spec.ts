import fc from 'fast-check';
import { WordLearner } from '../../../test/fakes/learner.fake.js';
import { sha256Hex } from '../../kernel/digest.js';
import { suspectRows } from './confident-learning.js';
import { accuracyAt, fitLearningCurve } from './fit-learning-curve.js';
import { bestLabel } from './learner.js';
import { measureLabelNoise } from './measure-label-noise.js';
import { measureLearningCurve } from './measure-learning-curve.js';
import { nestedSubsets, stratifiedFolds } from './nested-subsets.js';

const classWords = { lost: ['lost', 'missing', 'stolen'], fee: ['fee', 'charge', 'cost'], rate: ['rate', 'exchange'] };
type Label = keyof typeof classWords;

/** Rows whose words tell the class; `wrong` of the first ones carry the label of another. */
function rowsOf(count: number, wrong = 0) {
  const labels = Object.keys(classWords) as Label[];
  return Array.from({ length: count }, (_, at) => {
    const truth = labels[at % labels.length] ?? 'lost';
    const words = classWords[truth];
    const text = `please say ${words[at % words.length]} and ${words[(at + 1) % words.length]} case${at}`;
    const label = at < wrong ? (labels[(at + 1) % labels.length] ?? 'fee') : truth;
    const promptKey = sha256Hex(text);
    return {
      text,
      label,
      promptKey,
      rowKey: sha256Hex(`${text}${label}`),
      origin: 'import' as const,
      originId: 'imp_1',
      line: at,
    };
  });
}

describe('nested subsets', () => {
  const rows = rowsOf(300);
  const subsets = nestedSubsets(rows, [0.1, 0.25, 0.5, 1]);

  it('are each within the next, the last being all rows', () => {
    for (const [at, subset] of subsets.slice(0, -1).entries()) {
      const next = new Set(subsets[at + 1]);
      expect(subset.every((row) => next.has(row))).toBe(true);
    }
    expect(subsets.map(({ length }) => length)).toEqual([30, 75, 150, 300]);
  });

  it('keep the classes in their shares, and at least one row of each', () => {
    const rare = [...rows, { ...(rows[0] as (typeof rows)[number]), label: 'rare', rowKey: 'r' }];
    const [small] = nestedSubsets(rare, [0.1]);
    const tally = (label: string) => small?.filter((row) => row.label === label).length;
    expect([tally('lost'), tally('fee'), tally('rate'), tally('rare')]).toEqual([10, 10, 10, 1]);
  });

  it('do not depend on the order of the rows', () => {
    const keys = (subset: readonly { rowKey: string }[] = []) => subset.map(({ rowKey }) => rowKey).sort();
    expect(keys(nestedSubsets([...rows].reverse(), [0.25])[0])).toEqual(keys(subsets[1]));
  });

  it('fold every row into exactly one part, with the classes in their shares', () => {
    const folds = stratifiedFolds(rows, 3);
    expect(folds.map(({ length }) => length).reduce((sum, length) => sum + length, 0)).toBe(300);
    for (const fold of folds) {
      expect(fold.filter(({ label }) => label === 'lost').length).toBeGreaterThanOrEqual(33);
    }
  });
});

describe('the learning curve', () => {
  it('is found again from points that lie on it', () => {
    const truth = { a: 0.95, b: 1.2, c: 0.5 };
    const points = [50, 100, 200, 400, 800].map((trainRows) => ({ trainRows, accuracy: accuracyAt(truth, trainRows) }));
    const { fit, gainOfDoubling } = fitLearningCurve(points);
    expect(fit?.a).toBeCloseTo(0.95, 3);
    expect(fit?.c).toBeCloseTo(0.5, 2);
    expect(gainOfDoubling).toBeCloseTo(accuracyAt(truth, 1_600) - accuracyAt(truth, 800), 3);
  });

  // Accuracy on 77 intents with 1, 2, 5, 10, 20, 35, 50 and 100 rows a class: the last doubling brought 3.2 points.
  it('foretells from up to 50 rows a class what 100 brought on a public set', () => {
    const measured = [0.252, 0.37, 0.553, 0.671, 0.764, 0.826, 0.853];
    const points = [1, 2, 5, 10, 20, 35, 50].map((rows, at) => ({ trainRows: 77 * rows, accuracy: measured[at] ?? 0 }));
    const { gainOfDoubling } = fitLearningCurve(points);
    expect(gainOfDoubling ?? 0).toBeGreaterThan(0.022);
    expect(gainOfDoubling ?? 0).toBeLessThan(0.045);
  });

  it('is no curve below four sizes, and no gain where more rows did not help', () => {
    const flat = [10, 20, 40, 80].map((trainRows) => ({ trainRows, accuracy: 0.9 - trainRows / 1_000 }));
    expect(fitLearningCurve(flat)).toMatchObject({ fit: null, gainOfDoubling: null });
    expect(fitLearningCurve(flat.slice(1))).toMatchObject({ fit: null, gainOfDoubling: null });
  });

  it('never foretells an accuracy above one', () => {
    const accuracies = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(accuracies, (measured) => {
        const points = measured.map((accuracy, at) => ({ trainRows: 50 * 2 ** at, accuracy }));
        const { gainOfDoubling } = fitLearningCurve(points);
        expect(gainOfDoubling ?? 0).toBeGreaterThanOrEqual(0);
        expect(gainOfDoubling ?? 0).toBeLessThanOrEqual(1);
      }),
      { numRuns: 50 },
    );
  });

  it('is measured on five nested sets, and asks no text that was learnt', async () => {
    const learner = new WordLearner();
    const rows = rowsOf(480);
    const order = { train: rows.slice(0, 320), holdout: [...rows.slice(320), ...rows.slice(0, 5)] };
    const curve = await measureLearningCurve(order, learner);
    expect(learner.tasks.map(({ texts }) => texts)).toEqual([160, 160, 160, 160, 160]);
    expect(curve?.points.map(({ trainRows }) => trainRows)).toEqual([21, 39, 81, 161, 320]);
    expect(curve?.points.at(-1)?.accuracy).toBeGreaterThan(0.95);
  });

  it('is not measured without a hold-out or with a single label', async () => {
    const rows = rowsOf(30);
    const learner = new WordLearner();
    expect(await measureLearningCurve({ train: rows, holdout: [] }, learner)).toBeNull();
    const one = rows.filter(({ label }) => label === 'fee');
    expect(await measureLearningCurve({ train: one, holdout: rows }, learner)).toBeNull();
  });
});

describe('suspect labels', () => {
  it('are rows that are believed to be of another class', () => {
    // Mean self-confidence of class 0 is (0.9 + 0.8 + 0.2)/3, of class 1 0.75: only the third row reaches another class.
    const probabilities = Float32Array.of(0.9, 0.1, 0.8, 0.2, 0.2, 0.8, 0.3, 0.7, 0.2, 0.8);
    const found = suspectRows({ labels: ['a', 'b'], given: [0, 0, 0, 1, 1], probabilities });
    expect(found).toEqual([{ row: 2, suggested: 1, margin: expect.closeTo(0.6, 6) }]);
  });

  it('need a whole matrix', () => {
    expect(() => suspectRows({ labels: ['a'], given: [0], probabilities: new Float32Array(2) })).toThrow(RangeError);
  });

  it('are found where they were planted', async () => {
    const noise = await measureLabelNoise(rowsOf(300, 12), new WordLearner());
    expect(noise).toMatchObject({ rows: 300, suspects: 12 });
    expect(noise?.worst[0]).toMatchObject({
      excerpt: expect.stringContaining('please say'),
      place: { originId: 'imp_1' },
    });
    expect(noise?.worst.every(({ given, suggested }) => given !== suggested)).toBe(true);
  });

  it('are not looked for where there is one label', async () => {
    const one = rowsOf(30).filter(({ label }) => label === 'fee');
    expect(await measureLabelNoise(one, new WordLearner())).toBeNull();
  });
});

describe('the best label', () => {
  it('is the most probable, of equals the first, of none nothing', () => {
    const probabilities = Float32Array.of(0.5, 0.5, 0.1, 0.9);
    const answers = { labels: ['a', 'b'], probabilities };
    expect([bestLabel(answers, 0), bestLabel(answers, 1)]).toEqual(['a', 'b']);
    expect(bestLabel({ labels: [], probabilities: new Float32Array(0) }, 0)).toBeNull();
  });
});
