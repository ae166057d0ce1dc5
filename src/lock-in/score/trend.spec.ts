import { decomposeChange } from './decompose-change.js';
import { mannKendallP, theilSenSlope, trendOf } from './trend.js';

const published = [
  { day: 0, score: 50 },
  { day: 30, score: 48 },
  { day: 60, score: 49 },
  { day: 90, score: 44 },
];

describe('the trend of a score', () => {
  it('falls by two points in thirty days on the published series', () => {
    expect((theilSenSlope(published) ?? 0) * 30).toBeCloseTo(-2, 9);
  });

  it('is not called a trend while chance explains it', () => {
    const { p, isTrend } = trendOf(published);
    // S = −4 of 6 pairs, variance 26/3: z = 3 / √8.667.
    expect(p).toBeCloseTo(0.3082, 3);
    expect(isTrend).toBe(false);
  });

  it('is one when a month of days goes the same way', () => {
    const days = Array.from({ length: 30 }, (_, day) => ({ day, score: 60 - day / 10 }));
    expect(trendOf(days)).toMatchObject({ isTrend: true });
    expect(trendOf(days).pointsPer30Days).toBeCloseTo(-3, 9);
  });

  it('is none where every day is the same, whatever the order', () => {
    expect(mannKendallP([3, 1, 2].map((day) => ({ day, score: 40 })))).toBe(1);
  });

  it('says nothing of a single day', () => {
    expect(trendOf([{ day: 0, score: 50 }])).toEqual({ pointsPer30Days: null, p: null, isTrend: false });
  });

  it('is not tilted by one odd day', () => {
    const days = Array.from({ length: 31 }, (_, day) => ({ day, score: day === 15 ? 90 : 50 }));
    expect(theilSenSlope(days)).toBe(0);
  });
});

describe('a change of the score', () => {
  it('is split into facts, ageing and profile, which add up', () => {
    const parts = decomposeChange({ before: 50, aged: 52, reweighed: 51, after: 45 });
    expect(parts).toEqual({ total: -5, byFacts: -6, byAgeing: 2, byProfile: -1 });
    expect(parts.byFacts + parts.byAgeing + parts.byProfile).toBe(parts.total);
  });
});
