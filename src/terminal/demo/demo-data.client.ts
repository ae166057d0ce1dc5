// The data that the demo walks with: generated, or from a file that the user names. The file goes to the service as it
// is; here it is only read for what the stand-in vendor has to know.
import { readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { type ImportFormat, makeImportReader } from '../../readiness/imports/import-reader.js';
import { demoPhrases, type Phrase } from './demo-phrases.js';

export interface DemoFile {
  readonly name: string;
  readonly contentType: 'text/csv' | 'application/x-ndjson';
  readonly content: Buffer;
  readonly rows: readonly Phrase[];
}

export interface DemoData {
  readonly train: DemoFile;
  /** Null: the service deals the hold-out itself. */
  readonly holdout: DemoFile | null;
  readonly isGenerated: boolean;
}

const generatedTrainRows = 2400;
const generatedHoldoutRows = 600;
const trainSeed = 20_251_125;
const holdoutSeed = 77_017;

function csvOf(rows: readonly Phrase[]): Buffer {
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  return Buffer.from(['text,label', ...rows.map((row) => `${quoted(row.text)},${quoted(row.label)}`)].join('\n'));
}

function generatedFile(name: string, count: number, seed: number): DemoFile {
  const rows = demoPhrases(count, seed);
  return { name, contentType: 'text/csv', content: csvOf(rows), rows };
}

/** The usable rows of a file, read as the service reads them. Throws a sentence when there is none. */
function rowsOf(path: string, content: Buffer, format: ImportFormat): Phrase[] {
  const reader = makeImportReader({ format });
  const outcomes = [...reader.push(content), ...reader.end()];
  const rows = outcomes.flatMap((outcome) => {
    if (!('content' in outcome)) {
      return [];
    }
    const { messages } = outcome.content;
    const said = (role: string) => messages.filter((one) => one.role === role).at(-1)?.content;
    const text = said('user');
    const label = said('assistant');
    return text === undefined || label === undefined ? [] : [{ text, label }];
  });
  const problem = reader.problem() ?? (rows.length === 0 ? 'It holds no row with a text and an answer.' : null);
  if (problem !== null) {
    throw new Error(`${path} cannot be used: ${problem}`);
  }
  return rows;
}

function fileAt(path: string): DemoFile {
  const content = readFileSync(path);
  const isCsv = extname(path).toLowerCase() === '.csv';
  const rows = rowsOf(path, content, isCsv ? 'csv' : 'openai-chat');
  return { name: basename(path), contentType: isCsv ? 'text/csv' : 'application/x-ndjson', content, rows };
}

/** @param paths null: generated data */
export function demoData(paths: { data: string | null; holdout: string | null }): DemoData {
  if (paths.data === null) {
    return {
      train: generatedFile('generated-train.csv', generatedTrainRows, trainSeed),
      holdout: generatedFile('generated-holdout.csv', generatedHoldoutRows, holdoutSeed),
      isGenerated: true,
    };
  }
  const holdout = paths.holdout === null ? null : fileAt(paths.holdout);
  return { train: fileAt(paths.data), holdout, isGenerated: false };
}
