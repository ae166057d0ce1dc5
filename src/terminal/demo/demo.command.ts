// npm run demo: the whole walk, by itself. The last line on standard output is one JSON object.

import { performance } from 'node:perf_hooks';
import { Command } from 'commander';
import { Caller } from '../openward-api.client.js';
import { OwnService } from '../own-service.client.js';
import { type DemoData, demoData } from './demo-data.client.js';
import { DemoWalk, type WalkResult } from './demo-walk.client.js';
import { StandInVendor } from './stand-in-vendor.client.js';

interface DemoOptions {
  readonly data?: string;
  readonly holdout?: string;
  readonly url?: string;
  readonly token?: string;
  readonly vendorPort: string;
  readonly policy: string;
}

/** What has to be put away whatever happens. */
const leftovers: (() => Promise<void>)[] = [];

async function putAway(): Promise<void> {
  for (const one of leftovers.splice(0).reverse()) {
    await one();
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function reach(options: DemoOptions): Promise<Caller> {
  const url = options.url ?? process.env.OPENWARD_URL;
  const token = options.token ?? process.env.OPENWARD_TOKEN;
  if (url !== undefined) {
    if (token === undefined) {
      throw new Error('A running service needs an administrator’s token: --token, or OPENWARD_TOKEN.');
    }
    return new Caller(url.replace(/\/$/, ''), token);
  }
  const target = `127.0.0.1:${options.vendorPort}`;
  const service = await OwnService.start({ environment: { OPENWARD_OUTBOUND_ALLOWED_PRIVATE_TARGETS: target } });
  leftovers.push(() => service.stop());
  say(`A service of the demo’s own listens at ${service.url}, in ${service.folder}\n`);
  return new Caller(service.url, service.adminToken ?? '');
}

async function standIn(data: DemoData, port: number): Promise<string> {
  const rows = [...data.train.rows, ...(data.holdout?.rows ?? [])];
  const vendor = await StandInVendor.listen(rows, port).catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`The stand-in vendor cannot listen on port ${port} (${why}); choose another with --vendor-port.`);
  });
  leftovers.push(() => vendor.close());
  return `http://127.0.0.1:${port}/v1`;
}

async function demo(options: DemoOptions): Promise<WalkResult & { seconds: number }> {
  const began = performance.now();
  const data = demoData({ data: options.data ?? null, holdout: options.holdout ?? null });
  say(
    data.isGenerated
      ? 'Data: generated messages to a bicycle shop.'
      : `Data: ${options.data}, ${data.train.rows.length} rows.`,
  );
  const vendorUrl = await standIn(data, Number(options.vendorPort));
  const admin = await reach(options);
  const result = await new DemoWalk({ admin, data, vendorUrl, policy: options.policy, say }).run();
  return { ...result, seconds: Math.round(performance.now() - began) / 1000 };
}

const options = new Command('demo')
  .description('Walks one project from its creation to decommissioning the closed vendor.')
  .option('--data <file>', 'labelled data: CSV with a header text,label, or chat JSONL')
  .option('--holdout <file>', 'held-out data of the same form; otherwise one row in five is held out')
  .option('--url <address>', 'a running service; otherwise the demo starts one of its own (also OPENWARD_URL)')
  .option('--token <token>', 'an administrator’s token of that service (also OPENWARD_TOKEN)')
  .option('--vendor-port <port>', 'where the stand-in vendor listens on 127.0.0.1', '4010')
  .option('--policy <name>', 'the policy that judges the project', 'fast')
  .parse()
  .opts<DemoOptions>();

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void putAway().finally(() => process.exit(130));
  });
}

try {
  const result = await demo(options);
  await putAway();
  say(`\n${JSON.stringify(result)}`);
  process.exitCode = result.finalStage === 'decommissioned' ? 0 : 1;
} catch (error) {
  await putAway();
  const trouble = error instanceof Error ? error.message : String(error);
  process.stderr.write(`The demo failed: ${trouble}\n`);
  say(JSON.stringify({ finalStage: null, accuracy: null, trainSeconds: null, trouble }));
  process.exitCode = 1;
}
