import { causesOf } from './causes';

const change = (byFacts: number, byAgeing: number) => ({
  ...{ total: byFacts + byAgeing, byFacts, byAgeing, byProfile: 0 },
  since: '2026-11-24',
});

describe('what moved the score', () => {
  it('is added up by cause from the first day that is shown', () => {
    const days = [
      { day: '2026-11-24', change: change(9, 9) },
      { day: '2026-11-25', change: change(-2, 0.5) },
      { day: '2026-11-26', change: null },
      { day: '2026-11-27', change: change(0, 0.25) },
    ];
    expect(causesOf(days)).toMatchObject({
      byFacts: [0, -2, -2, -2],
      byAgeing: [0, 0.5, 0.5, 0.75],
      byProfile: [0, 0, 0, 0],
    });
  });

  it('is nothing without days', () => {
    expect(causesOf([]).times).toEqual([]);
  });
});
