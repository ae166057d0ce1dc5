// A tar of pictures and what is said about them: `000001.jpg` beside `000001.txt`, `.json` or `.cls` (webdataset), or
// pictures in folders with a list (`captions.csv`, `metadata.jsonl`, …) whose rows name them. Pairs become rows of the
// image-caption format, so that the same faults are found; what belongs to nothing is named and never left out silently.
import { Readable } from 'node:stream';
import { extract, type Header } from 'tar-stream';
import { kindByName } from '../imports/file-facts.js';
import type { ImportFault } from '../imports/import-fault.js';
import { type ImportFormat, makeImportReader } from '../imports/import-reader.js';
import { type ImportedRow, type ImportOutcome, isImportedRow } from '../imports/row-source.js';
import { imageBytesMax } from '../rows/image-facts.js';
import { plainName, SeenPictures } from './seen-pictures.client.js';
import { UnreadableUpload, type UploadOutcome, type UploadPart } from './upload-reader.js';

const imageEndings = ['jpg', 'jpeg', 'png', 'webp'];
const captionEndings = ['txt', 'caption', 'json', 'cls'];
const listEndings = ['csv', 'tsv', 'jsonl', 'ndjson', 'json'];
const listBytesMax = 256 * 1024 * 1024;
const listPieceBytes = 256 * 1024;
const captionBytesMax = 1024 * 1024;

interface Sample {
  readonly stem: string;
  /** Place of its first file in the archive, from 1: these rows have no line of their own. */
  readonly place: number;
  picture: string | null;
  readonly texts: Map<string, string>;
}

interface ListFile {
  readonly name: string;
  readonly bytes: Buffer;
}

export class TarRows {
  private readonly seen = new SeenPictures();
  /** Pictures whose caption has not come, and the other way round. */
  private readonly open = new Map<string, Sample>();
  private readonly lists: ListFile[] = [];
  private readonly places = new Map<string, number>();
  private place = 0;
  readonly shapes: Record<string, number> = {};

  constructor(private readonly format: ImportFormat) {}

  async *parts(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<UploadPart> {
    let last: string | null = null;
    for await (const { name, content } of this.files(bytes)) {
      const stem = stemOf(name);
      if (last !== null && last !== stem) {
        yield* this.closed(last);
      }
      last = stem;
      yield { outcomes: await this.take(name, content), pictures: this.seen.takeFresh() };
    }
    for (const stem of [...this.open.keys()]) {
      yield* this.closed(stem);
    }
    for (const list of this.lists) {
      yield* this.listed(list);
    }
    yield { outcomes: this.leftOver(), pictures: [] };
  }

  private async *files(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<{ name: string; content: Buffer | number }> {
    const unpacking = extract();
    const source = Readable.from(bytes, { objectMode: false });
    source.on('error', (error) => unpacking.destroy(error));
    source.pipe(unpacking);
    let sourceError: unknown = null;
    source.on('error', (error) => {
      sourceError = error;
    });
    try {
      for await (const entry of unpacking) {
        const name = plainName(entry.header.name);
        if (!isFile(entry.header, name)) {
          entry.resume();
          continue;
        }
        this.place += 1;
        this.places.set(name, this.place);
        yield { name, content: await contentOf(entry as unknown as Readable, sizeMaxOf(name)) };
      }
    } catch (error) {
      throw sourceError ?? unreadable(error);
    } finally {
      source.destroy();
    }
  }

  private async take(name: string, content: Buffer | number): Promise<UploadOutcome[]> {
    const ending = endingOf(name);
    if (typeof content === 'number') {
      return [this.fault(name, `The file has ${content} bytes, more than are taken of one.`)];
    }
    if (imageEndings.includes(ending)) {
      await this.seen.add(name, content);
      this.sampleOf(name).picture = name;
      return [];
    }
    if (captionEndings.includes(ending)) {
      this.sampleOf(name).texts.set(ending, content.toString('utf8'));
      return [];
    }
    if (listEndings.includes(ending)) {
      this.lists.push({ name, bytes: content });
      return [];
    }
    return [this.fault(name, 'The file is neither a picture nor a text nor a list.')];
  }

  private sampleOf(name: string): Sample {
    const stem = stemOf(name);
    const sample = this.open.get(stem) ?? { stem, place: this.place, picture: null, texts: new Map<string, string>() };
    this.open.set(stem, sample);
    return sample;
  }

  /** A row where picture and text are there; else it waits for the end of the archive. */
  private async *closed(stem: string): AsyncGenerator<UploadPart> {
    const sample = this.open.get(stem);
    if (sample === undefined || sample.picture === null || sample.texts.size === 0) {
      return;
    }
    this.open.delete(stem);
    const row = JSON.stringify({ filepath: sample.picture, title: captionOf(sample.texts) ?? '' });
    const reader = makeImportReader({ format: 'image-caption', declaredKind: 'jsonl' });
    const outcomes = [...reader.push(Buffer.from(`${row}\n`)), ...reader.end()];
    yield {
      outcomes: outcomes.map((outcome) =>
        isImportedRow(outcome)
          ? this.row({ ...outcome, line: sample.place, byteOffset: 0 }, '')
          : { faults: outcome.faults.map((fault) => ({ ...fault, line: sample.place, byteOffset: 0, field: stem })) },
      ),
      pictures: [],
    };
  }

  private async *listed({ name, bytes }: ListFile): AsyncGenerator<UploadPart> {
    const reader = makeImportReader({ format: this.format, declaredKind: kindByName(name) });
    const folder = name.slice(0, name.lastIndexOf('/') + 1);
    for (let from = 0; from <= bytes.length; from += listPieceBytes) {
      const piece = bytes.subarray(from, from + listPieceBytes);
      const isLast = from + listPieceBytes > bytes.length;
      const outcomes = [...reader.push(piece), ...(isLast ? reader.end() : [])];
      yield await this.listedPart(outcomes, { name, folder });
    }
    const problem = reader.problem();
    if (problem !== null) {
      throw new UnreadableUpload(`${name}: ${problem}`);
    }
  }

  private async listedPart(
    outcomes: readonly ImportOutcome[],
    { name, folder }: { name: string; folder: string },
  ): Promise<UploadPart> {
    const rows: UploadOutcome[] = [];
    for (const outcome of outcomes) {
      if (!isImportedRow(outcome)) {
        rows.push({ faults: outcome.faults.map((fault) => ({ ...fault, field: `${name} ${fault.field}`.trim() })) });
        continue;
      }
      await this.seen.addInline(outcome.pictures);
      rows.push(this.row(outcome, folder));
    }
    return { outcomes: rows, pictures: this.seen.takeFresh() };
  }

  private row(outcome: ImportedRow, folder: string): UploadOutcome {
    this.shapes[outcome.shape] = (this.shapes[outcome.shape] ?? 0) + 1;
    const { content, references } = this.seen.resolve(outcome.content, folder);
    return { line: outcome.line, byteOffset: outcome.byteOffset, trimmed: outcome.trimmed, content, references };
  }

  private leftOver(): UploadOutcome[] {
    const texts = [...this.open.values()]
      .filter((sample) => sample.picture === null)
      .map((sample) => this.fault(sample.stem, 'The text has no picture of the same name.', sample.place));
    const pictures = this.seen
      .unusedNames()
      .map((name) => this.fault(name, 'No caption and no row of a list names the picture.'));
    return [...texts, ...pictures];
  }

  private fault(name: string, reason: string, line = this.places.get(name) ?? this.place): UploadOutcome {
    const fault: ImportFault = { code: 'image.ref', field: name, reason, line, byteOffset: 0 };
    return { faults: [fault] };
  }
}

/** Folders, links and what an operating system adds for itself are no files of the upload. */
function isFile({ type }: Header, name: string): boolean {
  const base = name.slice(name.lastIndexOf('/') + 1);
  return (type === 'file' || type === 'contiguous-file') && !base.startsWith('.') && !name.startsWith('__MACOSX/');
}

const endingOf = (name: string) => /\.([^./]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';

/** Webdataset: the name up to the first dot of its last part. */
function stemOf(name: string): string {
  const base = name.lastIndexOf('/') + 1;
  const dot = name.indexOf('.', base);
  return dot === -1 ? name : name.slice(0, dot);
}

function sizeMaxOf(name: string): number {
  const ending = endingOf(name);
  if (imageEndings.includes(ending)) {
    return imageBytesMax;
  }
  return listEndings.includes(ending) ? listBytesMax : captionBytesMax;
}

/** The bytes, or only how many there are when they are too many. */
async function contentOf(entry: Readable, sizeMax: number): Promise<Buffer | number> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of entry) {
    size += (chunk as Buffer).length;
    if (size <= sizeMax) {
      chunks.push(chunk as Buffer);
    }
  }
  return size <= sizeMax ? Buffer.concat(chunks) : size;
}

/** From the plainest to the richest file; null: none of them says it. */
function captionOf(texts: ReadonlyMap<string, string>): string | null {
  const plain = texts.get('txt') ?? texts.get('caption');
  return (plain ?? captionOfJson(texts.get('json')) ?? texts.get('cls'))?.trim() ?? null;
}

function captionOfJson(text: string | undefined): string | null {
  try {
    const json = JSON.parse(text ?? 'null') as unknown;
    if (typeof json === 'string') {
      return json;
    }
    const fields = (json ?? {}) as Record<string, unknown>;
    const said = [fields.caption, fields.title, fields.text, fields.label].find((one) => typeof one === 'string');
    return (said as string | undefined) ?? null;
  } catch {
    return null;
  }
}

function unreadable(error: unknown): unknown {
  if (error instanceof UnreadableUpload) {
    return error;
  }
  return new UnreadableUpload(
    `The archive is cut or damaged: ${error instanceof Error ? error.message : String(error)}. Make it again and upload it again.`,
  );
}
