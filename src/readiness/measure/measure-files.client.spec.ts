import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { compileWorker } from '../../../test/builders/compiled-worker.js';
import { aMeasuringQuestion } from '../../../test/builders/set-context.js';
import { targetOf } from '../trainers/target-of.js';
import { measureFiles } from './measure-files.client.js';
import type { MeasuredFile } from './pass-files.client.js';

const question = aMeasuringQuestion({ target: targetOf({ model: 'llama-2-7b', recipe: 'trl-lora' }) });
const labels = ['card_arrival', 'top_up', 'refund'];
const rowLine = (at: number) =>
  JSON.stringify({ text: `question alpha${at} beta${at} gamma${at} omega${at}`, label: labels[at % 3] ?? '' });
const rows = Array.from({ length: 600 }, (_, at) => rowLine(at));

describe('measuring files', () => {
  const worker = compileWorker('readiness/row-pass/row-pass.worker');
  const folder = mkdtempSync(join(tmpdir(), 'openward-files-'));
  let measured = 0;

  afterAll(() => {
    rmSync(worker.root, { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  });

  function file(name: string, content: string | Uint8Array, split: MeasuredFile['split'] = 'auto'): MeasuredFile {
    writeFileSync(join(folder, name), content);
    return { path: join(folder, name), split };
  }

  function measure(files: readonly MeasuredFile[], threads = 1) {
    measured += 1;
    return measureFiles(files, question, {
      folder: join(folder, `work-${measured}`),
      threads,
      workerEntry: worker.entry,
    });
  }

  it('finds the same with one thread and with two, in one file and in two', async () => {
    const whole = await measure([file('all.jsonl', `${rows.join('\n')}\n`)]);
    const parts = [file('a.jsonl', rows.slice(0, 250).join('\n')), file('b.jsonl', rows.slice(250).join('\n'))];
    const cut = await measure(parts, 2);
    const told = ({ findings }: typeof whole) =>
      findings
        .filter(({ checkId }) => !checkId.startsWith('F'))
        .map(({ checkId, outcome, value, evidenceTotal }) => ({ checkId, outcome, value, evidenceTotal }));
    expect(told(cut)).toEqual(told(whole));
    expect(cut.digest).toBe(whole.digest);
    expect(whole.findings.filter(({ outcome }) => outcome === 'error')).toEqual([]);
    expect(whole.trainRows + whole.holdoutRows).toBe(600);
  });

  it('tells faults by their line and byte in the file, and counts every row', async () => {
    const lines = [rowLine(1), '{"text":', '', '[1]', rowLine(2), '{"text":"é","label":"x"}'];
    const { files, context } = await measure([file('faulty.jsonl', lines.join('\n'))]);
    const offset = Buffer.byteLength(`${rowLine(1)}\n`);
    expect(files[0]?.tally).toMatchObject({ accepted: 3, rejected: 2 });
    expect(files[0]?.tally.faults.map(({ line, byteOffset, code }) => ({ line, byteOffset, code }))).toEqual([
      { line: 2, byteOffset: offset, code: 'row.json' },
      { line: 4, byteOffset: offset + 10, code: 'row.shape' },
    ]);
    expect(context.intake.standingImports).toMatchObject({ rows: 5, accepted: 3, rejected: 2 });
  });

  it('tells from which line on a file has rows of another shape', async () => {
    const chat = JSON.stringify({
      messages: [
        { role: 'user', content: 'a' },
        { role: 'assistant', content: 'b' },
      ],
    });
    const { files } = await measure([file('mixed.jsonl', [rowLine(1), rowLine(2), chat, rowLine(3)].join('\n'))]);
    expect(files[0]?.tally.facts).toMatchObject({ mixedFromLine: 3, shapes: { classification: 3, 'openai-chat': 1 } });
  });

  it('reads lists and tables too, each by one thread', async () => {
    const list = file('list.json', `[${rows.slice(0, 40).join(',\n')}]`);
    const table = file('table.csv', 'text,label\n"a cell\nof two lines",top_up\n', 'holdout');
    const { set, files } = await measure([list, table], 2);
    expect(set.rows).toBe(41);
    expect(set.fates.kept).toEqual({ train: 40, holdout: 1 });
    expect(files.map(({ tally }) => tally.facts.kind)).toEqual(['json-array', 'csv']);
  });

  it('says why a file cannot be read, and goes on with the next', async () => {
    const { files, set } = await measure([
      file('cut.jsonl.gz', gzipSync(rows.join('\n')).subarray(0, 60)),
      file('good.jsonl', rows.slice(0, 20).join('\n')),
    ]);
    expect(files[0]?.tally.problem).toMatch(/cut|damaged|gzip/i);
    expect(set.rows).toBe(20);
  });
});
