// From the facts of all rows to what only the joined rows can tell. DuckDB joins within its bounds, the texts are walked
// once, and what is found comes back as plain numbers with a few rows to show. The facts are Parquet files of
// `factColumns`; the pass works in a folder of its own, which the caller removes when it has read the kept rows.
import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { NearFacts } from '../facts/near-facts.js';
import type { SetFacts } from '../facts/set-facts.js';
import type { DeclaredSplit } from '../rows/example.js';
import type { Split } from '../rows/split-of.js';
import { sharedPrompts, splitGroups } from './count-rows.js';
import { duckdb } from './dialect.js';
import { DuckdbSession, quoted } from './duckdb-session.client.js';
import { factColumns } from './fact-columns.js';
import { keptLine } from './kept-line.js';
import { assembledBy, compactRows, fatedRows, movedRows, placedRows, sidedRows } from './place-rows.js';
import { placesShown, readNearFacts, readSetFacts } from './read-facts.client.js';
import { countSet } from './set-counts.client.js';
import { type SetPassLimits, type SetQuestion, setPassLimits } from './set-question.js';
import { ShownRows } from './shown-rows.client.js';
import { walkTexts } from './walk-texts.client.js';

export interface SetPassOrder {
  /** Parquet files, in any order. */
  readonly factsFiles: readonly string[];
  readonly question: SetQuestion;
  /** Empty, and on a disk with room for three times the facts. */
  readonly folder: string;
  readonly limits?: SetPassLimits;
}

/** A row of the data set by its keys: the text stays where it is stored. */
export interface KeptKeys {
  readonly rowKey: string;
  readonly declaredSplit: DeclaredSplit;
  readonly side: Split;
}

export interface SetPassResult {
  readonly set: SetFacts;
  readonly near: NearFacts;
  /** `sha256:` over the kept rows' keys and sides, sorted. */
  readonly digest: string;
  /** `sha256:` over those of the hold-out alone; null: none is held out. */
  readonly holdoutDigest: string | null;
  readonly trainRows: number;
  readonly holdoutRows: number;
  /** Parquet of the kept rows: row_key, declared_split, side, origin, origin_id, line. Sorted by key and side. */
  readonly keptFile: string;
}

const readingMegabytes = 64;

export async function setPass(order: SetPassOrder): Promise<SetPassResult> {
  const { folder, question, limits = setPassLimits } = order;
  await mkdir(folder, { recursive: true });
  const session = await DuckdbSession.open({ folder, ...limits });
  try {
    await viewFacts(session, order.factsFiles);
    const placed = await place(session);
    const counts = await countSet(session, 'facts', question);
    const keptFile = join(folder, 'kept.parquet');
    const digest = await keep(session, 'fated', keptFile);
    const holdoutDigest = await digestRows(session, `${keptRowsOf(keptFile)} WHERE side = 'holdout'`);
    const digestAgain = await digestOf(session, 'fated_again');
    // From here on the keys of the texts need the room, and DuckDB only reads.
    await session.run(`SET memory_limit = '${Math.min(readingMegabytes, limits.memoryMegabytes)}MB'`);
    const { benchmarkTexts } = question;
    const texts = await walkTexts({ session, facts: 'facts', rows: placed.rows, folder, benchmarkTexts });
    await session.run(`SET memory_limit = '${Math.min(readingMegabytes, limits.memoryMegabytes)}MB'`);
    const shown = await ShownRows.read(session, 'facts', placesShown(counts, texts));
    const set = readSetFacts({ counts, texts, shown, rows: placed.rows, moved: placed.moved, digest });
    return {
      set: { ...set, digestAgain },
      near: readNearFacts(texts, shown),
      digest,
      holdoutDigest: set.fates.kept.holdout === 0 ? null : holdoutDigest,
      trainRows: set.fates.kept.train,
      holdoutRows: set.fates.kept.holdout,
      keptFile,
    };
  } finally {
    session.close();
  }
}

/** A project without rows has no files. */
async function viewFacts(session: DuckdbSession, files: readonly string[]): Promise<void> {
  const list = [...files].sort().map(quoted).join(', ');
  const columns = factColumns.map(({ name, type }) => `${name} ${type}`).join(', ');
  await session.run(`CREATE TABLE no_facts (${columns})`);
  const source = files.length === 0 ? 'no_facts' : `read_parquet([${list}])`;
  await session.run(`CREATE VIEW facts AS SELECT row_number() OVER () - 1 AS id, * FROM ${source}`);
}

async function place(session: DuckdbSession): Promise<{ rows: number; moved: number }> {
  const tables: readonly [string, string][] = [
    ['compact', compactRows(duckdb, 'facts')],
    ['sided', sidedRows('compact')],
    ['fated', fatedRows('sided')],
    ['placed', placedRows('compact', 'fated')],
    // Once more, from the rows in reverse order: nothing may depend on it.
    ['backward', `SELECT ${assembledBy.join(', ')} FROM compact ORDER BY id DESC`],
    ['sided', sidedRows('backward')],
    ['fated_again', fatedRows('sided')],
    ['shared_prompts', sharedPrompts],
    ['split_groups', splitGroups],
  ];
  for (const [name, query] of tables) {
    await session.run(duckdb.keep(name, query));
  }
  const [counted] = await session.rows('SELECT count(*) AS n FROM compact');
  const [differing] = await session.rows(`SELECT count(*) AS n FROM fated a JOIN fated_again b ON a.id = b.id
WHERE a.side <> b.side OR a.fate <> b.fate`);
  // Rows may have changed places with rows that are alike in all that is asked.
  const [moved] = Number(differing?.n ?? 0) === 0 ? [] : await session.rows(movedRows('fated', 'fated_again'));
  await session.run('DROP TABLE backward; DROP TABLE sided');
  return { rows: Number(counted?.n ?? 0), moved: Number(moved?.moved ?? 0) };
}

const keptOf = (fated: string) => `FROM facts f JOIN ${fated} p ON f.id = p.id WHERE p.fate = 'kept'`;

async function keep(session: DuckdbSession, fated: string, file: string): Promise<string> {
  const columns = 'f.row_key, f.declared_split, p.side, f.origin, f.origin_id, f.line';
  await session.run(
    `COPY (SELECT ${columns} ${keptOf(fated)} ORDER BY f.row_key, p.side) TO ${quoted(file)} (FORMAT parquet, COMPRESSION zstd)`,
  );
  return digestRows(session, keptRowsOf(file));
}

const keptRowsOf = (file: string) => `SELECT row_key, side FROM read_parquet(${quoted(file)})`;

function digestOf(session: DuckdbSession, fated: string): Promise<string> {
  return digestRows(session, `SELECT f.row_key, p.side ${keptOf(fated)} ORDER BY f.row_key, p.side`);
}

async function digestRows(session: DuckdbSession, query: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const [keys = [], sides = []] of session.columns(query)) {
    hash.update(keys.map((key, at) => keptLine(String(key), sides[at] as Split)).join(''));
  }
  return `sha256:${hash.digest('hex')}`;
}
