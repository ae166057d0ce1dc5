// The files of the banking77 data set through the whole measurement: the numbers that an independent program found come
// out of the row pass and the set pass together. The files are not part of the project: name the directory above
// `banking77/` in OPENWARD_TEST_DATA to run this.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileWorker } from '../../../test/builders/compiled-worker.js';
import { aMeasuringQuestion } from '../../../test/builders/set-context.js';
import { type MeasuredFiles, measureFiles } from '../measure/measure-files.client.js';

const directory = join(process.env.OPENWARD_TEST_DATA ?? '', 'banking77');
const isThere = process.env.OPENWARD_TEST_DATA !== undefined && existsSync(join(directory, 'train.csv'));

const compareNumbers = () => {
  const worker = compileWorker('readiness/row-pass/row-pass.worker');
  const folder = mkdtempSync(join(tmpdir(), 'openward-banking77-'));
  let report: MeasuredFiles;
  const find = (id: string) => report.findings.find((finding) => finding.checkId === id);

  beforeAll(async () => {
    const files = [
      { path: join(directory, 'train.csv'), split: 'train' as const },
      { path: join(directory, 'test.csv'), split: 'holdout' as const },
    ];
    const options = { folder: join(folder, 'work'), threads: 2, workerEntry: worker.entry };
    report = await measureFiles(files, aMeasuringQuestion(), options);
  }, 120_000);

  afterAll(() => {
    rmSync(worker.root, { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  });

  it('is read whole', () => {
    expect(report.files.map(({ tally }) => [tally.accepted, tally.rejected])).toEqual([
      [10_003, 0],
      [3_080, 0],
    ]);
  });

  it('has 77 classes of 35 rows and more', () => {
    expect(report.set.classes).toHaveLength(77);
    expect(find('B01')).toMatchObject({ outcome: 'pass', numerator: 35, denominator: 10_003 });
  });

  it('holds out 151 rows near a training row: a warning', () => {
    expect(find('L02')).toMatchObject({ outcome: 'warn', numerator: 151, denominator: 3_080, blocking: true });
    expect(find('L01')).toMatchObject({ outcome: 'pass', value: 0, denominator: 3_080 });
  });

  it('is trained on with 9,947 rows', () => {
    expect(report).toMatchObject({ trainRows: 9_947, holdoutRows: 3_080 });
    expect(report.findings.filter(({ outcome }) => outcome === 'error')).toEqual([]);
  });
};

if (isThere) {
  describe('banking77', compareNumbers);
} else {
  it('compares nothing with banking77: OPENWARD_TEST_DATA names no directory that holds banking77/', () => {
    expect(isThere).toBe(false);
  });
}
