// npm run stand-in: the demo's stand-in for a closed vendor, by itself, for whoever walks by hand. With --write it also
// leaves the generated data as files to import.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { demoData } from './demo-data.client.js';
import { StandInVendor, standInModel } from './stand-in-vendor.client.js';

interface StandInOptions {
  readonly data?: string;
  readonly holdout?: string;
  readonly port: string;
  readonly write?: string;
}

const options = new Command('stand-in')
  .description('A stand-in for a closed vendor on loopback, in the OpenAI dialect. It is no model.')
  .option('--data <file>', 'labelled data whose answers it knows: CSV text,label, or chat JSONL; otherwise generated')
  .option('--holdout <file>', 'more of the same')
  .option('--port <port>', 'where it listens on 127.0.0.1', '4010')
  .option('--write <folder>', 'writes the generated data there, as train.csv and test.csv')
  .parse()
  .opts<StandInOptions>();

const { train, holdout } = demoData({ data: options.data ?? null, holdout: options.holdout ?? null });
if (options.write !== undefined) {
  mkdirSync(options.write, { recursive: true });
  writeFileSync(join(options.write, 'train.csv'), train.content);
  writeFileSync(join(options.write, 'test.csv'), holdout?.content ?? '');
  process.stdout.write(`wrote train.csv and test.csv to ${options.write}\n`);
}
await StandInVendor.listen([...train.rows, ...(holdout?.rows ?? [])], Number(options.port));
process.stdout.write(`the stand-in answers at http://127.0.0.1:${options.port}/v1 as ${standInModel}\n`);
