import { count, dollars, milliseconds, percent, points, seconds } from './numbers';

describe('numbers as people read them', () => {
  it('say that they are not known, and are never a zero then', () => {
    const said = [percent, points, count, milliseconds, seconds, dollars].flatMap((word) => [
      word(null),
      word(undefined),
    ]);
    expect(new Set(said)).toEqual(new Set(['not known']));
  });

  it('give a difference its sign and no sign to none', () => {
    expect([points(0.012), points(-0.034), points(0)]).toEqual(['+1.2 points', '−3.4 points', '0.0 points']);
  });

  it('go over to the next unit where the smaller one gets long', () => {
    expect([milliseconds(812.4), milliseconds(12_000), seconds(4.25), seconds(600), seconds(7200)]).toEqual([
      '812 ms',
      '12 s',
      '4.3 s',
      '10 min',
      '2.0 h',
    ]);
  });

  it('show what little money is as finely as it is counted', () => {
    expect([dollars(1_234_567_890), dollars(412_000), dollars(0)]).toEqual(['$1.23', '$0.000412', '$0']);
  });
});
