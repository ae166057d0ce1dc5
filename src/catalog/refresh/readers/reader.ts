// What a reader of a source is: it makes offers of a text, and names what it had to leave out.
import type { Refusal } from '../../../kernel/refusal.js';
import type { ReadOffers, SourceKind } from '../reading.js';

export interface CatalogReader {
  readonly kind: SourceKind;
  /** Which document it takes, for whoever uploads one. */
  readonly takes: string;
  /** By `sourceRanks`. */
  readonly rank: number;
  /** Refuses with `bad-request` what is no such document at all. */
  read(text: string): ReadOffers | Refusal;
}
