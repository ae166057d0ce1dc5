// Holds the stream of events, or hears of it from the tab that does. The lock decides: it passes on by itself when its
// tab goes away. Where a browser has no locks (a page over plain HTTP), each tab holds a stream of its own.
import { eventFrames } from './event-frames';
import type { News } from './news';

const channelName = 'openward.live';
const waitMsMin = 1000;
const waitMsMax = 30_000;
/** Without a beat for three times the usual gap, and never less than this, a stream is dead although it looks open. */
const silenceMsMin = 45_000;
const gapsOfPatience = 3;
const goneStatus = 410;

export class StreamHolder {
  private channel: BroadcastChannel | null = null;
  /** Aborted when the tab rests; null while it does. */
  private awake: AbortController | null = null;
  private isOpen = false;
  /** Where the stream was left, so that nothing is missed in between. */
  private cursor: string | null = null;

  constructor(private readonly onNews: (news: News) => void) {}

  /** Takes the stream if nobody has it, and listens to who has. */
  wake(): void {
    if (this.awake !== null) {
      return;
    }
    const awake = new AbortController();
    this.awake = awake;
    if (navigator.locks === undefined || typeof BroadcastChannel === 'undefined') {
      void this.hold(awake.signal);
      return;
    }
    this.channel = new BroadcastChannel(channelName);
    this.channel.onmessage = ({ data }: MessageEvent<News>) => this.heardFromTab(data);
    this.channel.postMessage({ kind: 'asked' } satisfies News);
    navigator.locks
      .request(channelName, { signal: awake.signal }, () => this.hold(awake.signal))
      // Given up before the lock came: another tab goes on holding the stream.
      .catch(() => undefined);
  }

  /** Lets go of the stream, so that a tab that is seen can have it. */
  rest(): void {
    this.awake?.abort();
    this.awake = null;
    this.channel?.close();
    this.channel = null;
  }

  private heardFromTab(news: News): void {
    if (news.kind !== 'asked') {
      this.onNews(news);
    } else if (this.isOpen) {
      this.channel?.postMessage({ kind: 'beat' } satisfies News);
    }
  }

  /** Keeps a stream open until the tab rests, with longer waits the longer it fails. */
  private async hold(resting: AbortSignal): Promise<void> {
    let waitMs = waitMsMin;
    while (!resting.aborted) {
      const connection = new AbortController();
      const signal = AbortSignal.any([resting, connection.signal]);
      try {
        await this.read(signal, () => connection.abort());
        waitMs = waitMsMin;
      } catch {
        // Whatever broke it, the page says that it polls, and tries again.
      }
      this.isOpen = false;
      if (!resting.aborted) {
        this.say({ kind: 'lost' });
        await pause(waitMs, resting);
        waitMs = Math.min(waitMs * 2, waitMsMax);
      }
    }
  }

  private async read(signal: AbortSignal, giveUp: () => void): Promise<void> {
    const headers = { accept: 'text/event-stream', ...(this.cursor === null ? {} : { 'last-event-id': this.cursor }) };
    const response = await fetch('/v1/events/stream', { headers, signal, cache: 'no-store' });
    if (!response.ok || response.body === null) {
      this.cursor = response.status === goneStatus ? null : this.cursor;
      throw new Error(`the stream was answered with ${response.status}`);
    }
    this.isOpen = true;
    this.say({ kind: 'beat' });
    let silence: ReturnType<typeof setTimeout> | undefined;
    let before: number | null = null;
    let longestGapMs = 0;
    try {
      for await (const { id, data } of eventFrames(response.body)) {
        const now = Date.now();
        clearTimeout(silence);
        if (before !== null) {
          longestGapMs = Math.max(longestGapMs, now - before);
          silence = setTimeout(giveUp, Math.max(silenceMsMin, gapsOfPatience * longestGapMs));
        }
        before = now;
        this.cursor = id ?? this.cursor;
        this.say(data === '' ? { kind: 'beat' } : { kind: 'changed', projectId: projectOf(data) });
      }
    } finally {
      clearTimeout(silence);
    }
  }

  private say(news: News): void {
    this.channel?.postMessage(news);
    this.onNews(news);
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

function projectOf(data: string): string | null {
  try {
    const { projectId } = JSON.parse(data) as { projectId?: unknown };
    return typeof projectId === 'string' ? projectId : null;
  } catch {
    return null;
  }
}
