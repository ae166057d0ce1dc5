import { asksForLater, retryAfterMs, usualWaitMs } from './retry-after.js';

const now = Date.parse('2026-11-25T10:00:00Z');

describe('what the vendor asks to wait', () => {
  it.each([
    [{ 'retry-after': '7' }, 7000],
    [{ 'retry-after': '0.5' }, 500],
    [{ 'retry-after': 'Wed, 25 Nov 2026 10:00:30 GMT' }, 30_000],
    [{ 'retry-after': 'Wed, 25 Nov 2026 09:00:00 GMT' }, 0],
    [{ 'retry-after': '7', 'retry-after-ms': '250' }, 250],
    [{ 'retry-after': ['3', '9'] }, 3000],
    [{ 'retry-after': 'soon' }, null],
    [{ 'retry-after': '-1e9' }, null],
    [{}, null],
  ])('reads %j as %s ms', (headers, waitMs) => {
    expect(retryAfterMs(headers, now)).toBe(waitMs);
  });

  it('doubles from half a second to eight where nothing is said', () => {
    expect([0, 1, 2, 3, 4, 9].map((attempt) => usualWaitMs(attempt, 1))).toEqual([500, 1000, 2000, 4000, 8000, 8000]);
    expect(usualWaitMs(0, 0)).toBe(250);
  });

  it('asks again after "later", never after what may have been billed', () => {
    expect([429, 503, 529].every(asksForLater)).toBe(true);
    expect([200, 400, 408, 500, 502, 504].some(asksForLater)).toBe(false);
  });
});
