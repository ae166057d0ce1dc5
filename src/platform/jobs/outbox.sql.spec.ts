import { FakeClock } from '../../../test/fakes/clock.fake.js';
import { describeOnEachDatabase } from '../../../test/harness/each-database.js';
import type { Database } from '../database/database.sql.js';
import { RandomIds } from '../telemetry/random-ids.client.js';
import { SystemClock } from '../telemetry/system-clock.client.js';
import { SqlLeaseStore } from './lease-store.sql.js';
import { Outbox } from './outbox.sql.js';

const leaseMs = 1000;

async function put(
  database: Database,
  outbox: Outbox,
  messages: { topic?: string; projectId?: string; payload?: Record<string, unknown>; availableAt?: number }[],
) {
  await database.transaction((within) =>
    outbox.putAll(
      within,
      messages.map((one) => ({ topic: 'work', projectId: 'prj_1', payload: {}, ...one })),
    ),
  );
}

describeOnEachDatabase('the outbox', (stores) => {
  async function given() {
    const database = await stores.open();
    const clock = new FakeClock(10_000);
    return { database, clock, outbox: new Outbox(database, clock, new RandomIds(clock)) };
  }

  it('hands out what was committed, and nothing of what was rolled back', async () => {
    const { database, outbox } = await given();
    await put(database, outbox, [{ payload: { n: 1 } }]);
    const broken = database.transaction(async (within) => {
      await outbox.put(within, { topic: 'work', projectId: 'prj_2', payload: { n: 2 } });
      throw new Error('no');
    });
    await expect(broken).rejects.toThrow('no');
    const jobs = await outbox.lease(['work'], 10, leaseMs);
    expect(jobs).toMatchObject([{ payload: { n: 1 }, attempts: 1 }]);
  });

  it('hands a message to one holder at a time, and to the next when its lease ran out', async () => {
    const { database, outbox, clock } = await given();
    await put(database, outbox, [{}]);
    const [job] = await outbox.lease(['work'], 10, leaseMs);
    expect(await outbox.lease(['work'], 10, leaseMs)).toEqual([]);
    clock.advance(leaseMs);
    expect(await outbox.lease(['work'], 10, leaseMs)).toMatchObject([{ id: job?.id, attempts: 2 }]);
  });

  it('keeps a renewed lease', async () => {
    const { database, outbox, clock } = await given();
    await put(database, outbox, [{}]);
    const [job] = await outbox.lease(['work'], 10, leaseMs);
    clock.advance(900);
    await outbox.renew([job?.id ?? ''], leaseMs);
    clock.advance(900);
    expect(await outbox.lease(['work'], 10, leaseMs)).toEqual([]);
  });

  it('keeps the order of one project and topic: the second waits for the first, other projects do not', async () => {
    const { database, outbox } = await given();
    await put(database, outbox, [
      { payload: { n: 1 } },
      { payload: { n: 2 } },
      { projectId: 'prj_2', payload: { n: 3 } },
    ]);
    const first = await outbox.lease(['work'], 10, leaseMs);
    expect(first.map((job) => job.payload.n)).toEqual([1, 3]);
    await outbox.done(first[0]?.id ?? '');
    expect((await outbox.lease(['work'], 10, leaseMs)).map((job) => job.payload.n)).toEqual([2]);
  });

  it('tries again when it is told to, with the reason kept', async () => {
    const { database, outbox, clock } = await given();
    await put(database, outbox, [{}]);
    const [job] = await outbox.lease(['work'], 10, leaseMs);
    await outbox.retryAt(job?.id ?? '', clock.now() + 500, 'the vendor was out');
    expect(await outbox.lease(['work'], 10, leaseMs)).toEqual([]);
    clock.advance(500);
    expect(await outbox.lease(['work'], 10, leaseMs)).toHaveLength(1);
  });

  it('does not hand out what is not due yet, or has no handler here', async () => {
    const { database, outbox, clock } = await given();
    await put(database, outbox, [{ availableAt: clock.now() + 1 }, { topic: 'other' }]);
    expect(await outbox.lease(['work'], 10, leaseMs)).toEqual([]);
    expect(await outbox.waiting()).toBe(2);
  });

  it('hands each message out once to holders that ask at the same time', async () => {
    const { database } = await given();
    const clock = new SystemClock();
    const outboxes = Array.from({ length: 4 }, () => new Outbox(database, clock, new RandomIds(clock)));
    const [first] = outboxes;
    if (first === undefined) {
      throw new Error('no outbox');
    }
    await put(
      database,
      first,
      Array.from({ length: 60 }, (_, at) => ({ projectId: `prj_${at}` })),
    );
    const taken: string[] = [];
    const drain = async (outbox: Outbox) => {
      for (
        let jobs = await outbox.lease(['work'], 5, 60_000);
        jobs.length > 0;
        jobs = await outbox.lease(['work'], 5, 60_000)
      ) {
        taken.push(...jobs.map((job) => job.id));
      }
    };
    await Promise.all(outboxes.map(drain));
    expect(new Set(taken).size).toBe(taken.length);
    expect(taken).toHaveLength(60);
  });

  it('lends recurring work to one holder until its lease ends', async () => {
    const { database, clock } = await given();
    const leases = new SqlLeaseStore(database, clock);
    expect(await leases.take('deadlines', 'one', 1000)).toBe(true);
    expect(await leases.take('deadlines', 'two', 1000)).toBe(false);
    expect(await leases.take('deadlines', 'one', 1000)).toBe(true);
    clock.advance(1000);
    expect(await leases.take('deadlines', 'two', 1000)).toBe(true);
    expect(await leases.take('deadlines', 'one', 1000)).toBe(false);
  });
});
