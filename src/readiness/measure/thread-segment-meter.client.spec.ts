import { readdirSync, rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compileWorker } from '../../../test/builders/compiled-worker.js';
import { anExample } from '../../../test/builders/row-facts.js';
import { aMeasuringQuestion } from '../../../test/builders/set-context.js';
import { noIntake } from '../intake/intake-tally.js';
import type { KeyedExample } from '../rows/example.js';
import { targetOf } from '../trainers/target-of.js';
import { SegmentJudge } from './judge-segments.client.js';
import type { ReadinessQuestion } from './measure-question.js';
import { SegmentMeasurer } from './measure-segment.client.js';
import type { MeasuredSegmentRows, SegmentOptions } from './segment-meter.js';
import { ThreadSegmentMeter } from './thread-segment-meter.client.js';

const options: SegmentOptions = {
  target: targetOf({ model: 'llama-2-7b', recipe: 'trl-lora' }),
  splitSalt: 'prj_one/split/1',
  expectedRows: 300,
  looksForPrivate: true,
};
const question: ReadinessQuestion = { ...aMeasuringQuestion({ target: options.target }), intake: noIntake() };
const rows = Array.from({ length: 300 }, (_, at) =>
  anExample({ input: `question alpha${at} beta${at} gamma${at}`, label: at % 2 === 0 ? 'yes' : 'no', line: at + 1 }),
);

async function* pages<Item>(...all: Item[]): AsyncGenerator<Item> {
  yield* all;
}

async function inFolder<Result>(act: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'openward-spec-'));
  try {
    return await act(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

function measured(part: readonly KeyedExample[]): Promise<MeasuredSegmentRows> {
  return inFolder((folder) => {
    const measurer = new SegmentMeasurer(options, folder);
    measurer.add(part);
    return measurer.end();
  });
}

function judged(segments: readonly MeasuredSegmentRows[]) {
  return inFolder(async (folder) => {
    const judge = new SegmentJudge(question, folder, options.expectedRows);
    for (const segment of segments) {
      await judge.add(segment);
    }
    return judge.end();
  });
}

/** What a clock has measured differs from run to run. */
const unclocked = ({ findings, ...others }: Awaited<ReturnType<typeof judged>>) => {
  return { ...others, findings: findings.map((finding) => ({ ...finding, costMs: null })) };
};

describe('measuring by segments', () => {
  it('finds the same in one segment and in several, whatever their order', async () => {
    const whole = await judged([await measured(rows)]);
    const parts = [await measured(rows.slice(0, 100)), await measured(rows.slice(100)), await measured([])];
    expect(unclocked(await judged(parts))).toEqual(unclocked(whole));
    expect(unclocked(await judged(parts.reverse()))).toEqual(unclocked(whole));
    expect(whole).toMatchObject({ trainRows: 300, holdoutRows: 0 });
    expect(whole.kept).toHaveLength(300);
  });

  it('gives the same digest for the same rows only', async () => {
    const { digest } = await measured(rows.slice(0, 10));
    expect((await measured(rows.slice(0, 10))).digest).toBe(digest);
    expect((await measured(rows.slice(0, 11))).digest).not.toBe(digest);
  });

  it('judges a project without rows, and does not let it pass', async () => {
    const { verdict, kept } = await judged([]);
    expect(verdict).not.toBe('pass');
    expect(kept).toEqual([]);
  });
});

describe('measuring in a thread', () => {
  const worker = compileWorker('readiness/measure/segment.worker');
  const meter = new ThreadSegmentMeter({ workerEntry: worker.entry });

  afterAll(async () => {
    await meter.close();
    rmSync(worker.root, { recursive: true, force: true });
  });

  it('gives what measuring here gives', async () => {
    const segment = await meter.measureSegment(pages(rows.slice(0, 120), rows.slice(120)), options);
    const here = await measured(rows);
    expect({ rows: segment.rows, digest: segment.digest }).toEqual({ rows: 300, digest: here.digest });
    const { expectedRows } = options;
    const inThread = await meter.judge({ segments: pages(segment), question, expectedRows });
    expect(unclocked(inThread)).toEqual(unclocked(await judged([here])));
  });

  it('gives the same by the file that the build makes of the thread', async () => {
    const entry = resolve(__dirname, '../../../dist/readiness/threads/segment.worker.js');
    const built = new ThreadSegmentMeter({ workerEntry: pathToFileURL(entry) });
    const segment = await built.measureSegment(pages(rows), options);
    const { expectedRows } = options;
    const found = await built.judge({ segments: pages(segment), question, expectedRows });
    await built.close();
    expect(unclocked(found)).toEqual(unclocked(await judged([await measured(rows)])));
  });

  it('measures the next segment as if it were the first', async () => {
    const first = await meter.measureSegment(pages(rows.slice(0, 50)), options);
    const again = await meter.measureSegment(pages(rows.slice(0, 50)), options);
    expect(again.digest).toBe(first.digest);
    expect(again.rows).toBe(50);
  });

  it('is over when the rows cannot be read', async () => {
    async function* broken(): AsyncGenerator<readonly KeyedExample[]> {
      yield rows;
      throw new Error('the store is gone');
    }
    await expect(meter.measureSegment(broken(), options)).rejects.toThrow('the store is gone');
  });

  it('leaves no folder behind when the thread dies', async () => {
    const [root, ours] = [await mkdtemp(join(tmpdir(), 'openward-spec-')), process.env.TMPDIR];
    process.env.TMPDIR = root;
    async function* unfit(): AsyncGenerator<readonly KeyedExample[]> {
      yield rows.slice(0, 5);
      yield [{} as KeyedExample];
    }
    try {
      await expect(meter.measureSegment(unfit(), options)).rejects.toThrow();
      expect(readdirSync(root)).toEqual([]);
    } finally {
      if (ours === undefined) {
        delete process.env.TMPDIR;
      } else {
        process.env.TMPDIR = ours;
      }
      await rm(root, { recursive: true });
    }
  });

  it('is over when the thread breaks', async () => {
    const nowhere = new ThreadSegmentMeter({ workerEntry: new URL('file:///nowhere/no-such-worker.js') });
    await expect(nowhere.measureSegment(pages(rows), options)).rejects.toThrow(/no-such-worker/);
  });

  it('has another engine for another target', () => {
    const other = { ...options, target: targetOf({ model: 'llama-2-7b', recipe: 'axolotl-lora' }) };
    expect(meter.engineOf(other)).not.toBe(meter.engineOf(options));
    expect(meter.engineOf({ ...options, expectedRows: 7 })).toBe(meter.engineOf(options));
  });
});
