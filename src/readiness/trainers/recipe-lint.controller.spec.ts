import { type RoomsOverHttp, startRooms } from '../../../test/harness/rooms-over-http.js';
import { RecipeLintController } from './recipe-lint.controller.js';

describe('a recipe file that is asked about', () => {
  let rooms: RoomsOverHttp;

  beforeAll(async () => {
    rooms = await startRooms({ controllers: [RecipeLintController], providers: [] });
  });

  afterAll(() => rooms.stop());

  const lint = (body: unknown) =>
    rooms.ask({ method: 'POST', path: '/v1/readiness/recipe-lint', role: 'viewer', body });

  it('is told the settings that are gone, with their lines', async () => {
    const { status, body } = await lint({ framework: 'trl', text: 'epochs: 3\nmax_seq_length: 2048\n' });
    expect(status).toBe(200);
    expect(body).toEqual({
      faults: [{ line: 2, setting: 'max_seq_length', message: expect.stringContaining('max_length') }],
    });
    expect((await lint({ framework: 'axolotl', text: 'max_seq_length: 2048' })).body).toEqual({ faults: [] });
  });

  it.each([
    [{ framework: 'caffe', text: 'a' }],
    [{ framework: 'keras', text: 'a' }],
    [{ framework: 'trl' }],
    [{ framework: 'trl', text: '' }],
  ])('is refused as %j', async (body) => {
    expect((await lint(body)).status).toBe(400);
  });
});
