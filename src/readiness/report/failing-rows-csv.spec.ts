import { parse } from 'csv-parse/sync';
import { aFinding, anEvidenceRow } from '../../../test/builders/a-readiness-report.js';
import { failingRowsCsv, importsNamed } from './failing-rows-csv.js';

const noFiles = new Map<string, string>();
const rowsOf = (csv: string) => parse(csv, { columns: true, record_delimiter: '\r\n' }) as Record<string, string>[];
const excerptOf = (excerpt: string) =>
  rowsOf(failingRowsCsv([aFinding({ evidence: [anEvidenceRow(1, { excerpt })] })], noFiles))[0]?.excerpt;

describe('failing rows as a table', () => {
  it('names check, outcome, row, file and line of each row', () => {
    const evidence = [anEvidenceRow(17, { originId: 'imp_a', excerpt: 'where, "exactly"?\nhere' })];
    const [row] = rowsOf(failingRowsCsv([aFinding({ evidence })], new Map([['imp_a', 'train.jsonl']])));
    expect(row).toMatchObject({
      check: 'L02',
      name: 'leak.near',
      outcome: 'warn',
      origin: 'import',
      origin_id: 'imp_a',
      file: 'train.jsonl',
      line: '17',
      excerpt: 'where, "exactly"?\nhere',
    });
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', ' =1', '\t=1', '\tx', '\u0000=1', '|cmd', '%0', '＝1', '\ufeff=1'])(
    'does not let a spreadsheet run %j',
    (excerpt) => {
      expect(excerptOf(excerpt)).toBe(`'${excerpt}`);
    },
  );

  it('leaves other text as it is', () => {
    expect(excerptOf('a = b - c')).toBe('a = b - c');
  });

  it('leaves out what passed and what was not asked', () => {
    const findings = [aFinding({ outcome: 'pass' }), aFinding({ outcome: 'skipped' })];
    expect(rowsOf(failingRowsCsv(findings, noFiles))).toEqual([]);
    expect(importsNamed(findings)).toEqual([]);
  });

  it('keeps a row that could not be read, without a key', () => {
    const evidence = [anEvidenceRow(3, { rowKey: null, line: null })];
    expect(rowsOf(failingRowsCsv([aFinding({ evidence })], noFiles))[0]).toMatchObject({ row_key: '', line: '' });
  });

  it('asks for each file once', () => {
    const evidence = ['imp_b', 'imp_a', 'imp_b'].map((originId, at) => anEvidenceRow(at, { originId }));
    const captured = anEvidenceRow(9, { origin: 'exchange', originId: 'exc_1' });
    expect(importsNamed([aFinding({ evidence: [...evidence, captured] })])).toEqual(['imp_a', 'imp_b']);
  });
});
