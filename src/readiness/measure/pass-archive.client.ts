// Pictures with their captions, of an archive or of a folder that holds the same. They are read as an upload of them is;
// each row is then handed on as a line of its own, which names its picture by the digest of its bytes where they are there:
// so a row has the keys that it has in the service, and two names of one picture are one.
import { readdirSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { pack } from 'tar-stream';
import type { LookedAtImage } from '../images/image-store.js';
import { addPicture, addReference, type ImageTally, noImages } from '../images/image-tally.js';
import type { ImportFormat } from '../imports/import-reader.js';
import type { RowContent } from '../rows/example.js';
import { noTraits } from '../rows/row-traits.js';
import { StreamingUploadReader } from '../uploads/upload-reader.client.js';
import type { UploadedRow, UploadPart } from '../uploads/upload-reader.js';
import { bytesOf, type Piece, type TakeBuffer } from './cut-file.client.js';
import { addRejected, emptyFileTally, type FilePictures, type FileTally } from './file-tally.js';

export interface ArchiveOrder {
  /** A tar archive, packed or not, or a folder. */
  readonly path: string;
  readonly importId: string;
  readonly format: ImportFormat;
  readonly take: TakeBuffer;
}

/** Lines that no row has are left blank up to so many; then the next row begins a piece of its own. */
const blankLinesMax = 100;
const otherRow =
  'Beside pictures only rows of a picture and its caption are read: put others into a file of their own.';

interface NumberedLine {
  readonly line: number;
  readonly text: string;
}

export class ArchivePass {
  /** Of the rows that are none; the rows themselves are counted by whoever reads the pieces. */
  readonly tally: FileTally = emptyFileTally();
  private images: ImageTally = noImages;
  private readonly lookedAt: LookedAtImage[] = [];

  constructor(private readonly order: ArchiveOrder) {}

  /** To be read once, to its end. Throws UnreadableUpload. */
  async *pieces(): AsyncGenerator<Piece> {
    const { path, format } = this.order;
    const bytes = statSync(path).isDirectory() ? archiveOf(path) : bytesOf(path);
    const file = { bytes, name: path, mediaType: 'application/x-tar', encoding: null, format };
    for await (const part of new StreamingUploadReader().open(file).parts()) {
      for (const run of runsOf(this.linesOf(part))) {
        yield this.pieceOf(run);
      }
    }
  }

  pictures(): FilePictures {
    return { images: this.images, lookedAt: this.lookedAt };
  }

  private linesOf({ outcomes, pictures }: UploadPart): NumberedLine[] {
    const { importId } = this.order;
    for (const { ref, facts } of pictures) {
      this.images = addPicture(this.images, { importId, line: null, ref }, facts);
      this.lookedAt.push(facts);
    }
    return outcomes.flatMap((outcome) => {
      if ('faults' in outcome) {
        addRejected(this.tally, outcome.faults);
        return [];
      }
      return this.lineOf(outcome);
    });
  }

  private lineOf({ line, byteOffset, content, references }: UploadedRow): NumberedLine[] {
    const text = captionLine(content);
    if (text === null) {
      addRejected(this.tally, [{ code: 'msg.unsupported', field: '', reason: otherRow, line, byteOffset }]);
      return [];
    }
    for (const { ref, facts } of references) {
      this.images = addReference(this.images, { importId: this.order.importId, line, ref }, facts);
    }
    return [{ line, text }];
  }

  private pieceOf(run: readonly NumberedLine[]): Piece {
    const from = run[0]?.line ?? 1;
    let next = from;
    let text = '';
    for (const row of run) {
      text += `${'\n'.repeat(row.line - next)}${row.text}\n`;
      next = row.line + 1;
    }
    const bytes = Buffer.from(text);
    const buffer = this.order.take(bytes.length);
    new Uint8Array(buffer).set(bytes);
    return { cut: 'lines', buffer, length: bytes.length, isLast: false, linesBefore: from - 1, offset: 0 };
  }
}

/** Rows of one piece: their lines go upwards, and no two are far apart. */
function runsOf(rows: readonly NumberedLine[]): NumberedLine[][] {
  const runs: NumberedLine[][] = [];
  let last = Number.POSITIVE_INFINITY;
  for (const row of rows) {
    const run = row.line > last && row.line - last <= blankLinesMax ? runs.at(-1) : undefined;
    if (run === undefined) {
      runs.push([row]);
    } else {
      run.push(row);
    }
    last = row.line;
  }
  return runs;
}

/** In the form that open_clip has; null for a row of another kind. */
function captionLine({ kind, messages, traits = noTraits }: RowContent): string | null {
  const [shown, said] = messages;
  const image = shown?.images?.[0];
  if (kind !== 'image-text' || image === undefined || said === undefined) {
    return null;
  }
  const { at, model, group: conversation, slices, accepted, score, ratings, finish, temperature } = traits;
  const known = { at, model, conversation, slices, accepted, score, ratings, finish, temperature };
  return JSON.stringify({ filepath: image.sha256 ?? image.ref, title: said.content, ...known });
}

/** The files of a folder as an archive of them, by name: what belongs together stands together. */
function archiveOf(folder: string): AsyncIterable<Uint8Array> {
  const archive = pack();
  const add = async () => {
    for (const path of filesUnder(folder)) {
      const name = relative(folder, path).split(sep).join('/');
      await pipeline(bytesOf(path), archive.entry({ name, size: statSync(path).size }));
    }
    archive.finalize();
  };
  add().catch((error: Error) => archive.destroy(error));
  return archive as AsyncIterable<Uint8Array>;
}

/** In the order of their names, however deep; links are followed to files, not to folders. */
export function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true)
    .sort();
}
