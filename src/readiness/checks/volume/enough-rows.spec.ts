// V01 to V03 at their thresholds, by the limits that ship.
import { aRowFacts, type RowFactsParts } from '../../../../test/builders/row-facts.js';
import { aPower, aSetFacts, judged } from '../../../../test/builders/set-context.js';
import type { SetContext } from '../../check.js';
import type { ClassRows } from '../../facts/set-facts.js';
import { enoughHoldoutRows } from './enough-holdout-rows.js';
import { enoughRowsPerClass } from './enough-rows-per-class.js';
import { enoughTrainRows } from './enough-train-rows.js';

const none = { train: 0, holdout: 0 };
const fatesOf = (train: number, holdout: number) => ({
  kept: { train, holdout },
  outranked: none,
  repeated: none,
  leaked: none,
});
const trainable = (rows: number): Partial<SetContext> => ({
  set: aSetFacts({
    rows,
    fates: fatesOf(rows, 0),
    funnel: { permitted: rows, clean: rows, inBudget: rows, trainable: rows },
  }),
});
const heldOut = (rows: number) => ({ set: aSetFacts({ rows, fates: fatesOf(0, rows) }) });

describe('enough training rows', () => {
  const tool: RowFactsParts = { tools: [{ name: 'look', parameters: '{}' }] };
  const picture: RowFactsParts = { kind: 'image-text' };

  it.each([
    ['answers', {}, 9, 'fail'],
    ['answers', {}, 49, 'fail'],
    ['answers', {}, 50, 'warn'],
    ['answers', {}, 499, 'warn'],
    ['answers', {}, 500, 'pass'],
    ['tool calls', tool, 99, 'fail'],
    ['tool calls', tool, 100, 'warn'],
    ['tool calls', tool, 1_999, 'warn'],
    ['tool calls', tool, 2_000, 'pass'],
    ['picture pairs', picture, 99, 'fail'],
    ['picture pairs', picture, 999, 'warn'],
    ['picture pairs', picture, 1_000, 'pass'],
    ['preference pairs', { kind: 'preference' }, 499, 'warn'],
    ['preference pairs', { kind: 'preference' }, 500, 'pass'],
  ] as const)('of %s %j: %d are %s', (task, parts, rows, outcome) => {
    const found = judged(enoughTrainRows, [aRowFacts(parts)], trainable(rows));
    expect([found.measured.details.task, found.outcome]).toEqual([task, outcome]);
  });

  it('warns more strongly below a hundred, and stops below ten whatever the policy says', () => {
    expect(judged(enoughTrainRows, [], trainable(60)).text).toContain('Fewer than 100 rows teach a form');
    expect(judged(enoughTrainRows, [], trainable(0)).outcome).toBe('fail');
  });

  it('counts what the row checks take out', () => {
    const set = aSetFacts({
      fates: fatesOf(600, 0),
      funnel: { permitted: 600, clean: 500, inBudget: 500, trainable: 480 },
    });
    const found = judged(enoughTrainRows, [], { set });
    expect(found.outcome).toBe('warn');
    expect(found.text).toContain('120 more are kept');
  });
});

describe('enough rows per class', () => {
  const classes = (...kept: number[]): Partial<SetContext> => ({
    taskKind: 'closed-set classification',
    set: aSetFacts({
      classes: kept.map(
        (keptTrain, at): ClassRows => ({ label: `c${at}`, deliveredTrain: keptTrain, keptTrain, keptHoldout: 5 }),
      ),
    }),
  });

  it.each([
    [9, 'fail'],
    [10, 'warn'],
    [49, 'warn'],
    [50, 'pass'],
    // A class that only the hold-out has would be asked for and never learned.
    [0, 'fail'],
  ])('%d rows in the smallest class: %s', (rows, outcome) => {
    expect(judged(enoughRowsPerClass, [], classes(60, rows)).outcome).toBe(outcome);
  });

  it('cannot tell without classes, and does not ask of free text', () => {
    expect(judged(enoughRowsPerClass, [], classes()).outcome).toBe('inconclusive');
    expect(judged(enoughRowsPerClass, []).outcome).toBe('skipped');
  });

  it('names the classes that are short of rows', () => {
    expect(judged(enoughRowsPerClass, [], classes(60, 12, 8)).text).toContain('2 have fewer than 50: c2 (8), c1 (12)');
  });
});

describe('enough held-out rows', () => {
  it.each([
    [0, 'fail'],
    [99, 'fail'],
    [100, 'warn'],
    [399, 'warn'],
    [400, 'pass'],
  ])('%d: %s', (rows, outcome) => {
    expect(judged(enoughHoldoutRows, [], heldOut(rows)).outcome).toBe(outcome);
  });

  it('tells how well an accuracy would be known', () => {
    expect(judged(enoughHoldoutRows, [], heldOut(100)).text).toContain('±7.8 points');
  });

  it('warns below what the margin of the policy needs, and says which margin can be shown', () => {
    const power = aPower({ margin: 0.03, requiredHoldoutRows: 717, reachableMargin: 0.04 });
    const short = judged(enoughHoldoutRows, [], { ...heldOut(716), power });
    expect(short.outcome).toBe('warn');
    expect(short.text).toContain(
      '717 are needed to show a margin of 3 points where the models differ on 10 points of the rows (assumed); those of today can show 4 points.',
    );
    expect(judged(enoughHoldoutRows, [], { ...heldOut(717), power }).outcome).toBe('pass');
  });
});
