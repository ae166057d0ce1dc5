// Tells those who wait that the feed has grown, and reads each stretch of it once for all who stand at the same place.
// The order of the feed is settled, so a stretch that has been read never changes.
import { type BeforeApplicationShutdown, Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Log } from '../platform/telemetry/log.client.js';
import { StatusSource } from '../projects/status/status-source.js';
import { feedEvent, frameOf, positionOfEntry } from './feed-event.js';
import { cursorOf, type FeedPosition, startOfEpoch } from './feed-position.js';
import { FeedStore } from './feed-store.js';

/** A stretch of the feed, made ready for sending: one buffer per event, shared by all streams. */
export interface Stretch {
  readonly frames: readonly { readonly projectId: string; readonly frame: Buffer }[];
  /** All frames in one, for those who may see everything. */
  readonly whole: Buffer;
  readonly upTo: FeedPosition;
}

interface Kept {
  readonly generation: number;
  readonly stretch: Promise<Stretch>;
  isEmpty: boolean;
}

const stretchMax = 200;
const keptMax = 64;
/** Commits within this time are told together. */
const gatherMs = 10;
/** Other processes commit to PostgreSQL without telling this one. */
const lookEveryMs = 250;
/** So many are woken in one go, then everybody else gets a turn. */
const sliceSize = 200;

@Injectable()
export class EventNews implements OnModuleInit, BeforeApplicationShutdown {
  private current = 0;
  private waiting = new Set<() => void>();
  private readonly kept = new Map<string, Kept>();
  private gathering: NodeJS.Timeout | undefined;
  private looking: NodeJS.Timeout | undefined;
  private endSeen = -1;
  private ended = false;

  constructor(
    @Inject(FeedStore) private readonly store: FeedStore,
    @Inject(StatusSource) private readonly source: StatusSource,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.source.onCommit(() => {
      this.current += 1;
      this.gathering ??= this.ended ? undefined : setTimeout(() => this.tell(), gatherMs);
    });
  }

  beforeApplicationShutdown(): void {
    this.ended = true;
    clearTimeout(this.gathering);
    clearInterval(this.looking);
    this.tell();
  }

  /** True once the process stops: nobody may begin to wait. */
  get isEnded(): boolean {
    return this.ended;
  }

  /** Rises whenever the feed may have grown. Take it before reading, and wait for what comes after it. */
  get generation(): number {
    return this.current;
  }

  /** Resolves when there may be news since the generation, when the signal fires, or when the process stops. */
  async after(generation: number, signal: AbortSignal): Promise<void> {
    if (generation !== this.current || this.ended || signal.aborted) {
      return;
    }
    await new Promise<void>((resolve) => {
      const done = () => {
        this.waiting.delete(done);
        signal.removeEventListener('abort', done);
        this.rest();
        resolve();
      };
      this.waiting.add(done);
      signal.addEventListener('abort', done);
      this.watch();
    });
  }

  /** What follows the position; empty at the end of the feed. */
  next(position: FeedPosition): Promise<Stretch> {
    const key = cursorOf(position);
    const known = this.kept.get(key);
    if (known !== undefined && (!known.isEmpty || known.generation === this.current)) {
      return known.stretch;
    }
    const kept: Kept = { generation: this.current, stretch: this.read(position), isEmpty: true };
    this.keep(key, kept);
    return kept.stretch;
  }

  private keep(key: string, kept: Kept): void {
    this.kept.delete(key);
    this.kept.set(key, kept);
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= keptMax) {
        break;
      }
      this.kept.delete(oldest);
    }
    const forget = () => this.kept.get(key) === kept && this.kept.delete(key);
    kept.stretch.then((stretch) => {
      kept.isEmpty = stretch.frames.length === 0;
    }, forget);
  }

  private async read(after: FeedPosition): Promise<Stretch> {
    const { epoch: beforeEpoch } = await this.store.end();
    const found = await this.store.read({ after, beforeEpoch, projects: 'all', sinceMs: null, limit: stretchMax });
    const frames = found.map((one) => ({
      projectId: one.entry.projectId,
      frame: Buffer.from(frameOf(feedEvent(one))),
    }));
    const last = found[found.length - 1];
    const upTo = found.length < stretchMax ? startOfEpoch(beforeEpoch) : last && positionOfEntry(last);
    return {
      frames,
      whole: Buffer.concat(frames.map((one) => one.frame)),
      upTo: last === undefined ? after : (upTo ?? after),
    };
  }

  /** Starts to look for commits of other processes, if there can be any. */
  private watch(): void {
    if (!this.source.isAlone && this.looking === undefined) {
      this.endSeen = -1;
      this.looking = setInterval(() => void this.look(), lookEveryMs);
    }
  }

  private rest(): void {
    if (this.waiting.size === 0) {
      clearInterval(this.looking);
      this.looking = undefined;
    }
  }

  private async look(): Promise<void> {
    try {
      const { epoch } = await this.store.end();
      if (epoch !== this.endSeen) {
        this.endSeen = epoch;
        this.current += 1;
        this.tell();
      }
    } catch (error) {
      this.log.warn({ err: error }, 'the feed could not be read; it is tried again at once');
    }
  }

  private tell(): void {
    this.gathering = undefined;
    const all = [...this.waiting];
    for (let start = 0; start < all.length; start += sliceSize) {
      const slice = all.slice(start, start + sliceSize);
      const wake = () => {
        for (const one of slice) {
          one();
        }
      };
      if (start === 0) {
        wake();
      } else {
        setImmediate(wake);
      }
    }
  }
}
