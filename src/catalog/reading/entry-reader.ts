// Reads one entry of a catalogue file field by field and notes every fault with its place. Strict on purpose: an unknown
// key is a misspelt one, a price is decimal text and never a binary float, and a field that is left out is null.
import { isPrice } from '../../kernel/money.js';
import { readDay } from '../utc-day.js';

export type Entry = Readonly<Record<string, unknown>>;

export function isEntry(value: unknown): value is Entry {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export class EntryReader {
  constructor(
    private readonly entry: Entry,
    private readonly place: string,
    readonly faults: string[],
  ) {}

  has(key: string): boolean {
    return this.entry[key] !== undefined && this.entry[key] !== null;
  }

  text(key: string): string {
    const value = this.entry[key];
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : this.fault(key, 'must be a text', '');
  }

  textOrNull(key: string): string | null {
    return this.has(key) ? this.text(key) : null;
  }

  texts(key: string): readonly string[] {
    const value = this.entry[key] ?? [];
    const isList = Array.isArray(value) && value.every((item) => typeof item === 'string' && item !== '');
    return isList ? value.map(String) : this.fault(key, 'must be a list of texts', []);
  }

  oneOf<Word extends string>(key: string, words: readonly [Word, ...Word[]]): Word {
    const found = words.find((word) => word === this.entry[key]);
    return found ?? this.fault(key, `must be one of ${words.join(', ')}`, words[0]);
  }

  flagOrNull(key: string): boolean | null {
    const value = this.entry[key] ?? null;
    return typeof value === 'boolean' || value === null ? value : this.fault(key, 'must be true or false', null);
  }

  countOrNull(key: string): number | null {
    const value = this.entry[key] ?? null;
    const isCount = typeof value === 'number' && Number.isSafeInteger(value) && value > 0;
    return value === null || isCount ? value : this.fault(key, 'must be a whole number above 0', null);
  }

  numberOrNull(key: string): number | null {
    const value = this.entry[key] ?? null;
    const isNumber = typeof value === 'number' && Number.isFinite(value) && value >= 0;
    return value === null || isNumber ? value : this.fault(key, 'must be a number from 0 on', null);
  }

  number(key: string): number {
    return this.numberOrNull(key) ?? (this.has(key) ? 0 : this.fault(key, 'must be given', 0));
  }

  day(key: string): string {
    return this.dayOrNull(key) ?? (this.has(key) ? '' : this.fault(key, 'must be given', ''));
  }

  dayOrNull(key: string): string | null {
    const value = this.entry[key] ?? null;
    const day = typeof value === 'string' ? readDay(value) : null;
    return value === null || day !== null ? day : this.fault(key, 'must be a day such as 2026-11-25, in quotes', null);
  }

  days(key: string): readonly string[] {
    return this.texts(key).map((text) => readDay(text) ?? this.fault(key, 'must be days such as 2026-11-25', ''));
  }

  priceOrNull(key: string): string | null {
    const value = this.entry[key] ?? null;
    const isDecimal = typeof value === 'string' && isPrice(value);
    return value === null || isDecimal ? value : this.fault(key, 'must be decimal text in quotes', null);
  }

  part(key: string): EntryReader {
    const value = this.entry[key] ?? {};
    const part = isEntry(value) ? value : this.fault<Entry>(key, 'must be a map', {});
    return new EntryReader(part, `${this.place}.${key}`, this.faults);
  }

  parts(key: string): readonly EntryReader[] {
    const value = this.entry[key] ?? [];
    const list = Array.isArray(value) ? value : this.fault<unknown[]>(key, 'must be a list', []);
    return list.map((item: unknown, index) => {
      const place = `${this.place}.${key}[${index}]`;
      if (!isEntry(item)) {
        this.faults.push(`${place} must be a map`);
      }
      return new EntryReader(isEntry(item) ? item : {}, place, this.faults);
    });
  }

  refuseOthers(known: readonly string[]): void {
    for (const key of Object.keys(this.entry).filter((one) => !known.includes(one))) {
      this.fault(key, 'is no known key', null);
    }
  }

  fault<Instead>(key: string, reason: string, instead: Instead): Instead {
    this.faults.push(`${this.place}.${key} ${reason}`);
    return instead;
  }
}

/** The entries of a list of a document; a missing list is a fault. Each is named by one of its fields where it has it. */
export function entriesOf(document: unknown, list: string, faults: string[]): readonly EntryReader[] {
  const found = isEntry(document) ? document[list] : undefined;
  if (!Array.isArray(found)) {
    faults.push(`${list}: must be a list`);
    return [];
  }
  return found.map((item: unknown, index) => {
    const entry = isEntry(item) ? item : {};
    const name = [entry.id, entry.model, entry.name].find((one) => typeof one === 'string');
    const place = name === undefined ? `${list}[${index}]` : `${list}[${index}] (${name})`;
    if (!isEntry(item)) {
      faults.push(`${place} must be a map`);
    }
    return new EntryReader(entry, place, faults);
  });
}
