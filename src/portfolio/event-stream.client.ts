// One open stream of server-sent events: pulls stretch after stretch from where its reader stands. A reader that does
// not take what it is sent is cut off, so that it holds a bounded piece of memory; it can come back with its last id.
import type { ServerResponse } from 'node:http';
import { maySee, type Principal } from '../kernel/principal.js';
import type { Stretch } from './event-news.service.js';
import type { FeedPosition } from './feed-position.js';

/** What a stream needs of the feed. */
export interface StretchSource {
  readonly generation: number;
  readonly isEnded: boolean;
  next(position: FeedPosition): Promise<Stretch>;
  after(generation: number, signal: AbortSignal): Promise<void>;
}

export interface StreamOptions {
  readonly principal: Principal;
  /** Of the request that opened the stream; asked again and again whether it still holds. */
  readonly authorization: string;
  readonly position: FeedPosition;
  readonly retryMs: number;
}

const unsentBytesMax = 1024 * 1024;
const drainMsMax = 15_000;
const endRetryMs = 1000;
const heartbeat = Buffer.from(': heartbeat\n\n');

export class EventStream {
  private readonly gone = new AbortController();
  private position: FeedPosition;

  constructor(
    private readonly response: ServerResponse,
    readonly options: StreamOptions,
  ) {
    this.position = options.position;
    response.once('close', () => this.gone.abort());
    if (response.closed) {
      this.gone.abort();
    }
  }

  /** Sends until the reader leaves, is cut off or is told to go. Throws when the store does not answer. */
  async run(source: StretchSource): Promise<void> {
    this.response.write(`retry: ${this.options.retryMs}\n\n`);
    while (!this.gone.signal.aborted && !source.isEnded) {
      const { generation } = source;
      const stretch = await source.next(this.position);
      if (stretch.frames.length === 0) {
        await source.after(generation, this.gone.signal);
      } else {
        await this.send(stretch);
        this.position = stretch.upTo;
      }
    }
  }

  beat(): void {
    if (!this.gone.signal.aborted && this.response.writableLength < unsentBytesMax) {
      this.response.write(heartbeat);
    }
  }

  /** Ends the stream in order; the reader is told how soon to come back. */
  end(): void {
    if (!this.gone.signal.aborted) {
      this.gone.abort();
      this.response.end(`retry: ${endRetryMs}\n\n`);
    }
  }

  /** Cuts the connection: what the reader has not taken is dropped. */
  cut(): void {
    this.gone.abort();
    this.response.destroy();
  }

  private async send(stretch: Stretch): Promise<void> {
    const { principal } = this.options;
    const seen = stretch.frames.filter((one) => maySee(principal, one.projectId)).map((one) => one.frame);
    const piece = principal.projects === 'all' ? stretch.whole : Buffer.concat(seen);
    if (this.gone.signal.aborted || piece.length === 0) {
      return;
    }
    this.response.write(piece);
    if (this.response.writableLength > unsentBytesMax) {
      await this.drain();
    }
  }

  private async drain(): Promise<void> {
    const patience = AbortSignal.any([this.gone.signal, AbortSignal.timeout(drainMsMax)]);
    await new Promise<void>((resolve) => {
      this.response.once('drain', resolve);
      patience.addEventListener('abort', () => resolve());
    });
    if (patience.aborted && !this.gone.signal.aborted) {
      this.cut();
    }
  }
}
