import { Injectable } from '@nestjs/common';
import { findPrivate } from '../privacy/find-private.js';
import { storedRowFacts } from '../row-pass/row-facts-of.js';
import type { Example } from '../rows/example.js';
import type { RowFacts } from '../rows/row-facts.js';
import { noSchema } from '../rows/schema-facts.js';
import { makeRowTokens } from '../tokens/make-row-tokens.client.js';
import { type MeterOptions, RowMeter } from './row-meter.js';

/** What actions ask of a row, and no more: they judge neither languages nor schemas. */
@Injectable()
export class TokenisingRowMeter extends RowMeter {
  make({ target, salt, looksForPrivate }: MeterOptions): (row: Example) => RowFacts {
    const readers = {
      checkSchema: () => noSchema,
      countTokens: makeRowTokens(target),
      isSampled: () => true,
      detectLanguages: () => null,
      findPrivate: looksForPrivate ? (row: Example) => findPrivate(row, salt) : null,
    };
    return (row) => storedRowFacts(row, readers);
  }
}
