// The history as JSON lines, to be verified where there is no service: a head, every entry and every project's own word
// in the order of the walk, and an end that counts the lines and holds a digest chained over them.
import { sha256Hex } from '../kernel/digest.js';
import type { AuditRecord } from './audit-record.js';

const head = JSON.stringify({ kind: 'openward-audit-export', format: 1 });

/** Makes the lines one by one; each is handed back without its line break. */
export class ExportWriter {
  private lines = 0;
  private digest = '';

  begin(): string {
    return this.add(head);
  }

  line(record: AuditRecord): string {
    return this.add(JSON.stringify(record));
  }

  end(): string {
    return JSON.stringify({ kind: 'end', lines: this.lines, digest: this.digest });
  }

  private add(line: string): string {
    this.lines += 1;
    this.digest = sha256Hex(`${this.digest}${line}`);
    return line;
  }
}

/** Takes the lines one by one. Throws a sentence where the file is not an export or was cut or edited. */
export class ExportReader {
  private readonly seen = new ExportWriter();
  private isBegun = false;
  private isEnded = false;

  /** The record of the line, or null for the first and the last. */
  take(line: string): AuditRecord | null {
    if (!this.isBegun) {
      if (line !== head) {
        throw new Error('the file is not an export of the history');
      }
      this.isBegun = true;
      this.seen.begin();
      return null;
    }
    if (line === this.seen.end()) {
      this.isEnded = true;
      return null;
    }
    const record = JSON.parse(line) as AuditRecord;
    this.seen.line(record);
    return record;
  }

  /** Whether the end was there and agreed with everything before it. */
  get isWhole(): boolean {
    return this.isEnded;
  }
}
