import { faultsCsvLines } from './faults-csv.js';

const fault = (field: string, reason = 'Bad.') =>
  ({ line: 3, byteOffset: 9, field, code: 'row.json', reason }) as const;

describe('faults as a table', () => {
  it('quotes what has to be quoted', () => {
    expect(faultsCsvLines([fault('a"b', 'one, two')])).toBe('3,9,"a""b",row.json,"one, two"\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@cmd', '\tx'])('never begins a cell like a formula: %s', (field) => {
    expect(faultsCsvLines([fault(field)])).toContain(`,'${field}`);
  });
});
