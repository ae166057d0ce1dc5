// What of a chat stream goes on to the client, and when? Without anything to keep back, each chunk as it came. With the
// usage chunk to keep back (asked for by Openward, not by the client), each event once it is complete, byte for byte,
// but for that one.
import { type SseEvent, SseSplitter } from './sse-splitter.js';
import { StreamWatch, startsWell } from './stream-watch.js';

/** An event that grows beyond this is passed on unread: memory is bounded before transparency is perfect. */
const eventBytesMax = 1024 * 1024;

export class StreamRelay {
  readonly watch = new StreamWatch();
  private readonly splitter = new SseSplitter();
  private beginning: boolean | null = null;

  constructor(private readonly withholdsUsage: boolean) {}

  /** Whether the stream began with a readable chunk; null before its first data. */
  get beganWell(): boolean | null {
    return this.beginning;
  }

  /** Bytes to pass on now. */
  push(chunk: Buffer): Buffer[] {
    const events = this.splitter.push(chunk);
    if (this.splitter.heldBytes > eventBytesMax) {
      events.push(...this.rest());
    }
    const passed = this.pass(events);
    return this.withholdsUsage ? passed : [chunk];
  }

  /** Bytes to pass on at the end of the stream. */
  end(): Buffer[] {
    const passed = this.pass(this.rest());
    return this.withholdsUsage ? passed : [];
  }

  private rest(): SseEvent[] {
    const event = this.splitter.end();
    return event === null ? [] : [event];
  }

  private pass(events: readonly SseEvent[]): Buffer[] {
    const passed: Buffer[] = [];
    for (const event of events) {
      this.beginning ??= event.data === null ? null : startsWell(event.data);
      if (!this.watch.read(event.data).isUsageOnly) {
        passed.push(event.bytes);
      }
    }
    return passed;
  }
}
