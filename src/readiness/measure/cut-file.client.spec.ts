import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { cutFile, type Piece } from './cut-file.client.js';

const folder = mkdtempSync(join(tmpdir(), 'openward-cut-'));
const lines = Array.from({ length: 90_000 }, (_, at) => `{"text":"row ${at}","label":"${'é'.repeat(at % 90)}"}`);
const text = `${lines.join('\n')}\n`;

/** Whoever gets a piece may do with its buffer what he likes: here it goes away, as between threads. */
async function taken(path: string, isText = false): Promise<(Omit<Piece, 'buffer'> & { bytes: Buffer })[]> {
  const pieces = [];
  for await (const { buffer, ...piece } of (await cutFile(path, isText, (bytes) => new ArrayBuffer(bytes))).pieces) {
    pieces.push({ ...piece, bytes: Buffer.from(buffer.slice(0, piece.length)) });
    structuredClone(buffer, { transfer: [buffer] });
  }
  return pieces;
}

function written(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe('cutting a file', () => {
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it.each([
    ['rows.jsonl', Buffer.from(text)],
    ['rows.jsonl.gz', gzipSync(text)],
  ])('gives all bytes of %s, cut at line ends, with the lines before each piece', async (name, content) => {
    const pieces = await taken(written(name, content));
    expect(Buffer.concat(pieces.map(({ bytes }) => bytes)).equals(Buffer.from(text))).toBe(true);
    expect(pieces.length).toBeGreaterThan(1);
    let [lineCount, offset] = [0, 0];
    for (const { bytes, cut, linesBefore, offset: begins } of pieces) {
      expect({ cut, linesBefore, begins, last: bytes.at(-1) }).toEqual({
        cut: 'lines',
        linesBefore: lineCount,
        begins: offset,
        last: 10,
      });
      lineCount += bytes.toString().split('\n').length - 1;
      offset += bytes.length;
    }
    expect(pieces.map(({ isLast }) => isLast)).toEqual([...pieces.slice(1).map(() => false), true]);
  });

  it('does not cut a line that is longer than a piece', async () => {
    const long = `{"text":"${'long '.repeat(1_200_000)}"}\n{"text":"short"}\n`;
    const pieces = await taken(written('long.jsonl', long));
    expect(Buffer.concat(pieces.map(({ bytes }) => bytes)).toString()).toBe(long);
    expect(pieces.every(({ bytes }) => bytes.at(-1) === 10)).toBe(true);
  });

  it.each([
    ['list.json', '[{"text":"a","label":"b"},\n{"text":"c","label":"d"}]'],
    ['table.csv', 'text,label\n"a\nb",c\n'],
  ])('leaves %s to one reader', async (name, content) => {
    const pieces = await taken(written(name, content));
    expect(pieces.map(({ cut, isLast }) => ({ cut, isLast }))).toEqual([{ cut: 'stream', isLast: true }]);
  });

  it('gives one empty piece of an empty file', async () => {
    expect(await taken(written('empty.jsonl', ''))).toMatchObject([{ length: 0, isLast: true }]);
  });
});
