// The numbers of the banking77 data set, which an independent program found. The files are not part of the project: name
// the directory above `banking77/` in OPENWARD_TEST_DATA to run this.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { aQuestion } from '../../test/builders/readiness-rows.js';
import { makeImportReader } from './imports/import-reader.js';
import { measureReadiness } from './measure-readiness.js';
import { nearGroups } from './near/near-duplicates.js';
import { type DeclaredSplit, makeExample } from './rows/example.js';
import { normalText } from './rows/normal-form.js';

const directory = join(process.env.OPENWARD_TEST_DATA ?? '', 'banking77');
const isThere = process.env.OPENWARD_TEST_DATA !== undefined && existsSync(join(directory, 'train.csv'));

function readRows(file: string, declaredSplit: DeclaredSplit) {
  const reader = makeImportReader('csv');
  const outcomes = [...reader.push(readFileSync(join(directory, file))), ...reader.end()];
  return outcomes.flatMap((outcome) =>
    'messages' in outcome
      ? [
          makeExample(outcome.messages, {
            origin: 'import',
            originId: `imp_${file}`,
            line: outcome.line,
            declaredSplit,
          }),
        ]
      : [],
  );
}

const compareNumbers = () => {
  const train = readRows('train.csv', 'train');
  const test = readRows('test.csv', 'holdout');
  const measured = () => measureReadiness([...train, ...test], aQuestion(train.length + test.length));
  let report: ReturnType<typeof measured>;
  const find = (id: string) => report.findings.find((finding) => finding.checkId === id);

  beforeAll(() => {
    report = measured();
  }, 120_000);

  it('is read whole', () => {
    expect([train.length, test.length]).toEqual([10_003, 3_080]);
  });

  it('has 77 classes of 35 to 187 rows', () => {
    expect(find('B01')).toMatchObject({ outcome: 'pass', numerator: 35, denominator: 10_003 });
    expect(find('B01')?.text).toContain('77 classes of 35 to 187 rows, ratio 5.343, normalised entropy 0.992');
  });

  it('repeats 31 training prompts, and holds out 25 rows that are in the training set', () => {
    expect(find('U01')).toMatchObject({ outcome: 'pass', numerator: 31, denominator: 10_003 });
    const prompts = new Set(train.map((row) => row.promptKey));
    expect(test.filter((row) => prompts.has(row.promptKey))).toHaveLength(25);
    expect(find('L01')).toMatchObject({ outcome: 'pass', value: 0, denominator: 3_080 });
    expect(find('B09')).toMatchObject({ outcome: 'warn', numerator: 1 });
  });

  it('has 194 near pairs, 182 removable rows, and groups of at most six', () => {
    expect(find('U03')).toMatchObject({ outcome: 'pass', numerator: 182, denominator: 10_003 });
    expect(find('U03')?.text).toContain('194 pairs, largest group 6');
    const { rowsInClusters, largestCluster } = nearGroups(train.map((row) => normalText(row.input)));
    expect([rowsInClusters, largestCluster]).toEqual([336, 6]);
  }, 60_000);

  it('holds out 151 rows near a training row: a warning', () => {
    expect(find('L02')).toMatchObject({ outcome: 'warn', numerator: 151, denominator: 3_080, blocking: true });
    expect(find('L02')?.text).toContain('129 still are');
  });

  it('is trained on with 9,947 rows, which come out with warnings', () => {
    expect(report).toMatchObject({ verdict: 'warn', trainRows: 9_947, holdoutRows: 3_080 });
  });
};

if (isThere) {
  describe('banking77', compareNumbers);
} else {
  it('compares nothing with banking77: OPENWARD_TEST_DATA names no directory that holds banking77/', () => {
    expect(isThere).toBe(false);
  });
}
