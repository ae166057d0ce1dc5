// One segment of a project: rows as they are stored, to states and facts that are stored beside them.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { digestOf } from '../../kernel/digest.js';
import { allChecks } from '../checks/all-checks.js';
import { makeLanguageSample } from '../language/detect-language.client.js';
import { sparingSample } from '../language/language-sample.js';
import { FactWriter } from '../row-pass/fact-file.client.js';
import { writeFactsParquet } from '../row-pass/fact-parquet.client.js';
import { foldPartsOf } from '../row-pass/fold-parts.client.js';
import { storedRowFacts } from '../row-pass/row-facts-of.js';
import { makeRowReaders } from '../row-pass/row-readers.client.js';
import type { Example } from '../rows/example.js';
import { DuckdbSession } from '../set-pass/duckdb-session.client.js';
import { factColumns } from '../set-pass/fact-columns.js';
import { checksDigest } from './fold-rows.js';
import { type SegmentFold, SegmentFolder } from './segment-fold.js';
import type { MeasuredSegmentRows, SegmentOptions } from './segment-meter.js';

/** Raised when states or facts get another form while checks and columns keep their names. */
const layout = 2;
const columnsMegabytes = 64;

export function segmentEngine({ target, splitSalt, looksForPrivate }: SegmentOptions): string {
  const columns = factColumns.map(({ name, type }) => `${name} ${type}`);
  return digestOf({ layout, checks: checksDigest(allChecks), columns, target, splitSalt, looksForPrivate });
}

/** Rows are told page by page, and nothing is kept of them but what states and facts keep. */
export class SegmentMeasurer {
  private readonly readers;
  private readonly folder: SegmentFolder;
  private readonly writer: FactWriter;
  private readonly hash = createHash('sha256');
  private rows = 0;

  /** @param place an empty folder, which the caller removes */
  constructor(
    options: SegmentOptions,
    private readonly place: string,
  ) {
    const { target, splitSalt: salt, expectedRows, looksForPrivate } = options;
    const detectLanguages = makeLanguageSample(salt, sparingSample(expectedRows));
    this.readers = makeRowReaders({ target, salt, expectedRows, looksForPrivate, detectLanguages });
    this.folder = new SegmentFolder(foldPartsOf(target, expectedRows));
    this.writer = new FactWriter(join(place, 'facts.txt'), salt);
  }

  add(page: readonly Example[]): void {
    for (const example of page) {
      const facts = storedRowFacts(example, this.readers);
      this.folder.add(facts);
      this.writer.add(facts);
      this.hash.update(`${example.rowKey} ${example.declaredSplit}\n`);
      this.rows += 1;
    }
  }

  async end(): Promise<MeasuredSegmentRows> {
    const states = serialize(this.folder.end());
    const lines = this.writer.end();
    const facts = this.rows === 0 ? new Uint8Array() : await this.columnsOf(lines);
    return { states, facts, rows: this.rows, digest: this.hash.digest('hex') };
  }

  private async columnsOf(lines: ReturnType<FactWriter['end']>): Promise<Uint8Array> {
    const session = await DuckdbSession.open({ folder: this.place, memoryMegabytes: columnsMegabytes, threads: 1 });
    try {
      const path = join(this.place, 'facts.parquet');
      await writeFactsParquet(session, lines, path);
      return await readFile(path);
    } finally {
      session.close();
    }
  }
}

export function foldOf(states: Uint8Array): SegmentFold {
  return deserialize(states) as SegmentFold;
}
