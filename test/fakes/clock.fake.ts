import { Clock } from '../../src/kernel/clock.js';

/** A clock that stands still until it is moved. */
export class FakeClock extends Clock {
  constructor(private at = 1_764_000_000_000) {
    super();
  }

  now(): number {
    return this.at;
  }

  advance(ms: number): void {
    this.at += ms;
  }
}
