import { Breaker, Breakers } from './breaker.js';

function opened(at = 0): Breaker {
  const breaker = new Breaker();
  for (let count = 0; count < 5; count += 1) {
    breaker.admits(at);
    breaker.failed(at);
  }
  return breaker;
}

describe('the breaker', () => {
  it('opens at the fifth failure in a row, not before', () => {
    const breaker = new Breaker();
    for (let count = 0; count < 4; count += 1) {
      breaker.failed(0);
    }
    expect(breaker.admits(0)).toBe(true);
    breaker.failed(0);
    expect(breaker.admits(0)).toBe(false);
  });

  it('forgets failures at a success', () => {
    const breaker = new Breaker();
    for (let count = 0; count < 20; count += 1) {
      breaker.failed(0);
      if (count % 4 === 3) {
        breaker.succeeded();
      }
    }
    expect(breaker.admits(0)).toBe(true);
  });

  it('lets one probe through after five seconds, and no second beside it', () => {
    const breaker = opened();
    expect(breaker.admits(4_999)).toBe(false);
    expect(breaker.admits(5_000)).toBe(true);
    expect(breaker.admits(5_000)).toBe(false);
  });

  it('closes when the probe succeeds, and then counts to five again', () => {
    const breaker = opened();
    breaker.admits(5_000);
    breaker.succeeded();
    breaker.failed(5_001);
    expect(breaker.state).toBe('closed');
    expect(breaker.admits(5_001)).toBe(true);
  });

  it('doubles its wait at each failed probe, up to a minute', () => {
    const breaker = opened();
    let now = 0;
    for (const waitMs of [5_000, 10_000, 20_000, 40_000, 60_000, 60_000]) {
      expect(breaker.admits(now + waitMs - 1)).toBe(false);
      now += waitMs;
      expect(breaker.admits(now)).toBe(true);
      breaker.failed(now);
    }
  });

  it('lets the next probe through at once when a client left during the last', () => {
    const breaker = opened();
    breaker.admits(5_000);
    breaker.learntNothing();
    expect(breaker.admits(5_000)).toBe(true);
  });

  it('stays open when calls admitted before it opened fail late', () => {
    const breaker = opened();
    breaker.failed(1_000);
    expect(breaker.admits(5_000)).toBe(true);
  });

  it('stands apart for each vendor and model', () => {
    const breakers = new Breakers();
    const one = breakers.of({ vendor: 'a', model: 'b' });
    expect(breakers.of({ vendor: 'a', model: 'b' })).toBe(one);
    expect(breakers.of({ vendor: 'a', model: 'c' })).not.toBe(one);
    expect(breakers.of({ vendor: 'a","b', model: '' })).not.toBe(breakers.of({ vendor: 'a', model: 'b",""' }));
  });
});
