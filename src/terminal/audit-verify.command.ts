// Verifies the history of every project: in the store that the configuration names, beside a running service, or in an
// export, without one. The last line on standard output is the verdict as JSON; the exit code is 0 only where all holds.
import { once } from 'node:events';
import { createReadStream, createWriteStream, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { finished } from 'node:stream/promises';
import { Command } from 'commander';
import { configurationOrExit } from '../platform/config/load-configuration.client.js';
import { openDatabase } from '../platform/database/open-database.sql.js';
import { AuditCheck } from '../portfolio/audit-check.js';
import { checkpointText, readCheckpoint } from '../portfolio/audit-checkpoint.js';
import { ExportReader, ExportWriter } from '../portfolio/audit-export.js';
import type { AuditRecord } from '../portfolio/audit-record.js';
import { walkHistory } from '../portfolio/audit-walk.sql.js';

interface Options {
  readonly export?: string;
  readonly writeExport?: string;
  readonly checkpoint?: string;
  readonly writeCheckpoint?: string;
}

type Take = (record: AuditRecord) => void | Promise<void>;

const progressEveryMs = 2000;
const limitsWithout =
  'Without a checkpoint a history whose newest entries were cut off, or that was rewritten as a whole together with its project, cannot be told from a true one.';
const limitsWith = 'What is newer than the checkpoint is judged by its chain alone.';

/** Says on standard error how far it is, now and then. */
class Progress {
  private entries = 0;
  private saidAt = Date.now();

  step(): void {
    this.entries += 1;
    if (this.entries % 1000 === 0 && Date.now() - this.saidAt >= progressEveryMs) {
      this.saidAt = Date.now();
      process.stderr.write(`${this.entries} records verified\n`);
    }
  }
}

async function walkStore(take: Take): Promise<string> {
  const { database: settings, dataDirectory } = configurationOrExit();
  const file = join(dataDirectory, 'openward.sqlite');
  if (settings.url === null && !existsSync(file)) {
    throw new Error(`there is no store at ${file}`);
  }
  const database = openDatabase({ url: settings.url, file, connectionsMax: settings.connectionsMax, readOnly: true });
  try {
    await walkHistory(database, take);
  } finally {
    await database.close();
  }
  return settings.url === null ? file : 'PostgreSQL';
}

async function walkExport(path: string, take: Take): Promise<string> {
  const reader = new ExportReader();
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    try {
      const record = reader.take(line);
      if (record !== null) {
        await take(record);
      }
    } catch (cause) {
      throw new Error(`line ${number} cannot be read: ${cause instanceof Error ? cause.message : 'unknown reason'}`, {
        cause,
      });
    }
  }
  if (!reader.isWhole) {
    throw new Error('the export was cut or edited: its end does not agree with its lines');
  }
  return path;
}

/** Writes an export as a walk goes by. */
class ExportFile {
  private readonly writer = new ExportWriter();
  private readonly stream;

  constructor(path: string) {
    this.stream = createWriteStream(path);
    this.stream.write(`${this.writer.begin()}\n`);
  }

  async take(record: AuditRecord): Promise<void> {
    if (!this.stream.write(`${this.writer.line(record)}\n`)) {
      await once(this.stream, 'drain');
    }
  }

  async end(): Promise<void> {
    this.stream.end(`${this.writer.end()}\n`);
    await finished(this.stream);
  }
}

async function verify(options: Options): Promise<boolean> {
  const check = new AuditCheck(
    options.checkpoint === undefined ? null : readCheckpoint(readFileSync(options.checkpoint, 'utf8')),
  );
  const exported = options.writeExport === undefined ? null : new ExportFile(options.writeExport);
  const progress = new Progress();
  let trouble: string | null = null;
  const take = async (record: AuditRecord) => {
    progress.step();
    check.take(record);
    await exported?.take(record);
  };
  let source: string | null = null;
  try {
    source = await (options.export === undefined ? walkStore(take) : walkExport(options.export, take));
    await exported?.end();
  } catch (error) {
    trouble = error instanceof Error ? error.message : String(error);
  }
  const { lines, ...result } = check.finish();
  const ok = result.ok && trouble === null;
  if (ok && options.writeCheckpoint !== undefined) {
    writeFileSync(options.writeCheckpoint, checkpointText(lines, Date.now()));
  }
  const checkpoint = { read: options.checkpoint ?? null, written: ok ? (options.writeCheckpoint ?? null) : null };
  const limits = options.checkpoint === undefined ? limitsWithout : limitsWith;
  process.stdout.write(`${JSON.stringify({ ...result, ok, source, trouble, checkpoint, limits })}\n`);
  return ok;
}

const command = new Command('audit-verify')
  .description('Verifies the hash chains of the history.')
  .option('--export <file>', 'verify an export instead of the store')
  .option('--write-export <file>', 'write the history as JSON lines while verifying it')
  .option('--checkpoint <file>', 'compare with a checkpoint that was written earlier')
  .option('--write-checkpoint <file>', 'write a checkpoint if everything holds; keep it away from the store');
try {
  process.exitCode = (await verify(command.parse().opts<Options>())) ? 0 : 1;
} catch (error) {
  const trouble = error instanceof Error ? error.message : String(error);
  process.stdout.write(`${JSON.stringify({ ok: false, trouble })}\n`);
  process.exitCode = 1;
}
