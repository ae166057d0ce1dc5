import { given, linesOf, momentOf, numberOf, textOf } from './read-form';

function form(name: string, value: string): FormData {
  const data = new FormData();
  data.set(name, value);
  return data;
}

describe('a form', () => {
  it('leaves out what was not typed', () => {
    const empty = form('x', '  ');
    expect([textOf(empty, 'x'), numberOf(empty, 'x'), momentOf(empty, 'x'), textOf(empty, 'missing')]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(given({ kept: 0, none: null, left: undefined })).toEqual({ kept: 0, none: null });
  });

  it('takes a zero as an answer', () => {
    expect(numberOf(form('x', '0'), 'x')).toBe(0);
  });

  it('begins a day at midnight of universal time', () => {
    expect(momentOf(form('x', '2027-01-31'), 'x')).toBe('2027-01-31T00:00:00.000Z');
  });

  it('takes a list from lines', () => {
    expect(linesOf(form('x', ' a \n\nb'), 'x')).toEqual(['a', 'b']);
    expect(linesOf(form('x', ''), 'x')).toEqual([]);
  });
});
