import { agoInWords, counted, dayMs, dueInWords, endInWords, percentOf } from './in-words.js';

describe('days in words', () => {
  it('count what is over and what is to come, and say today within a day of it', () => {
    expect([0.9, 1, -0.9, -1.5, -33.2].map(endInWords)).toEqual([
      ...['ends today', 'ends in 1 day', 'ends today', 'ended 1 day ago', 'ended 33 days ago'],
    ]);
    expect([0, 0.99, 1, 33.7].map(agoInWords)).toEqual(['today', 'today', '1 day ago', '33 days ago']);
    expect([0, 1, 30].map((days) => dueInWords(days * dayMs, 0))).toEqual(['today', 'in 1 day', 'in 30 days']);
  });

  it('say one of one, and shares to a tenth', () => {
    expect([counted(1, 'call'), counted(0, 'call'), percentOf(0.1234)]).toEqual(['1 call', '0 calls', '12.3 %']);
  });
});
