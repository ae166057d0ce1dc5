import { type IdKind, IdSource } from '../../src/kernel/ids.js';

/** `exc_0001`, `exc_0002`, …: they sort in the order in which they were made. */
export class FakeIds extends IdSource {
  private made = 0;

  next(kind: IdKind): string {
    this.made += 1;
    return `${kind}_${String(this.made).padStart(4, '0')}`;
  }
}
