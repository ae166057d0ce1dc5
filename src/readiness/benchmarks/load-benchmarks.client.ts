// Reads the folder of benchmark questions. What cannot be read stops the start: a check that looks for half of what was
// named would pass for the wrong reason.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ngramRule } from '../set-pass/ngram-leaks.js';
import { BenchmarkShelf } from './benchmark-shelf.js';
import { readBenchmarkFile } from './read-benchmark-file.js';

/** All texts are held in memory, and handed to the thread that judges. */
const bytesMax = 64 * 1024 * 1024;

/** @param folder null: none is named @throws Error with every fault, and for a folder whose texts are all too short to be recognised */
export function loadBenchmarks(folder: string | null): BenchmarkShelf {
  if (folder === null) {
    return new BenchmarkShelf([]);
  }
  const texts: string[] = [];
  const faults: string[] = [];
  let bytes = 0;
  for (const name of readdirSync(folder).sort()) {
    if (name.endsWith('.txt') || name.endsWith('.jsonl')) {
      const path = join(folder, name);
      bytes += statSync(path).size;
      if (bytes > bytesMax) {
        throw new Error(`the benchmarks in ${folder} are larger than ${bytesMax / 1024 ** 2} MiB`);
      }
      const read = readBenchmarkFile(name, readFileSync(path, 'utf8'));
      texts.push(...read.texts);
      faults.push(...read.faults);
    }
  }
  if (faults.length > 0) {
    throw new Error(`the benchmarks in ${folder} cannot be used:\n${faults.join('\n')}`);
  }
  const { runWords } = ngramRule;
  if (!texts.some((text) => text.split(/\s+/).length >= runWords)) {
    throw new Error(`${folder} holds no text of ${runWords} words or more; .txt and .jsonl files are read`);
  }
  return new BenchmarkShelf(texts);
}
