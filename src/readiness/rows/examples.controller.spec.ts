import { anExample } from '../../../test/builders/row-facts.js';
import { type RoomsOverHttp, startRooms } from '../../../test/harness/rooms-over-http.js';
import { type ExamplePage, type ExamplePageQuery, ExampleStore } from './example-store.js';
import { ExamplesController } from './examples.controller.js';

const asked: ExamplePageQuery[] = [];
const held: Pick<ExampleStore, 'page'> = {
  page: (query): Promise<ExamplePage> => {
    asked.push(query);
    return Promise.resolve({ rows: [anExample({ input: 'Where is my card?', label: 'card_arrival' })], next: null });
  },
};

let rooms: RoomsOverHttp;

beforeAll(async () => {
  rooms = await startRooms({
    controllers: [ExamplesController],
    providers: [{ provide: ExampleStore, useValue: held }],
  });
});

afterAll(() => rooms.stop());

describe('rows over HTTP', () => {
  it('come with their turns and where they are from', async () => {
    const { body } = await rooms.ask({ path: '/v1/projects/prj_1/examples?limit=3', role: 'lead' });
    expect(body).toMatchObject({
      examples: [
        {
          origin: 'import',
          turns: [
            { role: 'user', content: 'Where is my card?' },
            { role: 'assistant', content: 'card_arrival' },
          ],
        },
      ],
      next: null,
    });
    expect(asked.at(-1)).toEqual({ projectId: 'prj_1', after: null, limit: 3 });
  });

  it('are not shown to who only watches, nor to an application', async () => {
    for (const role of ['viewer', 'service'] as const) {
      expect((await rooms.ask({ path: '/v1/projects/prj_1/examples', role })).status).toBe(403);
    }
  });

  it('are paged by what the page before gave, and by nothing else', async () => {
    const path = '/v1/projects/prj_1/examples?after=anything';
    expect((await rooms.ask({ path, role: 'lead' })).status).toBe(400);
  });
});
