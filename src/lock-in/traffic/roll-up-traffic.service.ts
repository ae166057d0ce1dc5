// Reads what was captured since the last time, each call once, into the state of its day. A call's id is given when it
// comes in and it is written when it is over, so late ones may have smaller ids than some that were read: an hour is
// looked at again, and what was read there is remembered.
import { Inject, Injectable } from '@nestjs/common';
import type { Exchange } from '../../exchanges/exchange.js';
import { ExchangeWalk } from '../../exchanges/exchange-walk.js';
import { Clock } from '../../kernel/clock.js';
import { makeId } from '../../kernel/ids.js';
import { readExchange } from './read-exchange.js';
import { mergeTraffic, nothingSeen, type TrafficState } from './traffic-state.js';
import { type TrafficBatch, type TrafficCursor, TrafficStore } from './traffic-store.js';
import { dayOf } from './utc-day.js';

const batchSize = 500;
/** A call lasts less: the gateway gives up on it before. */
const overlapMs = 3_600_000;
const nothingRandom = new Uint8Array(10);

@Injectable()
export class RollUpTraffic {
  constructor(
    @Inject(ExchangeWalk) private readonly exchanges: ExchangeWalk,
    @Inject(TrafficStore) private readonly store: TrafficStore,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** @returns how many calls were read anew */
  async take(projectId: string): Promise<number> {
    const before = await this.store.cursor(projectId);
    const late = await this.late(projectId, before);
    let cursor = await this.add(projectId, before, late);
    let taken = late.length;
    for (let afterId = before.newestId; ; afterId = cursor.newestId) {
      const page = await this.exchanges.after({ projectId, afterId, limit: batchSize });
      cursor = await this.add(projectId, cursor, page);
      taken += page.length;
      if (page.length < batchSize) {
        return taken;
      }
    }
  }

  /** Of the hour before the newest call, those that were written after it was read. */
  private async late(projectId: string, { revision, newestId, newestAt }: TrafficCursor): Promise<readonly Exchange[]> {
    if (revision === 0) {
      return [];
    }
    const [ids, remembered] = await Promise.all([
      this.exchanges.ids({ projectId, fromId: idAt(newestAt - overlapMs), untilId: newestId }),
      this.store.remembered(projectId),
    ]);
    return this.exchanges.those(
      projectId,
      ids.filter((id) => !remembered.has(id)),
    );
  }

  /** Throws when somebody else has read meanwhile: the job is tried again. */
  private async add(projectId: string, before: TrafficCursor, fresh: readonly Exchange[]): Promise<TrafficCursor> {
    if (fresh.length === 0) {
      return before;
    }
    const batch = batchOf({ projectId, before, fresh, at: this.clock.now() });
    if (!(await this.store.add(batch))) {
      throw new Error('the calls of this project are being read by somebody else');
    }
    return batch.after;
  }
}

function batchOf(parts: {
  projectId: string;
  before: TrafficCursor;
  fresh: readonly Exchange[];
  at: number;
}): TrafficBatch {
  const { projectId, before, fresh, at } = parts;
  const days = new Map<string, TrafficState>();
  for (const exchange of fresh) {
    const day = dayOf(exchange.at);
    days.set(day, mergeTraffic(days.get(day) ?? nothingSeen, readExchange(exchange)));
  }
  const newest = fresh.reduce((last, one) => (one.id > last ? one.id : last), before.newestId);
  const newestAt = fresh.reduce((last, one) => Math.max(last, timeOfId(one.id)), before.newestAt);
  const forgetBefore = idAt(newestAt - overlapMs);
  return {
    projectId,
    before,
    after: {
      revision: before.revision + 1,
      newestId: newest,
      newestAt,
      firstSeenAt: firstSeen(before.firstSeenAt, [...days.values()]),
    },
    remembered: fresh.map((one) => one.id).filter((id) => id >= forgetBefore),
    forgetBefore,
    days: [...days].map(([day, state]) => ({ day, state })),
    at,
  };
}

function firstSeen(known: Readonly<Record<string, number>>, states: readonly TrafficState[]): Record<string, number> {
  const first = { ...known };
  for (const [id, { firstAt }] of states.flatMap((state) => Object.entries(state.features))) {
    first[id] = Math.min(first[id] ?? firstAt, firstAt);
  }
  return first;
}

/** The smallest id that can be given at that time. */
function idAt(atMs: number): string {
  return makeId('exc', Math.max(0, atMs), nothingRandom);
}

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** The time at the head of an id, ms: overlap is reckoned by it and not by `at`, since the walk goes by ids. */
function timeOfId(id: string): number {
  return [...id.slice('exc_'.length, 'exc_'.length + 10)].reduce(
    (time, place) => time * 32 + Math.max(0, alphabet.indexOf(place)),
    0,
  );
}
