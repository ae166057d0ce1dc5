// Rows that are JSON objects: one a line, in a list, or one after the other over several lines.
import { FlatObjects } from '../formats/parts/flat-object.js';
import { readJsonLine, readPlainLine } from '../formats/read-row.js';
import type { RowFormat } from '../formats/row-format.js';
import type { PlainLines } from '../plain-chats/plain-lines.js';
import { asBuffer, type ByteLine, ByteLines } from './byte-lines.js';
import type { FileFacts } from './file-facts.js';
import { JsonValues } from './json-values.js';
import { lineText } from './line-text.js';
import { type ImportOutcome, type RowSource, rejectedRow } from './row-source.js';

const openBrace = 123;

export class JsonRows implements RowSource {
  private readonly lines = new ByteLines();
  private readonly values = new JsonValues();
  private blankLines = 0;
  private badUtf8Lines = 0;
  private firstBadByte: number | null = null;
  private markSeen: boolean | null = null;
  private endsWithFeed = false;

  private readonly around = new FlatObjects('messages');

  /** What the quick reader has loaded. */
  private loaded: Buffer | null = null;

  /**
   * @param cut `lines`: each line is a row. `values`: each object is, wherever it ends
   * @param quick reads most lines of chats; null: each is read the long way
   */
  constructor(
    private readonly formats: readonly RowFormat[],
    private readonly cut: 'lines' | 'values',
    private readonly quick: PlainLines | null = null,
  ) {}

  push(chunk: Uint8Array): ImportOutcome[] {
    if (this.cut === 'lines') {
      const source = asBuffer(chunk);
      const feeds = this.quick?.load(source) ?? null;
      this.loaded = feeds === null ? null : source;
      return this.readAll(this.lines.push(source, feeds));
    }
    this.endsWithFeed = chunk.length > 0 ? chunk.at(-1) === 10 : this.endsWithFeed;
    return this.readAll(this.values.push(this.withoutMark(chunk)));
  }

  end(): ImportOutcome[] {
    return this.readAll(this.cut === 'lines' ? this.lines.end() : this.values.end());
  }

  problem(): string | null {
    return this.cut === 'lines' ? null : this.values.problem();
  }

  facts(): Partial<FileFacts> {
    const { badUtf8Lines, firstBadByte } = this;
    const encodingFound = badUtf8Lines > 0 ? ('not-utf-8' as const) : ('utf-8' as const);
    if (this.cut === 'lines') {
      const { lines, crlfLines, hasMark: bom, endsWithNewline } = this.lines;
      return {
        bom,
        lines,
        crlfLines,
        endsWithNewline,
        blankLines: this.blankLines,
        badUtf8Lines,
        firstBadByte,
        encodingFound,
      };
    }
    const { lines, crlfLines, blankLines } = this.values;
    const endsWithNewline = this.endsWithFeed;
    const bom = this.markSeen === true;
    return { bom, lines, crlfLines, blankLines, endsWithNewline, badUtf8Lines, firstBadByte, encodingFound };
  }

  /** The mark counts as three blanks, so that offsets stay those of the file. The first chunk is never shorter than it. */
  private withoutMark(chunk: Uint8Array): Uint8Array {
    if (this.markSeen !== null || chunk.length === 0) {
      return chunk;
    }
    this.markSeen = chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf;
    return this.markSeen ? Buffer.concat([Buffer.from('   '), chunk.subarray(3)]) : chunk;
  }

  private readAll(lines: readonly ByteLine[]): ImportOutcome[] {
    const outcomes: ImportOutcome[] = [];
    for (const line of lines) {
      const outcome = this.read(line);
      if (outcome !== null) {
        outcomes.push(outcome);
      }
    }
    return outcomes;
  }

  private read(line: ByteLine): ImportOutcome | null {
    return (
      (line.source !== null && line.source === this.loaded ? this.readQuickly(line) : null) ?? this.readAtLength(line)
    );
  }

  private readQuickly({ number: line, offset: byteOffset, from, to }: ByteLine): ImportOutcome | null {
    const plain = this.quick?.read(from, to) ?? null;
    const read = plain === null ? null : readPlainLine(plain, this.formats, this.around);
    if (plain === null || read === null) {
      return null;
    }
    const { content, trimmed, shape, pictures } = read;
    return { line, byteOffset, content, texts: plain.texts, trimmed, shape, pictures };
  }

  private readAtLength(line: ByteLine): ImportOutcome | null {
    const place = { line: line.number, byteOffset: line.offset };
    const text = lineText(line);
    if (typeof text !== 'string') {
      this.badUtf8Lines += text.badByte === undefined ? 0 : 1;
      this.firstBadByte ??= text.badByte ?? null;
      return rejectedRow(place, [text]);
    }
    if (text.charCodeAt(0) !== openBrace && text.trim() === '') {
      this.blankLines += 1;
      return null;
    }
    const read = readJsonLine(text, this.formats);
    if (!('content' in read)) {
      return rejectedRow(place, read);
    }
    const { content, trimmed, shape, pictures } = read;
    return { line: line.number, byteOffset: line.offset, content, trimmed, shape, pictures };
  }
}
