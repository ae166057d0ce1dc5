// The merge law on whole reports, and what a report says of its rows.
import fc from 'fast-check';
import { apart, aQuestion, aRow, rowsApart } from '../../test/builders/readiness-rows.js';
import { assembleDataset } from './assemble-dataset.js';
import type { Check, SetContext } from './check.js';
import { allChecks } from './checks/all-checks.js';
import { noCapture, noImports } from './intake-tally.js';
import { findingOf, measureReadiness } from './measure-readiness.js';
import { findNear } from './near/find-near.js';

/** Deals the rows to as many segments as the cut names, in a given order. */
function segmented<Row>(rows: readonly Row[], dealt: readonly number[]): Row[][] {
  const segments: Row[][] = Array.from({ length: 4 }, () => []);
  for (const [at, row] of rows.entries()) {
    segments[dealt[at % dealt.length] ?? 0]?.push(row);
  }
  return segments;
}

describe('measuring readiness', () => {
  const texts = ['a', 'A!', 'b', 'where is my new card today', 'where is my new card today please', 'c', 'd'];
  const someRow = fc
    .record({
      text: fc.constantFrom(...texts),
      label: fc.constantFrom('x', 'y', 'Y'),
      split: fc.constantFrom('train', 'holdout', 'auto'),
      line: fc.nat(9),
    } as const)
    .map(aRow);
  const someRows = fc.uniqueArray(someRow, { selector: (row) => `${row.rowKey} ${row.declaredSplit}`, maxLength: 25 });

  it('finds the same however the rows are cut and ordered', () => {
    fc.assert(
      fc.property(
        someRows.chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length }))),
        fc.array(fc.nat(3), { minLength: 1, maxLength: 9 }),
        ([rows, shuffled], dealt) => {
          const whole = measureReadiness(rows, aQuestion(rows.length));
          const other = measureReadiness(shuffled, aQuestion(rows.length));
          expect(other).toEqual({ ...whole, kept: expect.any(Array) });
          const assembled = assembleDataset(shuffled, 'prj_one/split/1');
          const set: SetContext = { ...aQuestion(rows.length), near: findNear(assembled), movedRows: 0 };
          const segments = segmented([...assembled.rows].reverse(), dealt);
          expect(allChecks.map((check) => findingOf(check, segments, set))).toEqual(whole.findings);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('never passes on nothing', () => {
    const { verdict, findings } = measureReadiness([], aQuestion(0));
    expect(verdict).toBe('fail');
    expect(findings.filter((finding) => finding.outcome === 'pass')).toEqual([]);
  });

  it('passes a set with nothing wrong', () => {
    const train = rowsApart(600, (at) => ({ label: at % 2 === 0 ? 'yes' : 'no' }));
    const holdout = Array.from({ length: 400 }, (_, at) =>
      aRow({ text: apart(at + 1000), split: 'holdout', line: at }),
    );
    const { verdict, funnel } = measureReadiness([...train, ...holdout], aQuestion(1000));
    expect(verdict).toBe('pass');
    expect(funnel.at(-1)).toEqual({
      step: 'trainable',
      rows: 600,
      removed: [{ reason: 'held out for the comparison', rows: 400 }],
    });
  });

  it('says why rows were lost, step by step, and loses none', () => {
    const rows = [
      aRow({ text: 'a' }),
      aRow({ text: 'A', line: 2 }),
      aRow({ text: 'b', line: 3 }),
      aRow({ text: 'b', split: 'holdout', line: 4 }),
    ];
    const imports = {
      ...noImports,
      rows: 7,
      accepted: 4,
      rejected: 2,
      duplicates: 1,
      rejectedByCode: { 'row.csv': 2 },
    };
    const captured = { ...noCapture, seen: 3, excluded: { 'answer-cut': 3 } };
    const intake = { allImports: imports, standingImports: imports, captured, faults: [] };
    const { funnel, trainRows } = measureReadiness(rows, aQuestion(7, { intake }));
    expect(funnel.map(({ step, rows: left }) => [step, left])).toEqual([
      ['delivered', 10],
      ['valid', 5],
      ['unique', 3],
      ['not leaked', 2],
      ['trainable', 1],
    ]);
    expect(trainRows).toBe(1);
    expect(funnel.flatMap((step) => step.removed.map((loss) => loss.reason))).toContain('traffic: answer-cut');
  });

  it('reports a check that breaks as an error, and never as a pass', () => {
    const broken = {
      ...allChecks[0],
      measure: {
        ...allChecks[0]?.measure,
        finish: () => {
          throw new Error('no');
        },
      },
    } as unknown as Check;
    const set: SetContext = { ...aQuestion(0), near: findNear(assembleDataset([], 's')), movedRows: 0 };
    expect(findingOf(broken, [], set)).toMatchObject({ outcome: 'error', value: null, text: 'The check broke: no.' });
  });
});
