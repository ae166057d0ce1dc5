import {
  ageDays,
  bandWords,
  basisOf,
  daysWords,
  factValue,
  ownerWord,
  pointsOf,
  roleWord,
  signed,
  usd,
} from './lock-in-words';

describe('words of lock-in', () => {
  it('say that nothing was assessed, and never call it low', () => {
    expect(bandWords(null)).toEqual({ tone: 'unknown', word: 'Not assessed' });
  });

  it('give a change its sign, and a change that rounds to nothing none', () => {
    expect([signed(1.26), signed(-2), signed(0.04), signed(-0.01)]).toEqual(['+1.3', '−2.0', '±0.0', '±0.0']);
  });

  it('show shares as percent and leave other units as they are', () => {
    expect([factValue(0.812, 'share'), factValue(1.5, 'ratio'), factValue(0.71, 'HHI')]).toEqual([
      '81.2 %',
      '1.5',
      '0.71 HHI',
    ]);
  });

  it('open the codes of answers', () => {
    expect([factValue('m12', null), factValue('tested_old', null)]).toEqual(['within 12 months', 'tested old']);
  });

  it('never estimate money that nobody estimated', () => {
    expect([usd(null), usd(0), usd(12_345.6)]).toEqual(['not estimated', '$0', '$12,346']);
  });

  it('give points one digit, always', () => {
    expect([pointsOf(40), pointsOf(12.34)]).toEqual(['40.0', '12.3']);
  });

  it('count the age of a fact in whole days, and none for what lies ahead', () => {
    const now = Date.UTC(2026, 10, 25, 12);
    const ages = ['2026-11-25T00:00:00Z', '2026-11-23T13:00:00Z', '2026-11-30T00:00:00Z'].map((at) => ageDays(at, now));
    expect(ages.map(daysWords)).toEqual(['today', '1 day', 'today']);
  });

  it('name the service where it found something out itself', () => {
    expect([ownerWord('system'), ownerWord('ada')]).toEqual(['Openward', 'ada']);
  });

  it('say a code as it is where they know no word for it', () => {
    expect([bandWords('extreme').word, basisOf('guessed'), roleWord('auditor')]).toEqual([
      'extreme',
      ['unknown', 'guessed'],
      'auditor',
    ]);
  });
});
