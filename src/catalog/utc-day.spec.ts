import { daysBetween, readDay, startOfDayIn } from './utc-day.js';

describe('a day', () => {
  it.each([
    ['2026-03-26', '2026-03-26'],
    [' 2026‑03‑26 ', '2026-03-26'],
    ['2026–03—26', '2026-03-26'],
    ['2026-02-30', null],
    ['2026-3-26', null],
    ['soon', null],
  ])('written as %j is read as %j', (text, day) => {
    expect(readDay(text)).toBe(day);
  });

  it.each([
    ['2026-10-23', 'America/Los_Angeles', '2026-10-23T07:00:00.000Z'],
    ['2027-01-14', 'America/Los_Angeles', '2027-01-14T08:00:00.000Z'],
    ['2026-11-01', 'America/Los_Angeles', '2026-11-01T07:00:00.000Z'],
    ['2026-03-29', 'Europe/Paris', '2026-03-28T23:00:00.000Z'],
    ['2026-03-30', 'Europe/Paris', '2026-03-29T22:00:00.000Z'],
    ['2026-10-23', 'UTC', '2026-10-23T00:00:00.000Z'],
  ])('%s in %s begins at %s', (day, zone, moment) => {
    expect(new Date(startOfDayIn(day, zone)).toISOString()).toBe(moment);
  });

  it('is as far from another as the calendar says', () => {
    expect(daysBetween('2026-10-14', '2027-01-14')).toBe(92);
  });
});
