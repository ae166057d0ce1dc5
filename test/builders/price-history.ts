// The readings that a list of changes of a price file implies: what the file said each time it changed.
import { sourceRanks } from '../../src/catalog/refresh/catalog-row.js';
import type { Change } from '../../src/catalog/refresh/diff-catalog.js';
import { perMillionFromPerToken, plainCount, plainDay } from '../../src/catalog/refresh/readers/decimal-text.js';
import { fieldOfLitellmKey, offerOfLitellmName } from '../../src/catalog/refresh/readers/read-litellm-file.js';
import type { Reading, ToldOffer } from '../../src/catalog/refresh/reading.js';

export interface PriceHistoryRow {
  readonly observed_at: string;
  readonly mirror_commit: string;
  readonly event: 'added' | 'removed' | 'changed';
  readonly provider: string;
  readonly model: string;
  /** The key of the file; empty where a model came or went. */
  readonly field: string;
  readonly old: string;
  readonly new: string;
  readonly guard: string;
}

const otherFields: Readonly<Record<string, readonly [string, (text: string) => string | null]>> = {
  max_input_tokens: ['contextTokens', plainCount],
  max_output_tokens: ['outputTokensMax', plainCount],
  deprecation_date: ['shutdownOn', plainDay],
};

function told(key: string, text: string): readonly [string, string | null] {
  const price = fieldOfLitellmKey(key);
  if (price !== null) {
    return [price, perMillionFromPerToken(text)];
  }
  const [field, read] = otherFields[key] ?? [key, () => null];
  return [field, read(text)];
}

const keyOf = ({ provider, model }: PriceHistoryRow) => `${provider} ${model}`;

export class PriceHistory {
  constructor(private readonly rows: readonly PriceHistoryRow[]) {}

  /** Each change between two known prices of input or output, alone. */
  *changesOfTokenPrices(): Generator<{ change: Change; guard: string }> {
    const keys = ['input_cost_per_token', 'output_cost_per_token'];
    for (const row of this.rows.filter((one) => one.event === 'changed' && keys.includes(one.field))) {
      const [field, before] = told(row.field, row.old);
      const [, after] = told(row.field, row.new);
      if (row.old !== '' && row.new !== '') {
        const offer = offerOfLitellmName(row.model, row.provider);
        const changed = { field, before, after, heldRank: sourceRanks.collector, source: 'litellm', validFrom: 0 };
        yield { change: { offer, kind: 'changed', fields: [changed] }, guard: row.guard };
      }
    }
  }

  /** The file before the first change, and after each commit. */
  *readings(): Generator<Reading> {
    const file = this.fileBefore();
    yield this.reading(file, Date.parse(this.rows[0]?.observed_at ?? '') - 1000);
    for (let from = 0; from < this.rows.length; ) {
      const at = this.rows[from]?.observed_at ?? '';
      let until = from;
      while (this.rows[until]?.observed_at === at) {
        this.take(file, until);
        until += 1;
      }
      yield this.reading(file, Date.parse(at));
      from = until;
    }
  }

  /** Models that did not come later, with the values that their first changes name as old. */
  private fileBefore(): Map<string, ToldOffer> {
    const file = new Map<string, ToldOffer>();
    const seen = new Set<string>();
    this.rows.forEach((row, index) => {
      if (!seen.has(keyOf(row))) {
        seen.add(keyOf(row));
        if (row.event !== 'added') {
          file.set(keyOf(row), this.offerFrom(row, index));
        }
      }
    });
    return file;
  }

  /** A model as it is from a row on: of each field, what its next change names as old. */
  private offerFrom(row: PriceHistoryRow, index: number): ToldOffer {
    const values: Record<string, string> = { listed: 'yes' };
    const seen = new Set<string>();
    for (const later of this.rows.slice(index).filter((one) => keyOf(one) === keyOf(row) && one.event === 'changed')) {
      const [field, value] = told(later.field, later.old);
      if (!seen.has(field) && value !== null) {
        values[field] = value;
      }
      seen.add(field);
    }
    return { ...offerOfLitellmName(row.model, row.provider), values };
  }

  private take(file: Map<string, ToldOffer>, index: number): void {
    const row = this.rows[index];
    if (row === undefined || row.event === 'removed') {
      file.delete(row === undefined ? '' : keyOf(row));
      return;
    }
    if (row.event === 'added') {
      file.set(keyOf(row), this.offerFrom(row, index));
      return;
    }
    const known = file.get(keyOf(row)) ?? this.offerFrom(row, index);
    const [field, value] = told(row.field, row.new);
    const { [field]: _, ...rest } = known.values;
    file.set(keyOf(row), { ...known, values: value === null ? rest : { ...rest, [field]: value } });
  }

  private reading(file: ReadonlyMap<string, ToldOffer>, observedAt: number): Reading {
    const offers = [...file.values()];
    return { kind: 'litellm', source: 'litellm', rank: sourceRanks.collector, observedAt, digest: '', offers };
  }
}
