import { Metrics } from '../../platform/telemetry/metrics.client.js';
import type { StoredStatus } from '../project-store.js';
import { statusTag } from './status-cache.js';
import { StatusDesk } from './status-desk.service.js';
import { StatusSource } from './status-source.js';

/** A store whose answers can be held back, and which notes what it was asked. */
class NotedSource extends StatusSource {
  readonly stored = new Map<string, number>();
  readonly standing = new Map<string, number>();
  readonly asked: string[][] = [];
  readonly read: string[][] = [];
  gate: Promise<void> = Promise.resolve();
  broken = false;
  private readonly listeners: ((id: string, status: StoredStatus) => void)[] = [];

  constructor(readonly isAlone: boolean) {
    super();
  }

  async tags(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    this.asked.push([...ids]);
    const known = [...this.stored].filter(([id]) => ids.includes(id));
    const found = new Map(known.map(([id, version]) => [id, statusTag(version, this.standing.get(id) ?? 0)] as const));
    await this.gate;
    return found;
  }

  async statuses(ids: readonly string[]): Promise<ReadonlyMap<string, StoredStatus>> {
    if (this.broken) {
      throw new Error('the store is down');
    }
    this.read.push([...ids]);
    const known = ids.filter((id) => this.stored.has(id));
    return new Map(known.map((id) => [id, this.statusOf(id)]));
  }

  onCommit(listener: (id: string, status: StoredStatus) => void): void {
    this.listeners.push(listener);
  }

  commit(id: string, version: number): void {
    this.stored.set(id, version);
    for (const listener of this.listeners) {
      listener(id, this.statusOf(id));
    }
  }

  private statusOf(id: string): StoredStatus {
    const [version, standing] = [this.stored.get(id) ?? 0, this.standing.get(id) ?? 0];
    return { version, standing, body: standing === 0 ? `${id}@${version}` : `${id}@${version}+${standing}` };
  }
}

function deskOf(source: StatusSource): StatusDesk {
  const desk = new StatusDesk(source, new Metrics());
  desk.onModuleInit();
  return desk;
}

const versionsOf = async (polls: Promise<{ version: number } | null>[]) =>
  (await Promise.all(polls)).map((one) => one?.version ?? null);

describe('the status desk where others write too', () => {
  it('checks all polls that wait at the same time with one query', async () => {
    const source = new NotedSource(false);
    for (const id of ['a', 'b', 'c']) {
      source.stored.set(id, 1);
    }
    const desk = deskOf(source);
    await versionsOf([desk.read('a'), desk.read('b'), desk.read('c')]);
    const again = [...'abcabc'].map((id) => desk.read(id));
    expect(await versionsOf(again)).toEqual([1, 1, 1, 1, 1, 1]);
    expect(source.asked).toEqual([['a', 'b', 'c']]);
    expect(source.read).toEqual([['a', 'b', 'c']]);
  });

  it('never answers with less than what was committed elsewhere before the poll', async () => {
    const source = new NotedSource(false);
    source.stored.set('a', 1);
    const desk = deskOf(source);
    await desk.read('a');
    const held: (() => void)[] = [];
    source.gate = new Promise((resolve) => held.push(resolve));
    const early = desk.read('a');
    await new Promise(setImmediate);
    // The query of the early poll is on its way and has seen version 1; this poll must not be answered by it.
    source.stored.set('a', 2);
    const late = desk.read('a');
    held[0]?.();
    expect(await versionsOf([early, late])).toEqual([1, 2]);
  });

  it('reads a document again only where the version has moved', async () => {
    const source = new NotedSource(false);
    source.stored.set('a', 1);
    source.stored.set('b', 1);
    const desk = deskOf(source);
    await versionsOf([desk.read('a'), desk.read('b')]);
    source.stored.set('b', 2);
    expect(await versionsOf([desk.read('a'), desk.read('b')])).toEqual([1, 2]);
    expect(source.read).toEqual([['a', 'b'], ['b']]);
  });

  it('reads a document again where only what is known beside the version has moved', async () => {
    const source = new NotedSource(false);
    source.stored.set('a', 1);
    const desk = deskOf(source);
    expect((await desk.read('a'))?.etag).toBe('"v1"');
    source.standing.set('a', 1);
    expect(await desk.read('a')).toMatchObject({ etag: '"v1.1"', body: 'a@1+1' });
  });

  it('remembers nothing that the fast door could take for certain', async () => {
    const source = new NotedSource(false);
    source.stored.set('a', 1);
    const desk = deskOf(source);
    await desk.read('a');
    expect(desk.recall('a')).toBeUndefined();
  });
});

describe('the status desk where this process alone writes', () => {
  it('asks the store once and lives on the news of commits from there', async () => {
    const source = new NotedSource(true);
    source.stored.set('a', 1);
    const desk = deskOf(source);
    expect(await versionsOf([desk.read('a')])).toEqual([1]);
    source.commit('a', 2);
    expect(desk.recall('a')?.body).toBe('a@2');
    expect(await versionsOf([desk.read('a')])).toEqual([2]);
    expect(source.read).toEqual([['a']]);
    expect(source.asked).toEqual([]);
  });

  it('says that there is no such project', async () => {
    expect(await deskOf(new NotedSource(true)).read('a')).toBeNull();
  });

  it('fails the polls that waited when the store is down, and serves the next', async () => {
    const source = new NotedSource(true);
    source.stored.set('a', 1);
    const desk = deskOf(source);
    source.broken = true;
    await expect(desk.read('a')).rejects.toThrow('the store is down');
    source.broken = false;
    expect(await versionsOf([desk.read('a')])).toEqual([1]);
  });
});
