// Takes a file in, row by row, as it arrives: at most one batch of it is in memory. A file that breaks off leaves what
// came before it, and uploading it again goes on where it broke off.
import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { IdSource } from '../../kernel/ids.js';
import { type Refusal, refusal } from '../../kernel/refusal.js';
import { noImages } from '../images/image-tally.js';
import type { DeclaredSplit } from '../rows/example.js';
import { ImportRun } from '../uploads/import-run.service.js';
import { UnreadableUpload, UploadReader } from '../uploads/upload-reader.js';
import { type UploadType, uploadTypeOf } from '../uploads/upload-type.js';
import { noFileFacts } from './file-facts.js';
import type { ImportFault } from './import-fault.js';
import type { ImportFormat } from './import-reader.js';
import { type ImportRecord, interruptedProblem } from './import-record.js';
import { ImportStore, ImportUpkeep } from './import-store.js';
import type { RightsDeclaration } from './rights-declaration.js';

export interface Upload {
  readonly projectId: string;
  /** Null: not named. Only a named upload goes on with an earlier one. */
  readonly fileName: string | null;
  readonly split: DeclaredSplit;
  readonly format: ImportFormat;
  readonly contentType: string;
  readonly contentEncoding: string | null;
  /** Of the body as it comes; null: not announced. */
  readonly contentLength: number | null;
  readonly rights: RightsDeclaration;
  readonly body: Readable;
  readonly by: string;
}

export interface FinishedImport {
  readonly record: ImportRecord;
  /** The first hundred, by line. */
  readonly faults: readonly ImportFault[];
}

const faultsShown = 100;
const unnamed = 'upload';

@Injectable()
export class ImportService {
  constructor(
    @Inject(ImportStore) private readonly imports: ImportStore,
    @Inject(ImportUpkeep) private readonly upkeep: ImportUpkeep,
    @Inject(UploadReader) private readonly reader: UploadReader,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(IdSource) private readonly ids: IdSource,
  ) {}

  /** A refusal when nothing was read; a failed import is a refusal too, and is listed. */
  async take(upload: Upload): Promise<FinishedImport | Refusal> {
    const type = uploadTypeOf(upload);
    if ('refused' in type) {
      upload.body.resume();
      return type;
    }
    if (!(await this.imports.knowsProject(upload.projectId))) {
      upload.body.resume();
      return refusal('not-found', 'There is no such project.');
    }
    const started = await this.begin(upload);
    const run = new ImportRun(this.imports, this.clock, started);
    const problem = await this.read(run, upload, type);
    if (problem !== null) {
      upload.body.resume();
      await run.fail(problem);
      return refusal('bad-request', problem);
    }
    const record = await run.finish();
    return { record, faults: await this.upkeep.faults({ importId: record.id, after: null, limit: faultsShown }) };
  }

  private async begin(upload: Upload): Promise<ImportRecord> {
    const { projectId, fileName, split } = upload;
    const earlier = fileName === null ? null : await this.imports.newestOf({ projectId, fileName, split });
    const isInterrupted = earlier?.state === 'failed' && earlier.problem === interruptedProblem;
    const now = this.clock.now();
    const started = newImport(this.ids.next('imp'), upload, now);
    const record = { ...started, resumedFrom: isInterrupted ? earlier.id : null };
    await this.imports.put(record, now);
    return record;
  }

  /** Null, or why the file failed, as a sentence. What is no fault of the file is thrown, after it was noted. */
  private async read(run: ImportRun, upload: Upload, { mediaType, encoding }: UploadType): Promise<string | null> {
    const { body, format, fileName } = upload;
    const file = { bytes: run.counted(body), name: fileName ?? unnamed, mediaType, encoding, format };
    try {
      await run.read(this.reader.open(file));
    } catch (error) {
      if (body.errored !== null) {
        return interruptedProblem;
      }
      if (error instanceof UnreadableUpload) {
        return error.message;
      }
      body.resume();
      await run.fail(interruptedProblem);
      throw error;
    }
    if (body.errored !== null) {
      return interruptedProblem;
    }
    return run.isEmpty ? 'The file holds no rows.' : null;
  }
}

function newImport(id: string, upload: Upload, now: number): ImportRecord {
  return {
    id,
    projectId: upload.projectId,
    fileName: upload.fileName ?? unnamed,
    format: upload.format,
    split: upload.split,
    state: 'running',
    total: 0,
    accepted: 0,
    rejected: 0,
    duplicates: 0,
    bytes: 0,
    bytesTotal: upload.contentLength,
    sha256: null,
    problem: null,
    rejectedByCode: {},
    trimmed: 0,
    fileFacts: noFileFacts,
    images: noImages,
    rights: upload.rights,
    resumedFrom: null,
    withdrawn: null,
    createdBy: upload.by,
    createdAt: now,
    touchedAt: now,
    finishedAt: null,
  };
}
