import { aRowFacts, type RowFactsParts } from '../../../../test/builders/row-facts.js';
import { judged, measuredInPieces } from '../../../../test/builders/set-context.js';
import type { Check } from '../../check.js';
import { findPrivate } from '../../privacy/find-private.js';
import { labelledRows } from '../../privacy/labelled/labelled-rows.js';
import type { RowFacts } from '../../rows/row-facts.js';
import { privacyChecks } from './privacy-checks.js';

const check = (id: string): Check => {
  const found = privacyChecks.find((one) => one.id === id);
  if (found === undefined) {
    throw new RangeError(id);
  }
  return found;
};

/** A row that was searched. */
function searched(label: string, parts: RowFactsParts = {}): RowFacts {
  const row = aRowFacts({ ...parts, label });
  return { ...row, privacy: findPrivate(row.example, 'salt') };
}

const clean = (count: number) =>
  Array.from({ length: count }, (_one, line) => searched(`all is well ${line}`, { line }));
const mail = (name: string, line = 1) => searched(`write to ${name}@example.org`, { line });
const key = ['sk', 'proj', 'Ab3'.repeat(14)].join('-');

describe('every check of personal data', () => {
  it.each(privacyChecks.map((one) => one.id))('%s says so when there is no row', (id) => {
    expect(judged(check(id), []).outcome).toBe('inconclusive');
  });

  it.each(privacyChecks.map((one) => one.id))('%s is skipped where nobody looked', (id) => {
    const verdict = judged(check(id), [aRowFacts({ label: 'SSN 219-09-9999' })]);
    expect(verdict).toMatchObject({ outcome: 'skipped', text: 'Personal data was not looked for.' });
  });

  it.each(privacyChecks.map((one) => one.id))('%s measures the same, however the rows are cut and ordered', (id) => {
    const rows = labelledRows()
      .slice(0, 150)
      .map(({ text }, line) => searched(text, { line }));
    const whole = measuredInPieces(check(id), [rows]);
    const backwards = [...rows].reverse();
    expect(
      measuredInPieces(check(id), [backwards.slice(0, 7), [], backwards.slice(7, 90), backwards.slice(90)]),
    ).toEqual(whole);
    expect(structuredClone(whole)).toEqual(whole);
  });

  it.each(privacyChecks.map((one) => one.id).filter((id) => id !== 'P04'))('%s passes on clean rows', (id) => {
    expect(judged(check(id), clean(40)).outcome).toBe('pass');
  });

  it.each(['P01', 'P02', 'P03', 'P06'])('%s leaves it open where some rows were not searched', (id) => {
    const verdict = judged(check(id), [...clean(40), aRowFacts()]);
    expect(verdict.outcome).toBe('inconclusive');
    expect(verdict.text).toContain('1 rows were not searched');
  });
});

describe('P01', () => {
  it('fails on one card, and shows it without its digits', () => {
    const verdict = judged(check('P01'), [...clean(99), searched('my card is 4111 1111 1111 1111, thanks')]);
    expect(verdict).toMatchObject({ outcome: 'fail', measured: { value: 1, denominator: 100, details: { card: 1 } } });
    expect(verdict.measured.evidence[0]?.excerpt).toBe('my card is [card], thanks');
    expect(verdict.measured.effect).toEqual({ rows: 0, tokens: null, metricAfter: 0 });
  });

  it('does not fail by what is probably no card, and says that it was there', () => {
    const verdict = judged(check('P01'), [searched('number 4111 1111 1111 1112')]);
    expect(verdict.outcome).toBe('pass');
    expect(verdict.text).toContain('1 more look like it');
  });
});

describe('P02', () => {
  const rows = (private_: number, all: number) => [
    ...Array.from({ length: private_ }, (_one, line) => mail(`user${line}`, line)),
    ...clean(all - private_),
  ];
  it.each([
    [1, 1000, 'pass'],
    [2, 1000, 'warn'],
    [50, 1000, 'warn'],
    [51, 1000, 'fail'],
    [5, 20, 'warn'],
  ])('judges %d of %d rows: %s', (private_, all, outcome) => {
    expect(judged(check('P02'), rows(private_, all)).outcome).toBe(outcome);
  });
});

describe('P03', () => {
  it('fails on one key of a provider, foretells what goes, and never shows it', () => {
    const row = {
      ...searched(`use ${key} please`),
      tokens: { atLeast: 0, atMost: 9, fits: true, exact: 9, trainable: 4 },
    };
    const verdict = judged(check('P03'), [...clean(99), row]);
    expect(verdict).toMatchObject({ outcome: 'fail', measured: { effect: { rows: -1, tokens: -4, metricAfter: 0 } } });
    expect(verdict.measured.evidence[0]?.excerpt).toBe('use [openai-key] please');
  });

  it('warns on random text after a word', () => {
    const verdict = judged(check('P03'), [...clean(9), searched('secret = f3a9c1d7e5b20846f3a9c1d7e5b20846')]);
    expect(verdict.outcome).toBe('warn');
    expect(verdict.measured.evidence[0]?.excerpt).toBe('secret = [generic-secret]');
  });

  it('shows no secret of the labelled set in any excerpt of any check', () => {
    const labelled = labelledRows().filter(({ spans }) => spans.length > 0);
    const rows = labelled.map(({ text }, line) => searched(text, { line, input: text }));
    const shown = privacyChecks.flatMap((one) => judged(one, rows).measured.evidence.map(({ excerpt }) => excerpt));
    expect(shown.length).toBeGreaterThan(100);
    const secret = /key|token|jwt|secret|connection|card|iban/;
    const values = labelled.flatMap(({ text, spans }) =>
      spans.filter(({ kind }) => secret.test(kind)).map(({ start, end }) => text.slice(start, end)),
    );
    for (const value of values) {
      expect(shown.filter((excerpt) => excerpt.includes(value.slice(0, 20)))).toEqual([]);
    }
  });
});

describe('P04', () => {
  it('shows precision, recall and F2 of each kind', () => {
    const verdict = judged(check('P04'), clean(1));
    expect(verdict.outcome).toBe('pass');
    expect(verdict.measured.value).toBeGreaterThanOrEqual(0.95);
    expect(verdict.measured.details).toMatchObject({ 'email recall': 1, 'email precision': 1, 'email F2': 1 });
    expect(verdict.text).toContain('the least of card');
  });

  it.each([
    [0.95, 'pass'],
    [0.94, 'warn'],
    [0.79, 'fail'],
  ])('judges a recall of %d: %s', (value, outcome) => {
    const { measured, limits } = judged(check('P04'), clean(1));
    expect(check('P04').judge({ ...measured, value }, limits).outcome).toBe(outcome);
  });
});

describe('P05', () => {
  const repeated = (values: number, rows: number) =>
    Array.from({ length: values * rows }, (_one, line) => mail(`user${line % values}`, line));
  it.each([
    [50, 4, 'pass'],
    [1, 5, 'warn'],
    [50, 5, 'warn'],
    [51, 5, 'fail'],
  ])('judges %d values in %d rows each: %s', (values, rows, outcome) => {
    expect(judged(check('P05'), repeated(values, rows)).outcome).toBe(outcome);
  });

  it('counts a value once for each row', () => {
    const row = searched('a@example.org, A@example.org, a@example.org, a@example.org, a@example.org');
    expect(judged(check('P05'), [row]).measured.value).toBe(0);
  });
});

describe('P06', () => {
  it('warns of words, and never fails', () => {
    const rows = Array.from({ length: 40 }, (_one, line) => searched('she was diagnosed with diabetes', { line }));
    expect(judged(check('P06'), rows)).toMatchObject({ outcome: 'warn', measured: { details: { health: 40 } } });
  });
});
