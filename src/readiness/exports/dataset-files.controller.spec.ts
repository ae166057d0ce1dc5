import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { anExample, rowFactsApart } from '../../../test/builders/row-facts.js';
import { type RoomsOverHttp, startRooms } from '../../../test/harness/rooms-over-http.js';
import type { DatasetContent } from '../datasets/dataset-reader.js';
import { DatasetStore } from '../datasets/dataset-store.js';
import type { Example } from '../rows/example.js';
import { DuckdbSession } from '../set-pass/duckdb-session.client.js';
import { ScratchDatasetFiles } from './dataset-files.client.js';
import { DatasetFilesController } from './dataset-files.controller.js';
import { DatasetFiles } from './dataset-files.js';

const call = { id: 'call_1', name: 'look', arguments: '{"at":1}' };
const rich = anExample({
  messages: [
    { role: 'user', content: 'look "here"\n' },
    { role: 'assistant', content: '', toolCalls: [call] },
    { role: 'tool', content: '1', toolCallId: 'call_1' },
    { role: 'assistant', content: 'one', weight: 1 },
  ],
  traits: { model: 'gpt-4' },
});
const plain = rowFactsApart(4).map(({ example }) => example);

function content({ rowKey, input, label, kind, messages, rejected, tools, traits }: Example): DatasetContent {
  return { rowKey, text: input, label, kind, messages, rejected, tools, traits };
}

async function* contentsOf(_id: string, side: string) {
  if (side === 'train') {
    yield plain.map(content);
    yield [content(rich)];
  }
}

const datasets = {
  find: async (projectId: string, id: string) => (projectId === 'prj_one' && id === 'dst_1' ? { id } : null),
  contentsOf,
};
const base = '/v1/projects/prj_one/datasets/dst_1';

describe('a data set as Parquet', () => {
  const folder = mkdtempSync(join(tmpdir(), 'openward-parquet-spec-'));
  let rooms: RoomsOverHttp;

  beforeAll(async () => {
    rooms = await startRooms({
      controllers: [DatasetFilesController],
      providers: [
        { provide: DatasetStore, useValue: datasets },
        { provide: DatasetFiles, useValue: new ScratchDatasetFiles() },
      ],
    });
  });

  afterAll(async () => {
    await rooms.stop();
    rmSync(folder, { recursive: true });
  });

  async function download(side: string): Promise<{ headers: Headers; file: string }> {
    const { status, headers, bytes } = await rooms.bytes({ path: `${base}/${side}.parquet`, role: 'lead' });
    expect(status).toBe(200);
    const file = join(folder, `${side}.parquet`);
    writeFileSync(file, bytes);
    return { headers, file };
  }

  async function query(sql: string): Promise<readonly Record<string, unknown>[]> {
    const session = await DuckdbSession.open({ folder, memoryMegabytes: 64, threads: 1 });
    try {
      return await session.rows(sql);
    } finally {
      session.close();
    }
  }

  it('has the rows of one side, with their turns as structs', async () => {
    const { headers, file } = await download('train');
    expect(headers.get('content-type')).toBe('application/vnd.apache.parquet');
    expect(headers.get('content-disposition')).toContain('dst_1-train.parquet');
    const [counted] = await query(
      `SELECT count(*) AS n, sum(len(messages)) AS turns, min(split) AS side FROM '${file}'`,
    );
    expect(counted).toEqual({ n: 5, turns: 12, side: 'train' });
    const [one] = await query(
      `SELECT prompt_key, model, messages[1].content AS asked, messages[2].tool_calls[1].arguments AS call, messages[4].weight AS weight FROM '${file}' WHERE row_key = '${rich.rowKey}'`,
    );
    const asked = 'look "here"\n';
    expect(one).toEqual({ prompt_key: rich.promptKey, model: 'gpt-4', asked, call: call.arguments, weight: 1 });
  });

  it('has its columns where a side has no row', async () => {
    const { file } = await download('holdout');
    expect(await query(`SELECT count(*) AS n, count(row_key) AS keys FROM '${file}'`)).toEqual([{ n: 0, keys: 0 }]);
  });

  it.each([
    ['of another project', '/v1/projects/prj_two/datasets/dst_1/train.parquet', 'lead', 404],
    ['of no such side', `${base}/all.parquet`, 'lead', 404],
    ['for somebody who may not read rows', `${base}/train.parquet`, 'viewer', 403],
  ] as const)('is not handed out %s', async (_whose, path, role, status) => {
    expect((await rooms.ask({ path, role })).status).toBe(status);
  });
});
