// The threads are those that the build made: the one file, and the modules that it was made of.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { passFiles } from '../measure/pass-files.client.js';
import { targetOf } from '../trainers/target-of.js';
import type { RowPassJob } from './row-pass-orders.js';
import { threadEntryOf } from './thread-entry.client.js';

const built = resolve(__dirname, '../../../dist/readiness');
const bundles = join(built, 'threads');
const plainEntry = pathToFileURL(join(built, 'row-pass/row-pass.worker.js'));
const maps = ['row-pass.worker.js.map', 'segment.worker.js.map', 'segment-fold.js.map'];

const answers = [
  'Your card arrives within five working days, and we send you a message as soon as it has left us.',
  'Ihre Karte kommt innerhalb von fünf Werktagen, und wir schreiben Ihnen, sobald sie unterwegs ist.',
  'Écrivez-nous à jeanne@example.org ou appelez le +33 6 12 34 56 78, nous vous répondrons demain.',
];
const schema = { type: 'object', properties: { n: { type: 'integer' } }, required: ['n'] };

function chatLine(at: number): string {
  const messages = [
    { role: 'system', content: 'You help people with their cards.' },
    { role: 'user', content: `Where is card number ${at}? I have been waiting for ${at % 9} days now.` },
    { role: 'assistant', content: answers[at % answers.length] },
  ];
  return JSON.stringify({ messages });
}

/** Its tool has a schema, which what validates is loaded for. */
function toolLine(at: number): string {
  const call = { name: 'count', arguments: JSON.stringify(at % 2 === 0 ? { n: at } : { n: 'many' }) };
  const messages = [
    { role: 'user', content: `Count to ${at}.` },
    { role: 'assistant', content: null, tool_calls: [{ id: `c${at}`, type: 'function', function: call }] },
  ];
  return JSON.stringify({ messages, tools: [{ type: 'function', function: { name: 'count', parameters: schema } }] });
}

const labelLine = (at: number) => JSON.stringify({ text: `what about top-up ${at}`, label: 'top_up' });
const lines = Array.from({ length: 300 }, (_, at) => [chatLine(at), chatLine(at), toolLine(at), labelLine(at)][at % 4]);

describe('the thread of the row pass as one file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'openward-bundle-'));
  const path = join(folder, 'rows.jsonl');
  beforeAll(() => writeFileSync(path, `${[...lines, '{"text":', chatLine(0)].join('\n')}\n`));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  async function passBy(workerEntry: URL, model: string) {
    const job: Omit<RowPassJob, 'thread'> = {
      target: targetOf({ model, recipe: 'trl-lora' }),
      splitSalt: 'salt',
      expectedRows: lines.length,
      looksForPrivate: true,
      factsFolder: null,
    };
    const options = { threads: 1, workerEntry };
    const { fold, files } = await passFiles([{ path, split: 'auto' }], job, { options, session: null });
    const { costMs: _, ...checks } = fold.checks;
    return { fold: { ...fold, checks }, files };
  }

  it.each(['llama-2-7b', 'gpt-4o'])('finds exactly what its modules find, for %s', async (model) => {
    const entry = threadEntryOf(plainEntry);
    expect(entry).toEqual(pathToFileURL(join(bundles, 'row-pass.worker.js')));
    const found = await passBy(entry, model);
    expect(found.fold.checks.rows).toBe(lines.length + 1);
    expect(found.files[0]?.tally.rejected).toBe(1);
    expect(found).toEqual(await passBy(plainEntry, model));
  });

  it('is left aside where nothing was built of the modules', () => {
    const alone = pathToFileURL(join(folder, 'readiness/row-pass/row-pass.worker.js'));
    expect(threadEntryOf(alone)).toBe(alone);
  });

  it('holds of all packages only what tells languages, and that apart, because it is loaded late', () => {
    const packagesOf = (map: string) => {
      const { sources } = JSON.parse(readFileSync(join(bundles, map), 'utf8')) as { readonly sources: string[] };
      return sources.flatMap((source) => /node_modules\/([^/]+)/.exec(source)?.[1] ?? []);
    };
    expect(maps.flatMap(packagesOf)).toEqual([]);
    expect([...new Set(packagesOf('detect-language.client.js.map'))]).toEqual(['eld']);
  });

  it('takes nothing from outside but Node, and finds its data and the reader of chats beside itself', () => {
    const takenBy = (file: string) => {
      const code = readFileSync(join(bundles, file), 'utf8');
      const taken = [...code.matchAll(/^import (?:.* from )?"(.+)";$/gm)].map((found) => found[1] ?? '');
      return taken.filter((name) => !name.startsWith('node:'));
    };
    expect(takenBy('row-pass.worker.js')).toEqual(['./segment-fold.js']);
    expect(takenBy('segment-fold.js')).toEqual([]);
    expect(readdirSync(bundles)).toEqual(expect.arrayContaining(['plain-chats.wasm', 'small.json', 'llama-2.json']));
  });
});
