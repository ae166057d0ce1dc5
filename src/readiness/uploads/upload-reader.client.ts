import { Injectable } from '@nestjs/common';
import { type FileFacts, type FileKind, isAsDeclared, kindByName, noFileFacts } from '../imports/file-facts.js';
import { type ImportFormat, type ImportReader, makeImportReader } from '../imports/import-reader.js';
import { type ImportOutcome, isImportedRow } from '../imports/row-source.js';
import { type Container, containerOf, foreignKind } from './first-bytes.js';
import { parquetLines } from './parquet-rows.client.js';
import { SeenPictures } from './seen-pictures.client.js';
import { TarRows } from './tar-rows.client.js';
import { unpackUpload } from './unpack-upload.client.js';
import {
  UnreadableUpload,
  type UploadedFile,
  type UploadOutcome,
  type UploadPart,
  UploadReader,
  type UploadReading,
} from './upload-reader.js';

const kindOfType: Readonly<Record<string, FileKind>> = {
  'text/csv': 'csv',
  'text/tab-separated-values': 'tsv',
  'application/x-ndjson': 'jsonl',
  'application/jsonl': 'jsonl',
  'application/json': 'json-array',
  'application/vnd.apache.parquet': 'parquet',
  'application/x-tar': 'tar',
};

@Injectable()
export class StreamingUploadReader extends UploadReader {
  open(file: UploadedFile): UploadReading {
    return new Reading(file);
  }
}

class Reading implements UploadReading {
  private readonly seen = new SeenPictures();
  private readonly declaredKind: FileKind | null;
  private inner: () => FileFacts = () => noFileFacts;

  constructor(private readonly file: UploadedFile) {
    this.declaredKind = kindOfType[file.mediaType] ?? kindByName(file.name);
  }

  facts(): FileFacts {
    return this.inner();
  }

  async *parts(): AsyncGenerator<UploadPart> {
    const { head, all } = await unpackUpload(this.file.bytes, this.file.encoding);
    const foreign = foreignKind(head);
    if (foreign !== null) {
      throw new UnreadableUpload(`The file is ${foreign}. Send CSV, TSV, JSON, JSON lines, Parquet or a tar archive.`);
    }
    const container = containerOf(head);
    if (container === null && (this.declaredKind === 'parquet' || this.declaredKind === 'tar') && head.length > 0) {
      throw new UnreadableUpload(`The file was announced as ${this.declaredKind}, and by its first bytes it is none.`);
    }
    if (container === 'tar') {
      yield* this.tar(all);
    } else if (container === 'parquet') {
      yield* this.parquet(all);
    } else {
      yield* this.text(all);
    }
  }

  private async *text(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<UploadPart> {
    const reader = makeImportReader({ format: this.file.format, declaredKind: this.declaredKind });
    this.inner = () => reader.fileFacts();
    for await (const chunk of bytes) {
      yield await this.part(reader.push(chunk));
      refuse(reader);
    }
    yield await this.part(reader.end());
    refuse(reader);
  }

  /** Each row is a line of its own: its number is the row's. */
  private async *parquet(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<UploadPart> {
    const format: ImportFormat = this.file.format === 'csv' ? 'auto' : this.file.format;
    const reader = makeImportReader({ format, declaredKind: 'jsonl' });
    this.inner = () => this.ofContainer('parquet', reader.fileFacts().shapes);
    for await (const lines of parquetLines(bytes)) {
      yield withoutOffsets(await this.part(reader.push(Buffer.from(lines))));
    }
    yield withoutOffsets(await this.part(reader.end()));
    refuse(reader);
  }

  private async *tar(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<UploadPart> {
    const rows = new TarRows(this.file.format);
    this.inner = () => this.ofContainer('tar', rows.shapes);
    yield* rows.parts(bytes);
  }

  private ofContainer(kind: Container, shapes: Readonly<Record<string, number>>): FileFacts {
    const { declaredKind } = this;
    const autoConverted = declaredKind !== null && !isAsDeclared(kind, declaredKind);
    return { ...noFileFacts, kind, declaredKind, autoConverted, shapes };
  }

  private async part(outcomes: readonly ImportOutcome[]): Promise<UploadPart> {
    const rows: UploadOutcome[] = [];
    for (const outcome of outcomes) {
      if (!isImportedRow(outcome)) {
        rows.push(outcome);
        continue;
      }
      await this.seen.addInline(outcome.pictures);
      const { line, byteOffset, trimmed } = outcome;
      rows.push({ line, byteOffset, trimmed, ...this.seen.resolve(outcome.content, '') });
    }
    return { outcomes: rows, pictures: this.seen.takeFresh() };
  }
}

function refuse(reader: ImportReader): void {
  const problem = reader.problem();
  if (problem !== null) {
    throw new UnreadableUpload(problem);
  }
}

/** Rows of a Parquet file begin at no byte. */
function withoutOffsets(part: UploadPart): UploadPart {
  const outcomes = part.outcomes.map((outcome) =>
    'faults' in outcome
      ? { faults: outcome.faults.map((fault) => ({ ...fault, byteOffset: 0 })) }
      : { ...outcome, byteOffset: 0 },
  );
  return { ...part, outcomes };
}
