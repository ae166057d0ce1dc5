// Each check at its thresholds, by the limits that ship.
import { aRowFacts, rowFactsApart } from '../../../../test/builders/row-facts.js';
import {
  aNearFacts,
  aSetFacts,
  aShare,
  aTarget,
  judged,
  measuredInPieces,
  noEvaluation,
  someRights,
} from '../../../../test/builders/set-context.js';
import type { Check, SetContext } from '../../check.js';
import type { ClassRows } from '../../facts/set-facts.js';
import { noImports, noIntake } from '../../intake/intake-tally.js';
import { chiSquareUpperTail } from '../../judging/chi-square.js';
import { splitChecks } from './split-checks.js';

function find(id: string): Check {
  const check = splitChecks.find((one) => one.id === id);
  if (check === undefined) {
    throw new Error(`no check ${id}`);
  }
  return check;
}

const none = { train: 0, holdout: 0 };
const fates = { kept: { train: 900, holdout: 100 }, outranked: none, repeated: none, leaked: none };
const withSet = (parts: Parameters<typeof aSetFacts>[0] = {}): Partial<SetContext> => ({
  set: aSetFacts({ rows: 1000, fates, ...parts }),
});
const classes = (rows: readonly (readonly [number, number])[]): Partial<SetContext> => ({
  ...withSet({
    classes: rows.map(
      ([keptTrain, keptHoldout], at): ClassRows => ({
        label: `c${at}`,
        deliveredTrain: keptTrain,
        keptTrain,
        keptHoldout,
      }),
    ),
  }),
  taskKind: 'closed-set classification',
});
const looked = (looks: number, digest = 'sha256:a'): Partial<SetContext> => ({
  ...withSet(),
  evaluation: { ...noEvaluation, holdoutDigestAtFirstUse: 'sha256:a', holdoutDigest: digest, looks },
});

describe('the checks of the split', () => {
  it.each([
    ['S01', withSet(), 'pass'],
    ['S01', withSet({ movedRows: 1 }), 'fail'],
    ['S02', withSet(), 'pass'],
    ['S02', withSet({ leakedStill: 1 }), 'fail'],
    ['S02', withSet({ groupsOnBothSides: aShare(1, 9) }), 'warn'],
    ['S02', { ...withSet(), near: aNearFacts({ nearHoldoutRowsLeft: 1 }) }, 'warn'],
    [
      'S03',
      classes([
        [450, 50],
        [450, 50],
      ]),
      'pass',
    ],
    [
      'S03',
      classes([
        [459, 53],
        [441, 47],
      ]),
      'pass',
    ],
    [
      'S03',
      classes([
        [4500, 600],
        [4500, 400],
      ]),
      'warn',
    ],
    ['S03', withSet(), 'skipped'],
    ['S04', looked(5), 'pass'],
    ['S04', looked(6), 'warn'],
    ['S04', looked(1, 'sha256:b'), 'fail'],
    ['S04', withSet(), 'pass'],
    ['S04', { ...looked(1), evaluation: { ...noEvaluation, holdoutDigest: 'sha256:a', looks: 1 } }, 'inconclusive'],
    ['S04', { ...looked(1), evaluation: { ...noEvaluation, holdoutDigestAtFirstUse: 'sha256:a' } }, 'inconclusive'],
    ['S05', withSet(), 'warn'],
    ['S07', withSet(), 'pass'],
    ['S07', withSet({ digestAgain: 'sha256:other' }), 'fail'],
  ] as const)('%s with %j: %s', (id, context, outcome) => {
    expect(judged(find(id), [], context).outcome).toBe(outcome);
  });

  it.each(splitChecks.map((check) => [check.id, check] as const))('%s cannot tell without rows', (id, check) => {
    expect([id, judged(check, []).outcome]).toEqual([id, id === 'S03' ? 'skipped' : 'inconclusive']);
  });

  it('S05 passes when the manifest can name everything', () => {
    const source = {
      source: 'import:imp_1',
      rows: 1000,
      ruling: 'permitted',
      because: '',
      url: null,
      acknowledgement: null,
    } as const;
    const context: Partial<SetContext> = {
      ...withSet({ digest: 'sha256:a' }),
      intake: { ...noIntake(), standingImports: { ...noImports, rows: 1000, accepted: 1000 } },
      rights: someRights({ licences: [source], rows: 1000, rowsWithFullProvenance: 1000 }),
      target: aTarget({ model: 'llama-2-7b' }),
    };
    expect(judged(find('S05'), [], context).outcome).toBe('pass');
    expect(judged(find('S05'), [], { ...context, target: aTarget() }).text).toContain(
      'the model that is to be trained',
    );
  });

  it('S06 writes rows out and reads them again, with calls, pictures, tools and pairs', () => {
    const call = { id: 'call_1', name: 'look', arguments: '{"at":1}' };
    const rich = Array.from({ length: 64 }, (_, at) =>
      aRowFacts({
        line: at + 1,
        messages: [
          { role: 'user', content: `what is this ${at}?`, images: [{ ref: 'a.png', sha256: null }] },
          { role: 'assistant', content: '', toolCalls: [call], weight: 0 },
          { role: 'tool', content: 'a "card"\u2028', toolCallId: 'call_1' },
          { role: 'assistant', content: 'a card' },
        ],
        tools: [{ name: 'look', parameters: '{}' }],
        rejected: { role: 'assistant', content: 'a cat' },
      }),
    );
    const found = judged(find('S06'), [...rich, ...rowFactsApart(64)]);
    expect([found.outcome, found.measured.value]).toEqual(['pass', 0]);
    expect(found.measured.denominator).toBe(128);
  });

  it('S06 shows a row whose key is not that of what comes back', () => {
    const row = aRowFacts();
    const other = { ...row, example: { ...row.example, rowKey: `0${'a'.repeat(63)}` } };
    const found = judged(find('S06'), [other]);
    expect([found.measured.value, found.measured.denominator]).toEqual([1, 1]);
  });

  it('S06 tries the rows of the sample, and says of how many they are', () => {
    const found = judged(
      find('S06'),
      rowFactsApart(30, (at) => ({ isSampled: at % 3 === 0 })),
    );
    expect([found.outcome, found.measured.denominator]).toEqual(['pass', 10]);
    expect(found.text).toContain('of 10 rows that were written out and read again (of 30)');
  });

  it('S06 is not measured where no row is sampled', () => {
    const found = judged(
      find('S06'),
      rowFactsApart(3, () => ({ isSampled: false })),
    );
    expect([found.outcome, found.measured.value]).toEqual(['inconclusive', null]);
  });

  it('S06 measures the same in any segments', () => {
    const rows = rowFactsApart(60);
    const whole = measuredInPieces(find('S06'), [rows]);
    expect(measuredInPieces(find('S06'), [rows.slice(40), rows.slice(0, 7), rows.slice(7, 40)])).toEqual(whole);
  });
});

describe('the tail of chi-square', () => {
  it.each([
    [3.841, 1, 0.05],
    [6.635, 1, 0.01],
    [9.21, 2, 0.01],
    [11.345, 3, 0.01],
    [23.209, 10, 0.01],
    [124.342, 100, 0.05],
    [0, 4, 1],
  ])('above %d with %d degrees of freedom is %d', (value, degrees, chance) => {
    expect(Math.abs(chiSquareUpperTail(value, degrees) - chance)).toBeLessThan(0.0005);
  });
});
