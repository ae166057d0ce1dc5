import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { compileWorker } from '../../../test/builders/compiled-worker.js';
import { aMeasuringQuestion } from '../../../test/builders/set-context.js';
import { parquetOf, picture, tarOf } from '../../../test/builders/upload-files.js';
import { targetOf } from '../trainers/target-of.js';
import { type MeasuredFiles, measureFiles } from './measure-files.client.js';
import type { MeasuredFile } from './pass-files.client.js';

const question = aMeasuringQuestion({ target: targetOf({ model: 'llama-2-7b', recipe: 'trl-lora' }) });
const labels = ['card_arrival', 'top_up', 'refund'];
const rowLine = (at: number) =>
  JSON.stringify({ text: `question alpha${at} beta${at} gamma${at} omega${at}`, label: labels[at % 3] ?? '' });
const rows = Array.from({ length: 600 }, (_, at) => rowLine(at));

/** Three pairs; a list that names a picture, one that is not there, and a row of another kind; two that are alone. */
async function shard(): Promise<(readonly [string, string | Buffer])[]> {
  const pairs = await Promise.all(
    [0, 1, 2].map(async (at) => {
      const bytes = await picture({ seed: at, format: 'jpeg' });
      return [[`pairs/${at}.jpg`, bytes] as const, [`pairs/${at}.txt`, `caption number ${at}`] as const];
    }),
  );
  const alone: [string, string | Buffer][] = [
    ['alone/7.txt', 'no picture'],
    ['alone/8.png', await picture({ seed: 8 })],
  ];
  const rows = [
    { file_name: 'listed.jpg', text: 'from the list', customer: 'c1' },
    { file_name: 'absent.jpg', text: 'nowhere' },
    { text: 'question', label: 'answer' },
  ];
  const list = rows.map((row) => JSON.stringify(row)).join('\n');
  const listed: [string, string | Buffer][] = [
    ['list/listed.jpg', await picture({ seed: 5, format: 'jpeg' })],
    ['list/metadata.jsonl', list],
  ];
  return [...alone, ...listed, ...pairs.flat()];
}

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

  it('finds in Parquet what it finds in the same rows as lines, packed or not', async () => {
    const lines = rows.map((row, at) => (at === 7 ? '{"text":"no label","label":" "}' : row));
    const [asLines] = [file('same.jsonl', `${lines.join('\n')}\n`)];
    const bytes = await parquetOf(`select * from read_json_auto('${asLines.path}', maximum_depth=1)`);
    const told = ({ findings, digest }: MeasuredFiles) => [
      digest,
      findings.map(({ evidence, stateHash: _, costMs: __, ...finding }) => ({
        ...finding,
        evidence: evidence.map(({ line, excerpt }) => ({ line, excerpt })),
      })),
    ];
    const wanted = await measure([asLines]);
    const found = await measure([file('same.parquet', bytes)], 2);
    expect(told(found)).toEqual(told(wanted));
    expect(told(await measure([file('same.parquet.gz', gzipSync(bytes))]))).toEqual(told(wanted));
    expect(found.files[0]?.tally).toMatchObject({ accepted: 599, rejected: 1, facts: { kind: 'parquet' } });
    expect(found.files[0]?.tally.faults).toMatchObject([{ line: 8, byteOffset: 0 }]);
  });

  it.each([
    ['of an archive', async () => file('shard.tar', await tarOf(await shard()))],
    ['of a packed archive', async () => file('shard.tar.gz', gzipSync(await tarOf(await shard())))],
    [
      'of a folder',
      async () => {
        for (const [name, content] of await shard()) {
          mkdirSync(dirname(join(folder, 'pictures', name)), { recursive: true });
          writeFileSync(join(folder, 'pictures', name), content);
        }
        return { path: join(folder, 'pictures'), split: 'auto' } as const;
      },
    ],
  ])('reads pairs of picture and text %s, and names what belongs to nothing', async (_of, made) => {
    const { files, set, context } = await measure([await made()]);
    expect(files[0]?.tally).toMatchObject({ accepted: 5, rejected: 3, problem: null, facts: { kind: 'tar' } });
    expect(files[0]?.tally.faults.map(({ code, field }) => `${code} ${field}`).sort()).toEqual([
      'image.ref alone/7',
      'image.ref alone/8.png',
      'msg.unsupported ',
    ]);
    expect(set.rows).toBe(5);
    expect(context.intake.images).toMatchObject({ references: 5, missing: 1, pictures: 5, near: { compared: 5 } });
  });

  it('knows a picture by its bytes, as the service does: another name makes no other row', async () => {
    const bytes = await picture({ seed: 1, format: 'jpeg' });
    const pairs: [string, string | Buffer][] = [
      ['a.jpg', bytes],
      ['a.txt', 'a cat'],
      ['b.jpg', bytes],
      ['b.txt', 'a cat'],
    ];
    const { findings } = await measure([file('twice.tar', await tarOf(pairs))]);
    expect(findings.find(({ checkId }) => checkId === 'U01')).toMatchObject({ numerator: 1, denominator: 2 });
  });

  it.each([
    ['report.pdf', '%PDF-1.7', /a PDF document/],
    ['rows.parquet', 'text,label\na,b\n', /named \.parquet/],
    ['short.parquet', 'PAR1 and no end', /Parquet file cannot be read/],
    ['empty.jsonl', '', /no rows/],
    ['header.csv', 'text,label\n', /no rows/],
  ])('says of %s why there is nothing in it', async (name, content, why) => {
    const { files, findings } = await measure([file(name, content)]);
    expect(files[0]?.tally.problem).toMatch(why);
    expect(findings.find(({ checkId }) => checkId === 'F01')).toMatchObject({ outcome: 'fail' });
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
