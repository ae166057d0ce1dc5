import { rowFactsApart } from '../../../test/builders/row-facts.js';
import { aSetContext, somePolicyNumbers } from '../../../test/builders/set-context.js';
import type { Check, Measured } from '../check.js';
import { judgeByLimits } from '../judging/judge-limits.js';
import { shareMeasured, skippedMeasured, unmeasured } from '../judging/measured.js';
import { findingsOf, type HeldWaiver } from './findings-of.js';
import { foldRows } from './fold-rows.js';

const now = aSetContext().now;
const written = {
  X01: { better: 'low', warn: 0.1, fail: 'malformedShareMax', source: 'test' },
  R01: { better: 'low', warn: 0.1, fail: 0.2, source: 'test' },
} as const;

function aCheck(measured: () => Measured, parts: Partial<Check<null>> = {}): Check {
  return {
    id: 'X01',
    name: 'some.share',
    version: 3,
    question: 'Which share is it?',
    why: 'It is asked.',
    source: 'test',
    blocking: true,
    measure: { start: () => null, add: () => null, merge: () => null, finish: measured },
    judge: (found, limits) => judgeByLimits({ measured: found, limits, found: 'Found.' }),
    remedy: 'Mend it.',
    action: 'drop-leaked',
    ...parts,
  } as Check;
}

function findingOf(check: Check, waivers: readonly HeldWaiver[] = []) {
  const thresholds = { written, policy: { ...somePolicyNumbers, malformedShareMax: 0.2 } };
  const states = foldRows([check], rowFactsApart(2));
  return findingsOf([check], states, { context: aSetContext(), thresholds, waivers })[0];
}

const half = () => shareMeasured({ numerator: 50, denominator: 100 });
const waiver = (parts: Partial<HeldWaiver> = {}): HeldWaiver => {
  return { checkId: 'X01', who: 'Ada', why: 'Known, and mended by Friday.', until: now + 1, ...parts };
};

describe('a finding', () => {
  it('says what was measured, by which limits it was judged, and what can be done', () => {
    expect(findingOf(aCheck(half))).toMatchObject({
      checkId: 'X01',
      outcome: 'fail',
      value: 0.5,
      threshold: { warn: 0.1, fail: 0.2, source: 'test' },
      ci95: { low: expect.closeTo(0.4038, 3), high: expect.closeTo(0.5962, 3) },
      action: 'drop-leaked',
      engine: 'row pass',
      methodVersion: 'some.share/3',
      waivedBy: null,
    });
  });

  it('has the same state hash for the same measure, and another for another one', () => {
    const other = () => shareMeasured({ numerator: 51, denominator: 100 });
    expect(findingOf(aCheck(half))?.stateHash).toBe(findingOf(aCheck(half))?.stateHash);
    expect(findingOf(aCheck(other))?.stateHash).not.toBe(findingOf(aCheck(half))?.stateHash);
  });

  it('is an error when the check breaks or has no limits', () => {
    const broken = () => {
      throw new TypeError('no such field');
    };
    expect(findingOf(aCheck(broken))).toMatchObject({ outcome: 'error', value: null });
    expect(findingOf(aCheck(half, { id: 'X99' }))).toMatchObject({
      outcome: 'error',
      text: expect.stringMatching(/X99/),
    });
  });

  it.each([
    ['skipped', () => skippedMeasured('share', 'There are no classes.')],
    ['inconclusive', () => unmeasured('share')],
  ])('is %s, whatever the check says, when nothing was measured', (outcome, measured) => {
    const lenient = aCheck(measured, { judge: () => ({ outcome: 'pass', text: 'Fine.' }) });
    expect(findingOf(lenient)?.outcome).toBe(outcome);
  });
});

describe('a waiver', () => {
  it('is shown with the one who answers for it', () => {
    expect(findingOf(aCheck(half), [waiver()])).toMatchObject({
      outcome: 'waived',
      waivedBy: { who: 'Ada', why: 'Known, and mended by Friday.', until: now + 1 },
    });
  });

  it('does not hold from its date on, nor for another check', () => {
    expect(findingOf(aCheck(half), [waiver({ until: now })])?.outcome).toBe('fail');
    expect(findingOf(aCheck(half), [waiver({ checkId: 'X02' })])?.outcome).toBe('fail');
  });

  it('lifts neither what could not be told nor the right to train', () => {
    expect(
      findingOf(
        aCheck(() => unmeasured('share')),
        [waiver()],
      )?.outcome,
    ).toBe('inconclusive');
    expect(findingOf(aCheck(half, { id: 'R01' }), [waiver({ checkId: 'R01' })])?.outcome).toBe('fail');
  });
});
