import { aTarget, judged } from '../../../../test/builders/set-context.js';
import { cut, dropped, masked, mixed, open, tooLong, unlearnt } from '../../../../test/builders/told-rows.js';
import type { Check } from '../../check.js';
import type { RowFacts } from '../../rows/row-facts.js';
import { targetOf } from '../../trainers/target-of.js';
import { tokenChecks } from './token-checks.js';

const target = targetOf({ model: 'meta-llama/Llama-2-7b-hf', recipe: 'trl-lora' });

function find(id: string): Check {
  const check = tokenChecks.find((one) => one.id === id);
  if (check === undefined) {
    throw new RangeError(`there is no check ${id}`);
  }
  return check;
}

const outcome = (id: string, rows: readonly RowFacts[], parts = {}) =>
  judged(find(id), rows, { target, ...parts }).outcome;

describe('T01 rows fit the context', () => {
  it('passes at one in a thousand, warns beyond, passes at no limit of its own and fails beyond the policy', () => {
    expect(outcome('T01', mixed(1000, 1, { tokens: tooLong }))).toBe('pass');
    expect(outcome('T01', mixed(1000, 2, { tokens: tooLong }))).toBe('warn');
    expect(outcome('T01', mixed(100, 5, { tokens: tooLong }))).toBe('warn');
    expect(outcome('T01', mixed(100, 6, { tokens: tooLong }))).toBe('fail');
  });

  it('cannot tell where only bounds say that rows are too long', () => {
    const { outcome: told, text } = judged(find('T01'), mixed(100, 6, { tokens: open }), { target });
    expect(told).toBe('inconclusive');
    expect(text).toContain(
      'may be longer than the 4,096 tokens that are read, counting a token for every byte; 0 surely are',
    );
  });

  it('is skipped without a limit', () => {
    expect(outcome('T01', mixed(5, 0, {}), { target: aTarget() })).toBe('skipped');
  });

  it('shows the rows, and what dropping them would leave', () => {
    const { measured } = judged(find('T01'), mixed(100, 6, { tokens: tooLong }), { target });
    expect([measured.evidenceTotal, measured.effect]).toEqual([6, { rows: -6, tokens: null, metricAfter: 0 }]);
  });
});

describe('T02 answers are left to learn', () => {
  it('passes without loss, warns up to one in two hundred, fails beyond', () => {
    expect(outcome('T02', mixed(200, 0, {}))).toBe('pass');
    expect(outcome('T02', mixed(200, 1, { trainer: masked }))).toBe('warn');
    expect(outcome('T02', mixed(200, 2, { trainer: unlearnt }))).toBe('fail');
  });

  it('does not count rows that are left out for another reason', () => {
    expect(outcome('T02', mixed(200, 50, { trainer: dropped }))).toBe('pass');
  });

  it('stays open where the fate of a row is not known, unless it fails anyway', () => {
    expect(outcome('T02', mixed(200, 3, { trainer: null }))).toBe('inconclusive');
    expect(outcome('T02', mixed(200, 3, { trainer: null }, { trainer: masked }))).toBe('fail');
  });

  it('is skipped where no recipe is chosen', () => {
    expect(outcome('T02', mixed(5, 0, {}), { target: targetOf({ model: 'gpt2', recipe: null }) })).toBe('skipped');
  });
});

describe('T03 answers are not cut', () => {
  it('passes at one in two hundred, warns beyond, fails beyond one in fifty', () => {
    expect(outcome('T03', mixed(200, 1, { trainer: cut }))).toBe('pass');
    expect(outcome('T03', mixed(200, 2, { trainer: cut }))).toBe('warn');
    expect(outcome('T03', mixed(200, 4, { trainer: cut }))).toBe('warn');
    expect(outcome('T03', mixed(200, 5, { trainer: cut }))).toBe('fail');
  });
});

describe('T04 the trainer drops no rows', () => {
  it('passes without loss, warns up to one in a hundred, fails beyond', () => {
    expect(outcome('T04', mixed(100, 0, {}))).toBe('pass');
    expect(outcome('T04', mixed(100, 1, { trainer: dropped }))).toBe('warn');
    expect(outcome('T04', mixed(100, 2, { trainer: dropped }))).toBe('fail');
  });

  it('says by which rule', () => {
    const rows = [...mixed(50, 2, { trainer: dropped }), ...mixed(50, 1, { trainer: unlearnt })];
    const { text, measured } = judged(find('T04'), rows, { target });
    expect(text).toContain('leaves out 3 of 100 rows (3 %): trl.fully-masked 1, trl.roles-refused 2.');
    expect(measured.effect).toEqual({ rows: -3, tokens: null, metricAfter: 0 });
  });
});

describe('T05 few tokens are cut', () => {
  it('tells how many, and never refuses', () => {
    const { outcome: told, text, measured } = judged(find('T05'), mixed(10, 3, { trainer: cut }), { target });
    expect([told, measured.value, measured.unit]).toEqual(['pass', 21, 'tokens']);
    expect(text).toBe('21 tokens of 3 rows are cut away.');
    expect(outcome('T05', mixed(10, 1, { trainer: null }))).toBe('inconclusive');
  });
});
