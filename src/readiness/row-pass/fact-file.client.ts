// Facts of rows as lines of text, written as the rows come; they are made into columns elsewhere.
import { closeSync, openSync, writeSync } from 'node:fs';
import type { RowFacts } from '../rows/row-facts.js';
import { factLine } from './fact-lines.js';

/** Written together: calls to the file system cost more than the bytes. */
const heldUnitsMax = 1 << 18;

export interface FactLinesFile {
  readonly path: string;
  readonly rows: number;
  /** UTF-8 bytes at most. */
  readonly longestLineBytes: number;
}

/** Collects lines of facts in a file of text. */
export class FactWriter {
  private readonly file: number;
  private held = '';
  private rows = 0;
  private longest = 0;

  constructor(
    private readonly path: string,
    private readonly salt: string,
  ) {
    this.file = openSync(path, 'w');
  }

  add(row: RowFacts): void {
    const line = factLine(row, this.salt);
    this.rows += 1;
    this.longest = Math.max(this.longest, line.length);
    this.held += line;
    if (this.held.length > heldUnitsMax) {
      this.write();
    }
  }

  end(): FactLinesFile {
    this.write();
    closeSync(this.file);
    const utf8BytesPerUnitMax = 3;
    return { path: this.path, rows: this.rows, longestLineBytes: this.longest * utf8BytesPerUnitMax };
  }

  private write(): void {
    writeSync(this.file, this.held);
    this.held = '';
  }
}
