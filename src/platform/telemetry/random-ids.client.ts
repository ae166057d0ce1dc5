import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { type IdKind, IdSource, makeId } from '../../kernel/ids.js';

/** Random identifiers that never go back within one process: the order of making is the order of sorting. */
@Injectable()
export class RandomIds extends IdSource {
  private lastMs = 0;
  private tail = randomBytes(10);

  constructor(@Inject(Clock) private readonly clock: Clock) {
    super();
  }

  next(kind: IdKind): string {
    const now = this.clock.now();
    if (now > this.lastMs) {
      this.lastMs = now;
      this.tail = randomBytes(10);
      // A clear top bit leaves room to count upwards within the same millisecond.
      this.tail[0] = (this.tail[0] ?? 0) & 0x7f;
    } else {
      this.increment();
    }
    return makeId(kind, this.lastMs, this.tail);
  }

  private increment(): void {
    for (let place = this.tail.length - 1; place >= 0; place -= 1) {
      const next = ((this.tail[place] ?? 0) + 1) & 0xff;
      this.tail[place] = next;
      if (next !== 0) {
        return;
      }
    }
  }
}
