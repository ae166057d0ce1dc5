// Reading traffic once, on both engines: late calls, repeats, and two readers at a time.
import { anExchange } from '../../../test/builders/an-exchange.js';
import { lockInRooms, noModels } from '../../../test/builders/lock-in-rooms.js';
import { describeOnEachDatabase } from '../../../test/harness/each-database.js';
import { makeId } from '../../kernel/ids.js';
import type { TrafficDay } from './traffic-store.js';

const start = Date.parse('2026-11-20T23:30:00Z');
const minute = 60_000;
const projectId = 'prj_one';
let made = 0;

function aCallAt(at: number, parts: Parameters<typeof anExchange>[0] = {}) {
  made += 1;
  const random = new Uint8Array(10);
  random.set([made >> 8, made & 255], 8);
  return anExchange({ at, id: makeId('exc', at, random), ...parts });
}

const callsOf = (days: readonly TrafficDay[]) =>
  days.map(({ day, state }) => [day, Object.values(state.lines).reduce((sum, line) => sum + line.calls, 0)]);

describeOnEachDatabase('traffic that is rolled up', (stores) => {
  const all = { projectId, fromDay: '2026-01-01', untilDay: '2026-12-31' };

  it('holds each call once, in the day in which it came', async () => {
    const { stores: kept, rollUp } = lockInRooms(await stores.open(), { catalog: noModels, at: start });
    await kept.exchanges.append([aCallAt(start), aCallAt(start + 40 * minute), aCallAt(start + 41 * minute)]);
    expect([await rollUp.take(projectId), await rollUp.take(projectId)]).toEqual([3, 0]);
    expect(callsOf(await kept.traffic.days(all))).toEqual([
      ['2026-11-20', 1],
      ['2026-11-21', 2],
    ]);
  });

  it('takes a call that was written late, and forgets what cannot come again', async () => {
    const { stores: kept, rollUp } = lockInRooms(await stores.open(), { catalog: noModels, at: start });
    const late = aCallAt(start + 10 * minute);
    await kept.exchanges.append([aCallAt(start), aCallAt(start + 60 * minute)]);
    await rollUp.take(projectId);
    await kept.exchanges.append([late]);
    expect([await rollUp.take(projectId), await rollUp.take(projectId)]).toEqual([1, 0]);
    await kept.exchanges.append([aCallAt(start + 300 * minute)]);
    await rollUp.take(projectId);
    expect((await kept.traffic.remembered(projectId)).size).toBe(1);
  });

  it('reads more than one page, and no copies for a shadow', async () => {
    const { stores: kept, rollUp } = lockInRooms(await stores.open(), { catalog: noModels, at: start });
    const calls = Array.from({ length: 1203 }, (_, at) => aCallAt(start + at));
    await kept.exchanges.append([...calls, aCallAt(start, { arm: 'candidate', route: 'shadow' })]);
    expect(await rollUp.take(projectId)).toBe(1203);
  });

  it('writes nothing twice when two read at a time', async () => {
    const database = await stores.open();
    const { stores: kept, rollUp } = lockInRooms(database, { catalog: noModels, at: start });
    await kept.exchanges.append(Array.from({ length: 20 }, (_, at) => aCallAt(start + at)));
    await Promise.allSettled([rollUp.take(projectId), rollUp.take(projectId), rollUp.take(projectId)]);
    expect(callsOf(await kept.traffic.days(all))).toEqual([['2026-11-20', 20]]);
  });

  it('knows when a feature was seen first, beyond the days that are folded', async () => {
    const { stores: kept, rollUp } = lockInRooms(await stores.open(), { catalog: noModels, at: start });
    const request = Buffer.from('{"seed":7}');
    await kept.exchanges.append([aCallAt(start, { request })]);
    await rollUp.take(projectId);
    await kept.exchanges.append([aCallAt(start + 90 * minute, { request })]);
    await rollUp.take(projectId);
    expect((await kept.traffic.cursor(projectId)).firstSeenAt['openai.seed']).toBe(start);
  });
});
