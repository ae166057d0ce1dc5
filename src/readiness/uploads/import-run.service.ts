// One upload while it is read: rows in batches, each with its counts in one transaction, so that a poll sees it grow.
import { createHash, type Hash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { setImmediate as afterOthers } from 'node:timers/promises';
import type { Clock } from '../../kernel/clock.js';
import type { StoredImage } from '../images/image-store.js';
import { addPicture, addReference, type ImageTally } from '../images/image-tally.js';
import type { FaultCode, ImportFault } from '../imports/import-fault.js';
import type { ImportRecord } from '../imports/import-record.js';
import type { ImportStore } from '../imports/import-store.js';
import { makeExample } from '../rows/example.js';
import type { UploadedRow, UploadOutcome, UploadPart, UploadReading } from './upload-reader.js';

/** Rows in one transaction: long enough to be quick, short enough to let others write. */
const batchRows = 500;
/** Pictures that wait for their rows, in bytes: beyond it they are written by themselves. */
const waitingBytesMax = 32 * 1024 * 1024;
/** How often a reader that brings no rows is written down as being alive. */
const beatMs = 1_000;
/** Faults kept of one upload; beyond it a file is not worth mending line by line, and only their number is counted. */
const faultsKeptMax = 100_000;

const isRow = (outcome: UploadOutcome): outcome is UploadedRow => 'content' in outcome;

export class ImportRun {
  private readonly hash: Hash = createHash('sha256');
  private waiting: UploadOutcome[] = [];
  private images: StoredImage[] = [];
  private imageBytes = 0;
  private faultsKept = 0;
  private reading: UploadReading | null = null;

  constructor(
    private readonly imports: ImportStore,
    private readonly clock: Clock,
    private record: ImportRecord,
  ) {}

  get isEmpty(): boolean {
    return this.record.total === 0;
  }

  /** The body, counted and hashed as it passes. Destroying the stream would cut the connection before the answer is out. */
  async *counted(body: Readable): AsyncGenerator<Uint8Array> {
    for await (const chunk of body.iterator({ destroyOnReturn: false })) {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : (chunk as Buffer);
      this.hash.update(bytes);
      this.record = { ...this.record, bytes: this.record.bytes + bytes.length };
      yield bytes;
    }
  }

  async read(reading: UploadReading): Promise<void> {
    this.reading = reading;
    for await (const part of reading.parts()) {
      this.note(part);
      await this.write({ all: false });
      await this.beat();
    }
    await this.write({ all: true });
  }

  async finish(): Promise<ImportRecord> {
    const fileFacts = this.reading?.facts() ?? this.record.fileFacts;
    const [main] = Object.entries(fileFacts.shapes).sort(([, left], [, right]) => right - left);
    const format = main?.[0] ?? this.record.format;
    return this.end({ state: 'done', format, fileFacts, sha256: this.hash.digest('hex') });
  }

  fail(problem: string): Promise<ImportRecord> {
    return this.end({ state: 'failed', problem, fileFacts: this.reading?.facts() ?? this.record.fileFacts });
  }

  private async end(parts: Partial<ImportRecord>): Promise<ImportRecord> {
    const now = this.clock.now();
    this.record = { ...this.record, ...parts, touchedAt: now, finishedAt: now };
    await this.imports.put(this.record, now);
    return this.record;
  }

  private note({ outcomes, pictures }: UploadPart): void {
    this.waiting.push(...outcomes);
    for (const { ref, facts, stored } of pictures) {
      const place = { importId: this.record.id, line: null, ref };
      this.record = { ...this.record, images: addPicture(this.record.images, place, facts) };
      if (stored !== null) {
        this.images.push(stored);
        this.imageBytes += stored.bytes.length;
      }
    }
  }

  private async beat(): Promise<void> {
    const now = this.clock.now();
    if (now - this.record.touchedAt >= beatMs) {
      this.record = { ...this.record, touchedAt: now };
      await this.imports.put(this.record, now);
    }
  }

  private async write({ all }: { all: boolean }): Promise<void> {
    const isDue = () => this.waiting.length >= (all ? 1 : batchRows) || this.imageBytes > waitingBytesMax;
    while (isDue() || (all && this.images.length > 0)) {
      const batch = this.waiting.slice(0, batchRows);
      this.waiting = this.waiting.slice(batchRows);
      await this.writeBatch(batch);
      await afterOthers();
    }
  }

  private async writeBatch(batch: readonly UploadOutcome[]): Promise<void> {
    const { id, split, rejectedByCode, images } = this.record;
    const rows = batch.filter(isRow);
    const rejected = batch.flatMap((outcome) => (isRow(outcome) ? [] : [outcome.faults]));
    const examples = rows.map(({ content, line, byteOffset }) => ({
      ...makeExample(content, { origin: 'import', originId: id, line, declaredSplit: split }),
      byteOffset,
    }));
    const record = {
      ...this.record,
      total: this.record.total + batch.length,
      accepted: this.record.accepted + rows.length,
      rejected: this.record.rejected + rejected.length,
      rejectedByCode: withCodes(rejectedByCode, rejected),
      trimmed: this.record.trimmed + rows.filter((row) => row.trimmed).length,
      images: rows.reduce((tally, row) => withReferences(tally, row, id), images),
    };
    const faults = rejected.flat().slice(0, faultsKeptMax - this.faultsKept);
    this.faultsKept += faults.length;
    const stored = this.images;
    this.images = [];
    this.imageBytes = 0;
    this.record = await this.imports.take({ record, examples, faults, images: stored, at: this.clock.now() });
  }
}

function withReferences(tally: ImageTally, { references, line }: UploadedRow, importId: string): ImageTally {
  return references.reduce((sum, { ref, facts }) => addReference(sum, { importId, line, ref }, facts), tally);
}

function withCodes(
  counts: ImportRecord['rejectedByCode'],
  rejected: readonly (readonly ImportFault[])[],
): ImportRecord['rejectedByCode'] {
  const next: Partial<Record<FaultCode, number>> = { ...counts };
  for (const [first] of rejected) {
    if (first !== undefined) {
      next[first.code] = (next[first.code] ?? 0) + 1;
    }
  }
  return next;
}
