import { createReadStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import type { DatasetContent } from '../datasets/dataset-reader.js';
import type { Split } from '../rows/split-of.js';
import { DatasetFiles, type OpenedFile } from './dataset-files.js';
import { writeParquet } from './write-parquet.client.js';

@Injectable()
export class ScratchDatasetFiles extends DatasetFiles {
  /** One is written at a time: each may take a quarter of a gigabyte. */
  private last: Promise<unknown> = Promise.resolve();

  parquet(pages: AsyncIterable<readonly DatasetContent[]>, side: Split): Promise<OpenedFile> {
    const opened = this.last.then(() => open(pages, side));
    this.last = opened.catch(() => undefined);
    return opened;
  }
}

async function open(pages: AsyncIterable<readonly DatasetContent[]>, side: Split): Promise<OpenedFile> {
  const folder = await mkdtemp(join(tmpdir(), 'openward-export-'));
  const clear = () => rm(folder, { recursive: true, force: true });
  try {
    const path = join(folder, `${side}.parquet`);
    await writeParquet({ pages, side, path, workFolder: join(folder, 'work') });
    const { size: bytes } = await stat(path);
    const content = createReadStream(path);
    content.once('close', () => void clear());
    return { bytes, content };
  } catch (error) {
    await clear();
    throw error;
  }
}
