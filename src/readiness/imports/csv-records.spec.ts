// Compared with csv-parse on random tables: whatever both accept must be read alike, with the record at its line.
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { ByteLines } from './byte-lines.js';
import { CsvRecords } from './csv-records.js';

function records(text: string) {
  const lines = new ByteLines();
  const csv = new CsvRecords();
  const bytes = Buffer.from(text, 'utf8');
  return [...lines.push(bytes), ...lines.end()].flatMap((line) => csv.push(line)).concat(csv.end());
}

const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', ' ', 'é', '😀'), maxLength: 6 });
const table = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 });
const quoted = (value: string) => `"${value.replaceAll('"', '""')}"`;

describe('CSV records', () => {
  it('are read as csv-parse reads them, each at the line and byte where it begins', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const parts = rows.map((row) => `${row.map(quoted).join(',')}\n`);
        const text = parts.join('');
        const read = records(text);
        expect(read.map((record) => record.cells)).toEqual(parse(text, { relax_column_count: true }));
        let at = 0;
        for (const [place, part] of parts.entries()) {
          const before = Buffer.from(text).subarray(0, at).toString();
          expect(read[place]).toMatchObject({ byteOffset: at, line: before.split('\n').length });
          at += Buffer.byteLength(part);
        }
      }),
    );
  });

  it('are never lost to a stray quote: every other record of plain lines survives', () => {
    fc.assert(
      fc.property(fc.nat(5), fc.constantFrom('"', 'a"b,c', '"a"b,c', '"x'), (place, stray) => {
        const lines = Array.from({ length: 6 }, (_, row) => (row === place ? stray : `t${row},l`));
        const read = records(`${lines.join('\n')}\n`);
        const good = read.filter((record) => !('code' in record.cells));
        expect(good.map((record) => record.line)).toEqual([1, 2, 3, 4, 5, 6].filter((line) => line !== place + 1));
      }),
    );
  });
});
