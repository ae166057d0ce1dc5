import { type RoomsOverHttp, startRooms } from '../../../test/harness/rooms-over-http.js';
import type { DatasetRow } from '../datasets/dataset-reader.js';
import { DatasetStore } from '../datasets/dataset-store.js';
import { FrozenRowsController } from './frozen-rows.controller.js';

const [first, second] = ['a'.repeat(64), 'b'.repeat(64)];
const rows: readonly DatasetRow[] = [{ rowKey: first, text: 'Where is my card?', label: 'card_arrival' }];
const datasets: Pick<DatasetStore, 'find' | 'rowsWith'> = {
  find: async (projectId, id) => (projectId === 'prj_1' && id === 'dst_1' ? ({ id } as never) : null),
  rowsWith: async (_id, keys) => rows.filter(({ rowKey }) => keys.includes(rowKey)),
};

describe('rows of a frozen data set', () => {
  let rooms: RoomsOverHttp;
  const ask = (path: string, role: 'lead' | 'viewer' = 'lead') =>
    rooms.ask({ path: `/v1/projects/prj_1/datasets/${path}`, role });

  beforeAll(async () => {
    rooms = await startRooms({
      controllers: [FrozenRowsController],
      providers: [{ provide: DatasetStore, useValue: datasets }],
    });
  });

  afterAll(() => rooms.stop());

  it('come by their keys; those that it does not have are left out', async () => {
    expect((await ask(`dst_1/rows?keys=${first},${second}`)).body).toEqual({ rows });
  });

  it('are asked for by keys that look like keys, fifty at most', async () => {
    expect((await ask('dst_1/rows')).status).toBe(400);
    expect((await ask('dst_1/rows?keys=card')).status).toBe(400);
    expect((await ask(`dst_1/rows?keys=${Array(51).fill(first).join(',')}`)).status).toBe(400);
  });

  it('are those of a data set of this project, and not for who only watches', async () => {
    expect((await ask(`dst_2/rows?keys=${first}`)).status).toBe(404);
    expect((await ask(`dst_1/rows?keys=${first}`, 'viewer')).status).toBe(403);
  });
});
