// Each check at its threshold, on rows made for it.
import { anIntake, apart, aQuestion, aRow, rowsApart, someThresholds } from '../../../test/builders/readiness-rows.js';
import { assembleDataset } from '../assemble-dataset.js';
import type { Check, SetContext } from '../check.js';
import { noCapture, noImports } from '../intake-tally.js';
import { findingOf, measureReadiness, type ReadinessQuestion } from '../measure-readiness.js';
import { findNear } from '../near/find-near.js';
import type { Finding } from '../readiness-report.js';
import type { Example } from '../rows/example.js';
import { allChecks } from './all-checks.js';

function find(id: string, rows: readonly Example[], question: Partial<ReadinessQuestion> = {}): Finding {
  const finding = measureReadiness(rows, aQuestion(rows.length, question)).findings.find((one) => one.checkId === id);
  if (finding === undefined) {
    throw new Error(`no check ${id}`);
  }
  return finding;
}

describe('the checks', () => {
  it.each(allChecks)('$id asks a question, and says why, by which source and what to do', (check) => {
    expect(check.id).toMatch(/^[A-Z]\d\d$/);
    expect(check.name).toMatch(/^[a-z]+(\.[a-z_]+)+$/);
    expect(check.question).toMatch(/\?$/);
    expect([check.why, check.source, check.remedy].every((words) => words.length > 20)).toBe(true);
  });

  it('have ids and names of their own', () => {
    expect(new Set(allChecks.map((check) => check.id)).size).toBe(allChecks.length);
    expect(new Set(allChecks.map((check) => check.name)).size).toBe(allChecks.length);
  });

  const faulty = (rejectedByCode: object, rows = 1000) => {
    const imports = { ...noImports, rows, rejectedByCode };
    return { intake: anIntake(0, { standingImports: imports }) };
  };

  it.each([
    ['F05', { 'row.csv': 20, 'row.json': 30 }, 'warn'],
    ['F05', { 'row.csv': 20, 'row.json': 31 }, 'fail'],
    ['F05', {}, 'pass'],
    ['F07', { 'msg.structure': 50 }, 'warn'],
    ['F07', { 'msg.structure': 50, 'msg.unsupported': 1 }, 'fail'],
    ['F08', { 'msg.roles': 10 }, 'warn'],
    ['F08', { 'msg.roles': 11 }, 'fail'],
    ['F09', { 'msg.ends-assistant': 51 }, 'fail'],
    ['F10', { 'msg.content-empty': 5 }, 'warn'],
    ['F10', { 'msg.content-empty': 6 }, 'fail'],
  ])('%s with %j of 1,000 rows: %s', (id, rejected, outcome) => {
    expect(find(id, [], faulty(rejected)).outcome).toBe(outcome);
  });

  it('F09 counts chats that were shortened', () => {
    const imports = { ...noImports, rows: 100, accepted: 100, trimmed: 6 };
    expect(find('F09', [], { intake: anIntake(0, { standingImports: imports }) }).outcome).toBe('fail');
  });

  it('F17 names labels that differ by case or sign only, or hold odd signs', () => {
    const labels = ['card_lost', 'Card lost', 'why?', 'fine'];
    const finding = find(
      'F17',
      rowsApart(8, (at) => ({ label: labels[at % 4] ?? '' })),
    );
    expect(finding).toMatchObject({ outcome: 'warn', value: 3, denominator: 4 });
    expect(finding.text).toContain('Card lost, card_lost, why?');
  });

  it.each([
    [49, 'fail'],
    [50, 'warn'],
    [499, 'warn'],
    [500, 'pass'],
  ])('V01 with %d training rows: %s', (count, outcome) => {
    expect(find('V01', rowsApart(count)).outcome).toBe(outcome);
  });

  it.each([
    [9, 'fail'],
    [10, 'warn'],
    [50, 'pass'],
  ])('V02 with %d rows in the smallest class: %s', (count, outcome) => {
    expect(
      find(
        'V02',
        rowsApart(60 + count, (at) => ({ label: at < 60 ? 'a' : 'b' })),
      ).outcome,
    ).toBe(outcome);
  });

  it('V02 counts a class that only the hold-out has as one without rows', () => {
    const rows = [...rowsApart(60), aRow({ text: apart(99), label: 'unseen', split: 'holdout' })];
    expect(find('V02', rows)).toMatchObject({ outcome: 'fail', value: 0 });
  });

  it.each([
    [99, 'fail'],
    [100, 'warn'],
    [400, 'pass'],
  ])('V03 with %d held-out rows: %s', (count, outcome) => {
    expect(
      find(
        'V03',
        rowsApart(count, () => ({ split: 'holdout' })),
      ).outcome,
    ).toBe(outcome);
  });

  it('V03 shows how sharp the comparison can be', () => {
    expect(
      find(
        'V03',
        rowsApart(100, () => ({ split: 'holdout' })),
      ).text,
    ).toContain('±7.8 points');
  });

  it('V06 tells in how many days the rows will be enough', () => {
    const captured = { ...noCapture, seen: 50, taken: 50, firstAt: 0, lastAt: 5 * 86_400_000 };
    const finding = find('V06', rowsApart(40), { intake: anIntake(40, { captured }) });
    expect(finding).toMatchObject({ outcome: 'pass', value: 10 });
    expect(finding.text).toContain('460 training rows that are missing take about 58 days');
    expect(find('V06', rowsApart(40)).outcome).toBe('skipped');
  });

  it.each([
    [4, 'fail'],
    [5, 'warn'],
    [10, 'pass'],
  ])('B01 with %d of 100 rows in the rarer class: %s', (count, outcome) => {
    const thresholds = { ...someThresholds, rarestClassShareOfEvenMin: 0.1 };
    expect(
      find(
        'B01',
        rowsApart(100, (at) => ({ label: at < count ? 'a' : 'b' })),
        { thresholds },
      ).outcome,
    ).toBe(outcome);
  });

  it('B01 fails when there is nothing to tell apart', () => {
    expect(find('B01', rowsApart(100)).outcome).toBe('fail');
  });

  it('B09 finds one prompt with two labels', () => {
    const rows = [...rowsApart(199), aRow({ text: apart(0).toUpperCase(), label: 'no', line: 500 })];
    expect(find('B09', rows)).toMatchObject({ outcome: 'warn', numerator: 1, denominator: 199, evidenceTotal: 2 });
    expect(find('B09', rowsApart(199)).outcome).toBe('pass');
    expect(find('B09', rows, { taskKind: 'generation' }).outcome).toBe('skipped');
  });

  it.each([
    [1, 'pass'],
    [2, 'warn'],
    [10, 'warn'],
    [11, 'fail'],
  ])('U01 with %d of 100 rows repeated: %s', (count, outcome) => {
    const rows = [
      ...rowsApart(100 - count),
      ...rowsApart(count, (at) => ({ text: apart(at).toUpperCase(), line: 500 + at })),
    ];
    expect(find('U01', rows)).toMatchObject({ outcome, numerator: count, evidenceTotal: count });
  });

  const close = 'where is the new card that you sent me last week';
  it.each([
    [5, 'pass'],
    [6, 'warn'],
    [31, 'fail'],
  ])('U03 with %d of 100 rows near another: %s', (count, outcome) => {
    const rows = [
      ...rowsApart(100 - count - 1),
      ...rowsApart(count + 1, (at) => ({ text: `${close} ${at}`, line: 500 + at })),
    ];
    expect(find('U03', rows)).toMatchObject({ outcome, numerator: count });
  });

  it('L01 passes after leaked training rows were taken out', () => {
    const rows = [...rowsApart(50), aRow({ text: apart(3), split: 'holdout', line: 900 })];
    expect(find('L01', rows)).toMatchObject({ outcome: 'pass', value: 0, denominator: 1 });
    expect(find('L01', rowsApart(50)).outcome).toBe('inconclusive');
  });

  it('L01 and S02 fail when a prompt stands on both sides', () => {
    const assembled = assembleDataset([aRow({ text: 'a' }), aRow({ text: 'a', split: 'holdout' })], 's');
    const leaked = assembled.rows.map((row) => ({ ...row, fate: 'kept' as const }));
    const set: SetContext = { ...aQuestion(2), near: findNear(assembled), movedRows: 0 };
    const judged = allChecks
      .filter((check) => ['L01', 'S02'].includes(check.id))
      .map((check) => findingOf(check, [leaked], set));
    expect(judged.map((finding) => finding.outcome)).toEqual(['fail', 'fail']);
  });

  const nearHoldout = (near: number, text: (at: number) => string) => [
    ...rowsApart(60, (at) => ({ text: `${apart(at)} sigma${at} kappa${at}` })),
    ...rowsApart(100, (at) => ({ text: at < near ? text(at) : apart(at + 500), split: 'holdout', line: at + 700 })),
  ];
  const almost = (at: number) => `${apart(at)} sigma${at} kappa${at} x`;

  it.each([
    [1, 'pass'],
    [2, 'warn'],
    [5, 'warn'],
    [6, 'fail'],
  ])('L02 with %d of 100 held-out rows near a training row: %s', (near, outcome) => {
    expect(find('L02', nearHoldout(near, almost))).toMatchObject({ outcome, numerator: near, denominator: 100 });
  });

  it('L02 warns, and does not fail, when taking out leaked rows has mended it', () => {
    const finding = find(
      'L02',
      nearHoldout(20, (at) => `${apart(at)} sigma${at} kappa${at}`),
    );
    expect(finding).toMatchObject({ outcome: 'warn', numerator: 20 });
    expect(finding.text).toContain('0 still are');
  });

  it('T01 passes by bytes, fails by words, and cannot tell in between', () => {
    const long = (words: string, count: number) =>
      rowsApart(60, (at) => ({ text: `${apart(at)} ${Array(count).fill(words).join(' ')}` }));
    const context = { candidateContextTokens: 200 };
    expect(find('T01', rowsApart(60), context).outcome).toBe('pass');
    expect(find('T01', long('interminable', 40), context).outcome).toBe('inconclusive');
    expect(find('T01', long('a', 200), context).outcome).toBe('fail');
    expect(find('T01', rowsApart(60), { candidateContextTokens: null }).outcome).toBe('skipped');
  });

  it('S01 fails when a row moves', () => {
    const assembled = assembleDataset(rowsApart(3), 's');
    const set: SetContext = { ...aQuestion(3), near: findNear(assembled), movedRows: 1 };
    const check = allChecks.find((one) => one.id === 'S01') as Check;
    expect(findingOf(check, [assembled.rows], set).outcome).toBe('fail');
    expect(findingOf(check, [assembled.rows], { ...set, movedRows: 0 }).outcome).toBe('pass');
  });

  it('show at most fifty rows, shortened and masked', () => {
    const rows = rowsApart(200, (at) => ({ text: at < 100 ? apart(at) : `${apart(at - 100)}!`, line: at }));
    const finding = find('U01', rows);
    expect([finding.evidence.length, finding.evidenceTotal]).toEqual([50, 100]);
    const secret = `mail ada@example.org or call 0049 170 1234567 ${'x'.repeat(200)}`;
    const [shown] = find('U01', [aRow({ text: secret }), aRow({ text: `${secret}!`, line: 3 })]).evidence;
    expect(shown?.excerpt).toMatch(/^mail \[e-mail\] or call \[number\] x+…$/);
    expect(shown?.excerpt.length).toBeLessThanOrEqual(120);
  });
});
