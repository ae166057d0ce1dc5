// Takes a file in, row by row, as it arrives: at most one batch of it is in memory. A file that breaks off leaves what
// came before it, and uploading it again adds the rest.
import { createHash, type Hash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { setImmediate as afterOthers } from 'node:timers/promises';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { IdSource } from '../../kernel/ids.js';
import { type Refusal, refusal } from '../../kernel/refusal.js';
import { JobRunner } from '../../platform/jobs/job-runner.service.js';
import { type DeclaredSplit, makeExample } from '../rows/example.js';
import type { FaultCode, ImportFault } from './import-fault.js';
import { type ImportFormat, type ImportOutcome, type ImportReader, makeImportReader } from './import-reader.js';
import type { ImportRecord } from './import-record.js';
import { ImportStore } from './import-store.js';

export interface Upload {
  readonly projectId: string;
  readonly fileName: string;
  readonly split: DeclaredSplit;
  readonly contentType: string;
  /** Null or `identity`; a compressed body is not unpacked. */
  readonly contentEncoding: string | null;
  readonly body: Readable;
  readonly by: string;
}

export interface FinishedImport {
  readonly record: ImportRecord;
  /** The first hundred, by line. */
  readonly faults: readonly ImportFault[];
}

const formatOf: Readonly<Record<string, ImportFormat>> = {
  'text/csv': 'csv',
  'application/x-ndjson': 'chat',
  'application/jsonl': 'chat',
};
/** Rows in one transaction: long enough to be quick, short enough to let others write. */
const batchRows = 500;
const faultsShown = 100;
/** Faults kept of one upload; beyond it a file is not worth mending line by line, and only their number is counted. */
const faultsKeptMax = 100_000;
/** An upload that nobody has written to for this long has lost its process. */
const untouchedMs = 2 * 60_000;
const interruptedProblem =
  'interrupted: the service stopped or the connection was lost. Upload the file again: rows that are there already are not added twice.';

@Injectable()
export class ImportService implements OnApplicationBootstrap {
  constructor(
    @Inject(ImportStore) private readonly imports: ImportStore,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(IdSource) private readonly ids: IdSource,
    private readonly runner: JobRunner,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.failInterrupted({ atStart: true });
    const lookEveryMs = untouchedMs / 4;
    this.runner.every('readiness.interrupted-imports', lookEveryMs, () => this.failInterrupted({ atStart: false }));
  }

  /** A refusal when nothing was read; a failed import is a refusal too, and is listed. */
  async take(upload: Upload): Promise<FinishedImport | Refusal> {
    const format = acceptedFormat(upload);
    if (typeof format !== 'string') {
      upload.body.resume();
      return format;
    }
    if (!(await this.imports.knowsProject(upload.projectId))) {
      upload.body.resume();
      return refusal('not-found', 'There is no such project.');
    }
    const started = newImport(this.ids.next('imp'), upload, { format, now: this.clock.now() });
    await this.imports.put(started, this.clock.now());
    const run = new ImportRun(this.imports, this.clock, started);
    try {
      await run.read(upload.body);
    } catch (error) {
      upload.body.resume();
      await run.fail(interruptedProblem);
      if (upload.body.errored === null) {
        throw error;
      }
    }
    const problem = upload.body.errored === null ? run.problem() : interruptedProblem;
    if (problem !== null) {
      upload.body.resume();
      await run.fail(problem);
      return refusal('bad-request', problem);
    }
    const record = await run.finish();
    return { record, faults: await this.imports.faults({ importId: record.id, after: null, limit: faultsShown }) };
  }

  private async failInterrupted({ atStart }: { atStart: boolean }): Promise<void> {
    const at = this.clock.now();
    await this.imports.failInterrupted({
      at,
      untouchedSinceMs: at - untouchedMs,
      atStart,
      problem: interruptedProblem,
    });
  }
}

/** One upload while it is read. */
class ImportRun {
  private readonly reader: ImportReader;
  private readonly hash: Hash = createHash('sha256');
  private waiting: ImportOutcome[] = [];
  private faultsKept = 0;

  constructor(
    private readonly imports: ImportStore,
    private readonly clock: Clock,
    private record: ImportRecord,
  ) {
    this.reader = makeImportReader(record.format);
  }

  problem(): string | null {
    return this.reader.problem() ?? (this.record.total === 0 ? 'The file holds no rows.' : null);
  }

  async read(body: Readable): Promise<void> {
    // Destroying the stream would cut the connection before the answer is out.
    for await (const chunk of body.iterator({ destroyOnReturn: false })) {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : (chunk as Buffer);
      this.hash.update(bytes);
      this.record = { ...this.record, bytes: this.record.bytes + bytes.length };
      this.waiting.push(...this.reader.push(bytes));
      if (this.reader.problem() !== null) {
        return;
      }
      await this.write({ all: false });
    }
    this.waiting.push(...this.reader.end());
    await this.write({ all: true });
  }

  async finish(): Promise<ImportRecord> {
    const now = this.clock.now();
    this.record = { ...this.record, state: 'done', sha256: this.hash.digest('hex'), finishedAt: now };
    await this.imports.put(this.record, now);
    return this.record;
  }

  async fail(problem: string): Promise<void> {
    const now = this.clock.now();
    this.record = { ...this.record, state: 'failed', problem, finishedAt: now };
    await this.imports.put(this.record, now);
  }

  private async write({ all }: { all: boolean }): Promise<void> {
    while (this.waiting.length >= (all ? 1 : batchRows)) {
      const batch = this.waiting.slice(0, batchRows);
      this.waiting = this.waiting.slice(batchRows);
      await this.writeBatch(batch);
      await afterOthers();
    }
  }

  private async writeBatch(batch: readonly ImportOutcome[]): Promise<void> {
    const { id, split, rejectedByCode } = this.record;
    const rows = batch.flatMap((outcome) => ('messages' in outcome ? [outcome] : []));
    const rejected = batch.flatMap((outcome) => ('faults' in outcome ? [outcome.faults] : []));
    const examples = rows.map(({ messages, line }) =>
      makeExample(messages, { origin: 'import', originId: id, line, declaredSplit: split }),
    );
    const record = {
      ...this.record,
      total: this.record.total + batch.length,
      accepted: this.record.accepted + rows.length,
      rejected: this.record.rejected + rejected.length,
      rejectedByCode: withCodes(rejectedByCode, rejected),
      trimmed: this.record.trimmed + rows.filter((row) => row.trimmed).length,
    };
    const faults = rejected.flat().slice(0, faultsKeptMax - this.faultsKept);
    this.faultsKept += faults.length;
    this.record = await this.imports.take({ record, examples, faults, at: this.clock.now() });
  }
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

function newImport(id: string, upload: Upload, made: { format: ImportFormat; now: number }): ImportRecord {
  return {
    id,
    projectId: upload.projectId,
    fileName: upload.fileName,
    format: made.format,
    split: upload.split,
    state: 'running',
    total: 0,
    accepted: 0,
    rejected: 0,
    duplicates: 0,
    bytes: 0,
    sha256: null,
    problem: null,
    rejectedByCode: {},
    trimmed: 0,
    createdBy: upload.by,
    createdAt: made.now,
    finishedAt: null,
  };
}

function acceptedFormat({ contentType, contentEncoding }: Upload): ImportFormat | Refusal {
  const [type = '', ...parameters] = contentType.split(';').map((part) => part.trim().toLowerCase());
  const format = Object.hasOwn(formatOf, type) ? formatOf[type] : undefined;
  const charset = parameters.find((parameter) => parameter.startsWith('charset='))?.slice('charset='.length);
  const isUtf8 = charset === undefined || ['utf-8', 'utf8', 'us-ascii'].includes(charset.replaceAll('"', ''));
  if (format === undefined || !isUtf8) {
    const known = Object.keys(formatOf).join(', ');
    return refusal('unsupported-media-type', `Send the file as ${known}, in UTF-8.`);
  }
  return contentEncoding === null || contentEncoding === 'identity'
    ? format
    : refusal('unsupported-media-type', 'Send the file uncompressed.');
}
