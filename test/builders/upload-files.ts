// Files as people upload them, made here: archives, Parquet, pictures, compressed streams.
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import sharp from 'sharp';
import { pack } from 'tar-stream';

const zstdMagic = [0x28, 0xb5, 0x2f, 0xfd];
/** Single segment, content size in four bytes. */
const zstdFrameHeader = 0xa0;
const zstdBlockMax = 100_000;

/** A Zstandard frame of raw blocks: what any decoder has to read, without an encoder. */
export function zstd(plain: Buffer): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt32LE(plain.length);
  const blocks: Buffer[] = [];
  for (let from = 0; from < plain.length || from === 0; from += zstdBlockMax) {
    const block = plain.subarray(from, from + zstdBlockMax);
    const isLast = from + zstdBlockMax >= plain.length;
    const header = Buffer.alloc(3);
    header.writeUIntLE(block.length * 8 + (isLast ? 1 : 0), 0, 3);
    blocks.push(header, block);
  }
  return Buffer.concat([Buffer.from([...zstdMagic, zstdFrameHeader]), size, ...blocks]);
}

/** @param files name to content, in their order */
export function tarOf(files: readonly (readonly [string, string | Buffer])[]): Promise<Buffer> {
  const archive = pack();
  for (const [name, content] of files) {
    archive.entry({ name }, content);
  }
  archive.finalize();
  const chunks: Buffer[] = [];
  return new Promise((resolve, reject) => {
    archive.on('data', (chunk) => chunks.push(chunk as Buffer));
    archive.on('end', () => resolve(Buffer.concat(chunks)));
    archive.on('error', reject);
  });
}

/** @param select SQL of the rows */
export async function parquetOf(select: string): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'openward-test-parquet-'));
  const path = join(folder, 'rows.parquet');
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  try {
    await connection.run(`copy (${select}) to '${path}' (format parquet)`);
    return readFileSync(path);
  } finally {
    connection.closeSync();
    instance.closeSync();
    rmSync(folder, { recursive: true });
  }
}

interface Picture {
  readonly seed: number;
  readonly side?: number;
  readonly format?: 'jpeg' | 'png' | 'webp';
  /** Every point the same. */
  readonly isPlain?: boolean;
}

/** A picture of noise in large patches: sharp, neither dark nor bright, its own for each seed. */
export function picture({ seed, side = 256, format = 'png', isPlain = false }: Picture): Promise<Buffer> {
  const patch = Math.max(1, Math.floor(side / 16));
  const shade = (row: number, column: number) =>
    createHash('sha256')
      .update(`${seed} ${Math.floor(row / patch)} ${Math.floor(column / patch)}`)
      .digest()[0] ?? 0;
  const shades = new Map<string, number>();
  const points = Buffer.alloc(side * side);
  for (let at = 0; at < points.length; at += 1) {
    const [row, column] = [Math.floor(at / side), at % side];
    const key = `${Math.floor(row / patch)} ${Math.floor(column / patch)}`;
    const value = shades.get(key) ?? shade(row, column);
    shades.set(key, value);
    points[at] = isPlain ? 128 : value;
  }
  return sharp(points, { raw: { width: side, height: side, channels: 1 } })
    .toFormat(format)
    .toBuffer();
}
