// What does it cost to measure lock-in again? Exchanges are written as the gateway writes them, into an embedded store; then
// they are read, more come, and the project is measured again. The cost of one exchange must not depend on how many there
// were before. The last line is one JSON object.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { Command } from 'commander';
import { loadCatalog } from '../../catalog/load-catalog.client.js';
import type { Exchange } from '../../exchanges/exchange.js';
import { SqlExchangeStore } from '../../exchanges/exchange-store.sql.js';
import { SqlExchangeWalk } from '../../exchanges/exchange-walk.sql.js';
import { type IdKind, IdSource, makeId } from '../../kernel/ids.js';
import { SqlDayStore } from '../../lock-in/days/day-store.sql.js';
import { ScoreDay } from '../../lock-in/days/score-day.service.js';
import { SqlLockInStatusStore } from '../../lock-in/days/status-row.sql.js';
import { SqlFactStore } from '../../lock-in/facts/fact-store.sql.js';
import { RecordFacts } from '../../lock-in/facts/record-facts.service.js';
import { allIndicators } from '../../lock-in/indicators/all-indicators.js';
import { SqlDocumentStore } from '../../lock-in/inputs/document-store.sql.js';
import { SqlDrillStore } from '../../lock-in/inputs/drill-store.sql.js';
import { SqlInvoiceStore } from '../../lock-in/invoices/invoice-store.sql.js';
import { loadProfile, shippedProfile } from '../../lock-in/load-profile.client.js';
import { LockInService } from '../../lock-in/lock-in.service.js';
import { GatherSources } from '../../lock-in/measure/gather-sources.service.js';
import { nothingHanded } from '../../lock-in/measure/handed-facts.js';
import { KeepSources } from '../../lock-in/measure/keep-sources.js';
import { LearnFacts } from '../../lock-in/measure/learn-facts.service.js';
import { ProfileShelf } from '../../lock-in/profile-shelf.js';
import { RollUpTraffic } from '../../lock-in/traffic/roll-up-traffic.service.js';
import { SqlTrafficStore } from '../../lock-in/traffic/traffic-store.sql.js';
import { allMigrations } from '../../migrations/all-migrations.sql.js';
import type { Database } from '../../platform/database/database.sql.js';
import { migrate, openDatabase } from '../../platform/database/open-database.sql.js';
import { SystemClock } from '../../platform/telemetry/system-clock.client.js';
import { median } from './bench-tools.client.js';

const projectId = 'prj_01kc0000000000000000000000';
const handed = { ...nothingHanded, models: ['gpt-4o'] };
const rowsPerBatch = 500;
const polls = 500;
const rounds = 5;

class RandomIds extends IdSource {
  next(kind: IdKind): string {
    return makeId(kind, Date.now(), randomBytes(10));
  }
}

/** The register is not part of what is measured here. */
class KeptNowhere extends KeepSources {
  keep(): Promise<void> {
    return Promise.resolve();
  }
}

/** A call of about two kilobytes with a tool and a schema, twenty seconds apart from the one before. */
function call(at: number, text: string): Exchange {
  const request = {
    model: 'gpt-4o',
    messages: [
      { role: 'system', content: 'Answer with the intent only.' },
      { role: 'user', content: text },
    ],
    tools: [{ type: 'function', function: { name: 'look_up' } }],
  };
  const response = { model: 'gpt-4o-2024-08-06', choices: [{ message: { content: 'refund' } }], usage: {} };
  return {
    id: makeId('exc', at, randomBytes(10)),
    ...{ projectId, at, attempt: 0, arm: 'incumbent', route: 'incumbent', vendor: 'openai' },
    ...{ modelAsked: 'gpt-4o', modelServed: 'gpt-4o-2024-08-06', status: 200, outcome: 'ok', streamed: false },
    ...{ unitHash: null, promptTokens: 480, cachedTokens: 0, completionTokens: 4, usageSource: 'provider' },
    ...{ costNanoUsd: 1_240_000, latencyMs: 640, firstByteMs: 240, path: '/chat/completions' },
    request: Buffer.from(JSON.stringify(request)),
    response: Buffer.from(JSON.stringify(response)),
    ...{ truncated: false, error: null, tags: {}, termsVersion: null },
  };
}

function rooms(database: Database) {
  const clock = new SystemClock();
  const traffic = new SqlTrafficStore(database);
  const documents = new SqlDocumentStore(database);
  const status = new SqlLockInStatusStore(database);
  const rollUp = new RollUpTraffic(new SqlExchangeWalk(database), traffic, clock);
  const brought = [new SqlInvoiceStore(database), new SqlDrillStore(database)] as const;
  const gather = new GatherSources(rollUp, traffic, ...brought, documents, loadCatalog());
  const recorded = new RecordFacts(new SqlFactStore(database), clock, new RandomIds());
  const facts = new LearnFacts(recorded, new KeptNowhere());
  const shelf = new ProfileShelf(loadProfile(shippedProfile, allIndicators));
  const scores = new ScoreDay(new SqlDayStore(database), shelf);
  return { rollUp, status, service: new LockInService(gather, facts, scores, documents, status, clock) };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const before = performance.now();
  await work();
  return performance.now() - before;
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

async function bench(exchanges: number, more: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'openward-bench-'));
  const database = openDatabase({ url: null, file: join(folder, 'openward.sqlite'), connectionsMax: 1 });
  try {
    await migrate(database, allMigrations);
    const store = new SqlExchangeStore(database);
    const { rollUp, status, service } = rooms(database);
    const text = 'My card was charged twice and I would like the second payment back. '.repeat(24);
    const from = Date.now() - 24 * 86_400_000;
    let written = 0;
    const write = async (count: number) => {
      for (const until = written + count; written < until; ) {
        const size = Math.min(rowsPerBatch, until - written);
        await store.append(Array.from({ length: size }, (_, at) => call(from + (written + at) * 20_000, text)));
        written += size;
      }
    };
    const readMore = async (count: number) => {
      await write(count);
      return (1000 * (await timed(() => rollUp.take(projectId)))) / count;
    };
    await readMore(more);
    const few = median(await inTurn(rounds, () => readMore(more)));
    const whole = await readMore(exchanges - written);
    const remeasured: number[] = [];
    const many = median(await inTurn(rounds, () => readMore(more)));
    for (let round = 0; round < rounds; round += 1) {
      await write(more);
      remeasured.push(await timed(() => service.measure(projectId, handed)));
    }
    const polled = await inTurn(polls, () => timed(() => status.read(projectId)));
    say(`${few.toFixed(1)} µs for each exchange at first, ${many.toFixed(1)} µs after ${exchanges}`);
    const outcome = {
      perExchangeMicroseconds: rounded(whole),
      perExchangeAt10kVs1k: rounded(many / few),
      remeasureMs: rounded(median(remeasured)),
      pollMs: rounded(polled.sort((one, other) => one - other)[Math.floor(polls * 0.95)] ?? Number.NaN),
    };
    process.stdout.write(`${JSON.stringify(outcome)}\n`);
  } finally {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function inTurn(count: number, work: () => Promise<number>): Promise<number[]> {
  const values: number[] = [];
  for (let turn = 0; turn < count; turn += 1) {
    values.push(await work());
  }
  return values;
}

function rounded(value: number): number {
  return Number(value.toPrecision(3));
}

await new Command('bench:lock-in')
  .description('Measures what it costs to measure lock-in again.')
  .option('--exchanges <number>', 'how many there are before', '10000')
  .option('--more <number>', 'how many come each time', '1000')
  .action(({ exchanges, more }: { exchanges: string; more: string }) => bench(Number(exchanges), Number(more)))
  .parseAsync();
