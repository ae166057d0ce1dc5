// Pages of the feed for whoever asks, limited to the projects that they may see.
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import type { Principal } from '../kernel/principal.js';
import { isRefusal, type Refusal, refusal } from '../kernel/refusal.js';
import { Configuration } from '../platform/config/configuration.dto.js';
import { EventNews } from './event-news.service.js';
import { type FeedEvent, feedEvent, positionOfEntry } from './feed-event.js';
import { cursorOf, type FeedPosition, feedStart, positionOf } from './feed-position.js';
import { FeedStore } from './feed-store.js';

export interface FeedRequest {
  readonly principal: Principal;
  /** Null reads from the oldest event that is kept. */
  readonly cursor: string | null;
  readonly limit: number;
}

export interface FeedPage {
  readonly events: readonly FeedEvent[];
  readonly nextCursor: string;
  readonly hasMore: boolean;
}

export interface Patience {
  readonly waitMs: number;
  /** Fires when the caller is gone. */
  readonly gone: AbortSignal;
}

const dayMs = 86_400_000;

@Injectable()
export class Feed {
  constructor(
    @Inject(FeedStore) private readonly store: FeedStore,
    private readonly news: EventNews,
    private readonly configuration: Configuration,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async page({ principal, cursor, limit }: FeedRequest): Promise<FeedPage | Refusal> {
    const after = this.startingPoint(cursor);
    if (isRefusal(after)) {
      return after;
    }
    const end = await this.store.end();
    const oldestMs = this.oldestKeptMs();
    const found = await this.store.read({
      after,
      beforeEpoch: end.epoch,
      projects: principal.projects,
      sinceMs: cursor === null ? oldestMs : null,
      limit: limit + 1,
    });
    if (cursor !== null && (found[0]?.entry.at ?? oldestMs) < oldestMs) {
      return this.expired();
    }
    const shown = found.slice(0, limit);
    const last = shown[shown.length - 1];
    const hasMore = found.length > limit;
    // With nothing left the reader stands at the end, which tells it nothing about projects that it may not see.
    const next = hasMore && last !== undefined ? positionOfEntry(last) : laterOf(after, end);
    return { events: shown.map(feedEvent), nextCursor: cursorOf(next), hasMore };
  }

  /** The page as soon as there is something on it, or an empty one when the time is up. */
  async pageWithin(request: FeedRequest, { waitMs, gone }: Patience): Promise<FeedPage | Refusal> {
    const deadline = AbortSignal.any([gone, AbortSignal.timeout(waitMs)]);
    for (;;) {
      const { generation } = this.news;
      const page = await this.page(request);
      if (isRefusal(page) || page.events.length > 0 || deadline.aborted || this.news.isEnded) {
        return page;
      }
      await this.news.after(generation, deadline);
    }
  }

  /** Where a stream begins: at its cursor, or at the end of the feed. Refused like a page would be. */
  async resume(principal: Principal, cursor: string | null): Promise<FeedPosition | Refusal> {
    if (cursor === null) {
      return this.store.end();
    }
    const page = await this.page({ principal, cursor, limit: 1 });
    return isRefusal(page) ? page : this.startingPoint(cursor);
  }

  private startingPoint(cursor: string | null): FeedPosition | Refusal {
    const position = cursor === null ? feedStart : positionOf(cursor);
    if (position !== null) {
      return position;
    }
    const fields = [{ pointer: 'after', reason: 'must be a cursor that this feed or /v1/status gave' }];
    return refusal('bad-request', 'The cursor cannot be read.', { fields });
  }

  private oldestKeptMs(): number {
    return this.clock.now() - this.configuration.feed.retentionDays * dayMs;
  }

  private expired(): Refusal {
    const { retentionDays } = this.configuration.feed;
    const words = `Events after this cursor are older than ${retentionDays} days. Read the snapshot at /v1/status and go on from its cursor.`;
    return refusal('cursor-expired', words);
  }
}

/** A cursor from a replica that was ahead is kept: going back would repeat events. */
function laterOf(left: FeedPosition, right: FeedPosition): FeedPosition {
  return left.epoch >= right.epoch ? left : right;
}
