// Following all projects by pages, by waiting and by stream, through the whole service on both engines.
import { cursorOf, startOfEpoch } from '../../src/portfolio/feed-position.js';
import type { Project } from '../../src/projects/project.js';
import { EventReader } from './event-reader.js';
import { type Answer, engineNames, PolledService, projectIdAt } from './polled-service.js';

interface Page {
  readonly events: { readonly id: string; readonly position: string; readonly projectId: string }[];
  readonly nextCursor: string;
  readonly hasMore: boolean;
}

const dayMs = 86_400_000;
const settings = { OPENWARD_FEED_STREAMS_PER_TOKEN_MAX: '3', OPENWARD_FEED_HEARTBEAT_SECONDS: '1' };
const pageOf = (answer: Answer) => JSON.parse(answer.body) as Page;

describe.each(engineNames)('the feed, on %s', (engine) => {
  let service: PolledService;
  let place = 0;

  const nextId = () => {
    place += 1;
    return projectIdAt(place);
  };
  const page = async (query: string, headers = {}, token = service.admin) =>
    service.ask(`/v1/events${query}`, token, headers);
  const end = async () =>
    (JSON.parse((await service.ask('/v1/status', service.admin)).body) as { cursor: string }).cursor;
  const open = (query = '', headers = {}, token = service.admin) =>
    EventReader.open(`${service.url}/v1/events/stream${query}`, { authorization: `Bearer ${token}`, ...headers });

  /** Commits through now, so that the events are young enough to be kept. */
  const commits = async (id: string, count: number) => {
    let project: Project = await service.commit(id);
    for (let version = 2; version <= count; version += 1) {
      project = await service.commit(project);
    }
    return project;
  };

  beforeAll(async () => {
    service = await PolledService.start(engine, settings);
  }, 60_000);

  afterAll(() => service.stop());

  it('goes on from the cursor of the snapshot, page by page, without a gap', async () => {
    let cursor = await end();
    const id = nextId();
    await commits(id, 5);
    const seen: string[] = [];
    for (let more = true; more; ) {
      const read = pageOf(await page(`?after=${cursor}&limit=2`));
      seen.push(...read.events.map((event) => event.id));
      cursor = read.nextCursor;
      more = read.hasMore;
    }
    expect(seen).toEqual([1, 2, 3, 4, 5].map((version) => `${id}.v${version}`));
    expect(pageOf(await page(`?after=${cursor}`))).toEqual({ events: [], nextCursor: cursor, hasMore: false });
  });

  it('goes on from the position of any single event', async () => {
    const cursor = await end();
    const id = nextId();
    await commits(id, 3);
    const [first] = pageOf(await page(`?after=${cursor}`)).events;
    const rest = pageOf(await page(`?after=${first?.position}`)).events;
    expect(rest.map((event) => event.id)).toEqual([`${id}.v2`, `${id}.v3`]);
  });

  it('refuses a cursor that was edited', async () => {
    const answer = await page(`?after=${(await end()).replace(/.$/, (last) => (last === 'x' ? 'y' : 'x'))}`);
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.body)).toMatchObject({ type: '/problems/bad-request' });
    expect((await page(`/stream?after=nonsense`)).status).toBe(400);
  });

  it('sends a reader who stayed away too long to the snapshot', async () => {
    const cursor = await end();
    const id = nextId();
    await commits(id, 1);
    const { database } = service;
    const at = Date.now() - 31 * dayMs;
    const history = database.of<{ project_history: { at: number; project_id: string } }>();
    await history.updateTable('project_history').set({ at }).where('project_id', '=', id).execute();
    const answer = await page(`?after=${cursor}`);
    expect(answer.status).toBe(410);
    expect(JSON.parse(answer.body)).toMatchObject({ type: '/problems/cursor-expired' });
    expect(answer.body).toContain('/v1/status');
    expect((await page('/stream', { 'last-event-id': cursor })).status).toBe(410);
    expect((await page(`?after=${await end()}`)).status).toBe(200);
  });

  it('shows a limited token its own projects only, and no trace of others in its cursor', async () => {
    const cursor = await end();
    const mine = nextId();
    const { text } = await service.token([mine]);
    await commits(nextId(), 2);
    await commits(mine, 1);
    const other = nextId();
    await commits(other, 1);
    const read = pageOf(await page(`?after=${cursor}`, {}, text));
    expect(read.events.map((event) => event.projectId)).toEqual([mine]);
    expect(Buffer.from(read.nextCursor, 'base64url').toString()).not.toContain('prj_');
    expect(pageOf(await page(`?after=${read.nextCursor}`, {}, text)).events).toEqual([]);
  });

  it('holds an empty page back until something happens', async () => {
    const cursor = await end();
    const waiting = page(`?after=${cursor}`, { prefer: 'wait=20' });
    await new Promise((resolve) => setTimeout(resolve, 50));
    const id = nextId();
    await commits(id, 1);
    const answer = await waiting;
    expect(answer.headers.get('preference-applied')).toBe('wait=20');
    expect(pageOf(answer).events.map((event) => event.id)).toEqual([`${id}.v1`]);
  });

  it('gives an empty page when the wait is over', async () => {
    const answer = await page(`?after=${await end()}`, { prefer: 'wait=1' });
    expect([answer.status, pageOf(answer).events]).toEqual([200, []]);
  });

  it('streams events as they happen, with the cursor as their id', async () => {
    const reader = await open();
    await reader.until(({ retries }) => retries.length > 0);
    const id = nextId();
    await commits(id, 3);
    await reader.until(({ events }) => events.length === 3);
    expect(reader.events.map((event) => event.data.id)).toEqual([1, 2, 3].map((version) => `${id}.v${version}`));
    expect(reader.events[0]?.type).toBe('project.edited');
    const after = pageOf(await page(`?after=${reader.events[1]?.id}`)).events;
    expect(after.map((event) => event.id)).toEqual([`${id}.v3`]);
    await reader.until(({ comments }) => comments > 0);
    expect(reader.retries).toEqual(['5000']);
    await reader.close();
  });

  it.each(['header', 'query'])('resumes a stream after the last event that was read, told by %s', async (way) => {
    const cursor = await end();
    const id = nextId();
    await commits(id, 4);
    const [, second] = pageOf(await page(`?after=${cursor}`)).events;
    const last = second?.position ?? '';
    const reader = await (way === 'header' ? open('', { 'last-event-id': last }) : open(`?after=${last}`));
    await reader.until(({ events }) => events.length === 2);
    expect(reader.events.map((event) => event.data.version)).toEqual([3, 4]);
    await reader.close();
  });

  it('gives every stream every event once and in one order, whenever it joined', async () => {
    const cursor = await end();
    const ids = [nextId(), nextId(), nextId()];
    const writing = Promise.all(ids.map((id) => commits(id, 40)));
    const early = await open(`?after=${cursor}`);
    await early.until(({ events }) => events.length > 10);
    const late = await open('', { 'last-event-id': early.events[9]?.id ?? '' });
    await writing;
    await early.until(({ events }) => events.length >= 120);
    await late.until(({ events }) => events.length >= 110);
    const order = early.events.map((event) => event.data.id);
    expect(new Set(order).size).toBe(120);
    expect(late.events.map((event) => event.data.id)).toEqual(order.slice(10));
    const paged = pageOf(await page(`?after=${cursor}&limit=1000`)).events.map((event) => event.id);
    expect(paged).toEqual(order);
    await Promise.all([early.close(), late.close()]);
  });

  it('lets a token have so many streams and no more', async () => {
    const { text } = await service.token([projectIdAt(1)]);
    const readers = await Promise.all([1, 2, 3].map(() => open('', {}, text)));
    const refused = await page('/stream', {}, text);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '5']);
    await Promise.all(readers.map((reader) => reader.close()));
  });

  it('ends the streams of a token that is revoked', async () => {
    const { text, id } = await service.token([projectIdAt(1)]);
    const reader = await open('', {}, text);
    await service.revoke(id);
    await reader.until(({ ended }) => ended);
    expect(reader.retries).toEqual(['5000', '1000']);
  });

  it('ends streams and waits in order when the process stops', async () => {
    const waiting = page(`?after=${cursorOf(startOfEpoch(2 ** 40))}`, { prefer: 'wait=60' });
    const reader = await open();
    await reader.until(({ retries }) => retries.length > 0);
    await service.stopListening();
    await reader.until(({ ended }) => ended);
    expect(reader.retries).toEqual(['5000', '1000']);
    expect((await waiting).status).toBe(200);
  });
});
