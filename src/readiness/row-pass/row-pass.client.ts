// The row pass over pieces of files: bytes to rows, rows to facts, facts into the states of all checks and into files for
// the set pass. One object a thread; it keeps nothing of a row but what the states keep.
import { join } from 'node:path';
import { formatsOf } from '../formats/all-formats.js';
import { isAsDeclared, noFileFacts } from '../imports/file-facts.js';
import type { ImportFault } from '../imports/import-fault.js';
import { type ImportReader, makeImportReader } from '../imports/import-reader.js';
import { JsonRows } from '../imports/json-rows.js';
import { type ImportedRow, type ImportOutcome, isImportedRow } from '../imports/row-source.js';
import { inLanguageSample, sparingSample } from '../language/language-sample.js';
import { addRejected, addShape, emptyFileTally, type FileTally, mergeFileTallies } from '../measure/file-tally.js';
import { type SegmentFold, SegmentFolder } from '../measure/segment-fold.js';
import { makePlainLines } from '../plain-chats/plain-chats.client.js';
import { readExample } from '../rows/example.js';
import type { RowFacts } from '../rows/row-facts.js';
import { FactWriter } from './fact-file.client.js';
import { foldPartsOf } from './fold-parts.client.js';
import { type RowReaders, rowFactsOf } from './row-facts-of.js';
import {
  type PassFacts,
  type PassFile,
  type PieceOrder,
  type ReadRows,
  type RowPassJob,
  tellingThread,
} from './row-pass-orders.js';
import { makeRowReaders } from './row-readers.client.js';

/** Read at a time: what a read makes dies young. */
const bytesAtATime = 128 * 1024;
/** Of lines, up to the next line end: they need not be put together again. */
const lineBytesAtATime = 16 * 1024;
const lineFeed = 10;
/** Then the file of facts is handed on to be made into columns. */
const factRowsMax = 50_000;

export class RowPass {
  private readonly quick = makePlainLines();
  private readonly readers: RowReaders;
  private readonly folder: SegmentFolder;
  private readonly isUntold: (rowKey: string) => boolean;
  /** About as many bytes in all as ten thousand rows have, however many rows are read. */
  private readonly untold: RowFacts[] = [];
  private readonly tallies = new Map<string, FileTally>();
  private readonly streams = new Map<string, ImportReader>();
  private writer: FactWriter | null = null;
  private writtenRows = 0;
  private writtenFiles = 0;

  constructor(
    private readonly job: RowPassJob,
    private readonly onFacts: (facts: PassFacts) => void,
  ) {
    const { target, splitSalt: salt, expectedRows, looksForPrivate } = job;
    this.readers = makeRowReaders({ target, salt, expectedRows, looksForPrivate, detectLanguages: () => null });
    this.isUntold = inLanguageSample(salt, sparingSample(expectedRows));
    this.folder = new SegmentFolder(foldPartsOf(target, expectedRows));
  }

  /** @returns rows taken */
  read(order: PieceOrder): number {
    const before = this.tallyOf(order.file).accepted;
    if (order.cut === 'lines') {
      this.readLines(order);
    } else {
      this.readStream(order);
    }
    return this.tallyOf(order.file).accepted - before;
  }

  end(): ReadRows {
    this.handOn();
    const untold = this.job.thread === tellingThread ? [] : this.untold;
    return { fold: this.folder.end(), files: this.tallies, untold };
  }

  /**
   * What knows languages is loaded for this alone.
   * @param ofOthers rows that other threads read: those of this one stayed here
   * @returns the state of these rows
   */
  async tellLanguages(ofOthers: readonly RowFacts[]): Promise<SegmentFold> {
    const folder = new SegmentFolder(foldPartsOf(this.job.target, this.job.expectedRows));
    const own = this.job.thread === tellingThread ? this.untold : [];
    if (own.length + ofOthers.length > 0) {
      const { languagesOf } = await import('../language/detect-language.client.js');
      for (const row of [...own, ...ofOthers]) {
        folder.add({ ...row, languages: languagesOf(row.example, row.normalPrompt) });
      }
    }
    return folder.end();
  }

  private readLines({ file, buffer, length, linesBefore, offset }: PieceOrder): void {
    const format = file.format === 'csv' ? 'auto' : file.format;
    const rows = new JsonRows(formatsOf(format), 'lines', this.quick);
    const piece = emptyFileTally();
    const shapes: Record<string, number> = {};
    const take = (outcomes: readonly ImportOutcome[]) => {
      for (const outcome of outcomes) {
        if (isImportedRow(outcome)) {
          shapes[outcome.shape] = (shapes[outcome.shape] ?? 0) + 1;
          if (shapes[outcome.shape] === 1) {
            addShape(piece, outcome.shape, outcome.line + linesBefore);
          }
        }
        this.take({ file, tally: piece, linesBefore, offset }, outcome);
      }
    };
    const bytes = Buffer.from(buffer, 0, length);
    for (let at = 0; at < length; ) {
      const feed = bytes.indexOf(lineFeed, at + lineBytesAtATime);
      const end = feed === -1 ? length : feed + 1;
      take(rows.push(bytes.subarray(at, end)));
      at = end;
    }
    take(rows.end());
    const facts = rows.facts();
    const firstBadByte = facts.firstBadByte ?? null;
    const { declaredKind } = file;
    piece.facts = {
      ...noFileFacts,
      ...facts,
      kind: 'jsonl',
      declaredKind,
      autoConverted: declaredKind !== null && !isAsDeclared('jsonl', declaredKind),
      bom: offset === 0 && facts.bom === true,
      firstBadByte: firstBadByte === null ? null : firstBadByte + offset,
      shapes,
    };
    piece.lastOffset = offset;
    mergeFileTallies(this.tallyOf(file), piece);
  }

  private readStream({ file, buffer, length, isLast }: PieceOrder): void {
    const tally = this.tallyOf(file);
    const reader = this.streamOf(file);
    const place = { file, tally, linesBefore: 0, offset: 0 };
    for (let at = 0; at < length; at += bytesAtATime) {
      // The reader may hold bytes for longer than the buffer is ours.
      const bytes = new Uint8Array(buffer.slice(at, Math.min(at + bytesAtATime, length)));
      for (const outcome of reader.push(bytes)) {
        this.take(place, outcome);
      }
    }
    if (isLast) {
      for (const outcome of reader.end()) {
        this.take(place, outcome);
      }
      tally.facts = reader.fileFacts();
      tally.problem = reader.problem();
      this.streams.delete(file.importId);
    }
  }

  private take(place: PiecePlace, outcome: ImportOutcome): void {
    const { tally, linesBefore, offset } = place;
    if (isImportedRow(outcome)) {
      this.fold(place, outcome);
      return;
    }
    const moved = (fault: ImportFault): ImportFault => {
      return { ...fault, line: fault.line + linesBefore, byteOffset: fault.byteOffset + offset };
    };
    addRejected(tally, outcome.faults.map(moved));
  }

  private fold({ file, tally, linesBefore }: PiecePlace, { line, content, texts, trimmed }: ImportedRow): void {
    const { importId: originId, declaredSplit } = file;
    const provenance = { origin: 'import', originId, line: line + linesBefore, declaredSplit } as const;
    const read = readExample(content, provenance, texts);
    const facts = rowFactsOf(read, this.readers);
    if (this.isUntold(facts.example.rowKey)) {
      this.untold.push(facts);
    } else {
      this.folder.add(facts);
    }
    tally.accepted += 1;
    tally.trimmed += trimmed ? 1 : 0;
    const { factsFolder, thread, splitSalt } = this.job;
    if (factsFolder === null) {
      return;
    }
    this.writer ??= new FactWriter(join(factsFolder, `facts-${thread}-${this.writtenFiles}.txt`), splitSalt);
    this.writer.add(facts);
    this.writtenRows += 1;
    if (this.writtenRows === factRowsMax) {
      this.handOn();
    }
  }

  private handOn(): void {
    if (this.writer !== null) {
      this.onFacts(this.writer.end());
      this.writer = null;
      this.writtenRows = 0;
      this.writtenFiles += 1;
    }
  }

  private tallyOf({ importId }: PassFile): FileTally {
    const tally = this.tallies.get(importId) ?? emptyFileTally();
    this.tallies.set(importId, tally);
    return tally;
  }

  private streamOf({ importId, format, declaredKind }: PassFile): ImportReader {
    const reader = this.streams.get(importId) ?? makeImportReader({ format, declaredKind });
    this.streams.set(importId, reader);
    return reader;
  }
}

interface PiecePlace {
  readonly file: PassFile;
  readonly tally: FileTally;
  readonly linesBefore: number;
  readonly offset: number;
}
