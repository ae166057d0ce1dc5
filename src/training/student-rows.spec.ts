import { labelCountMax, rowsDigest, sortRows, studentRowsFault } from './student-rows.js';

describe('the rows of a student', () => {
  it.each([
    ['no rows', [], 'there are no rows'],
    ['an empty text', [row('a', 'x'), row('  ', 'y')], 'row 2 of 2 has an empty text'],
    ['an empty label', [row('a', ''), row('b', 'y')], 'row 1 of 2 has an empty label'],
    ['one label only', [row('a', 'x'), row('b', 'x')], 'all 2 rows have the same label'],
    ['free text as labels', Array.from({ length: labelCountMax + 1 }, (_, n) => row('t', `l${n}`)), 'not a closed set'],
  ])('refuses %s', (_what, rows, reason) => {
    expect(studentRowsFault(rows)).toContain(reason);
  });

  it('accepts one row for each of two labels', () => {
    expect(studentRowsFault([row('a', 'x'), row('b', 'y')])).toBeNull();
  });

  it('gives one digest for one set of rows, whatever their order', () => {
    const rows = [row('b', 'x'), row('a', 'y'), row('a', 'x')];
    expect(rowsDigest(sortRows(rows))).toBe(rowsDigest(sortRows([...rows].reverse())));
    expect(rowsDigest(sortRows(rows))).not.toBe(rowsDigest(sortRows(rows.slice(1))));
  });

  it('does not confuse where a label ends and a text begins', () => {
    expect(rowsDigest([row('bc', 'a')])).not.toBe(rowsDigest([row('c', 'ab')]));
  });
});

function row(text: string, label: string) {
  return { text, label };
}
