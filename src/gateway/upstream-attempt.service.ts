// One attempt to have a call answered by one arm. Decides when the first byte may go to the client: at once for the
// incumbent's streams and for what is only passed through; once the answer has proven readable where somebody else
// could still answer. Until then nothing has been sent, and the attempt can fail without a trace.
import type { ExchangeOutcome } from '../exchanges/exchange.js';
import type { UpstreamFlow, UpstreamHead, UpstreamOutcome, UpstreamReceiver } from '../vendors/upstreams.js';
import { KeptBytes } from './capture/kept-bytes.js';
import { isChatCompletion } from './dialect/read-answer.js';
import { StreamRelay } from './dialect/stream-relay.js';
import { isEventStream } from './header-rules.js';
import { outcomeOfCall } from './outcome-of-call.js';

/** Where the answer goes: the client, or for a shadow nowhere. */
export interface AnswerSink {
  begin(head: UpstreamHead, isStream: boolean): void;
  write(bytes: Buffer, flow: UpstreamFlow): void;
}

export interface AttemptRules {
  readonly sink: AnswerSink;
  /** The call is a chat completion: its answer is read as it passes. */
  readonly isChat: boolean;
  readonly asksForStream: boolean;
  /** Another arm could still answer: nothing is sent before the answer is known to be readable. */
  readonly mustProve: boolean;
  readonly withholdsUsage: boolean;
  readonly keptBytesMax: number;
  /** Ends the call when it has proven unreadable. */
  readonly abort: () => void;
}

/** A plain answer longer than this is not held until it is whole. */
const heldBytesMax = 8 * 1024 * 1024;
const successMax = 299;

export class UpstreamAttempt implements UpstreamReceiver {
  readonly kept: KeptBytes;
  private head: UpstreamHead | null = null;
  private flow: UpstreamFlow | null = null;
  private relay: StreamRelay | null = null;
  private held: Buffer[] = [];
  private heldBytes = 0;
  private isUnreadable = false;
  private released = false;

  constructor(private readonly rules: AttemptRules) {
    this.kept = new KeptBytes(rules.keptBytesMax);
  }

  /** Something has gone to the client. */
  get hasBegun(): boolean {
    return this.released;
  }

  get isStream(): boolean {
    return this.relay !== null;
  }

  get stream(): StreamRelay['watch'] | null {
    return this.relay?.watch ?? null;
  }

  onHead(head: UpstreamHead, flow: UpstreamFlow): void {
    this.head = head;
    this.flow = flow;
    const isGood = head.status <= successMax;
    if (this.rules.isChat && isGood && isEventStream(head.headers)) {
      this.relay = new StreamRelay(this.rules.withholdsUsage);
    }
    if (this.rules.mustProve && isGood && this.isStream !== this.rules.asksForStream) {
      this.reject();
    } else if (!this.rules.isChat || (!this.rules.mustProve && isGood && this.rules.asksForStream)) {
      this.release();
    }
  }

  onData(chunk: Buffer): void {
    this.kept.add(chunk);
    for (const bytes of this.relay?.push(chunk) ?? [chunk]) {
      this.pass(bytes);
    }
    if (this.relay?.beganWell === true && !this.isUnreadable) {
      this.release();
    } else if (this.relay?.beganWell === false && this.rules.mustProve && !this.released) {
      this.reject();
    }
  }

  /** Sends what is still to be sent of a whole answer, and says how the attempt ended. */
  settle(upstream: UpstreamOutcome): ExchangeOutcome {
    const isWhole = upstream.kind === 'complete';
    for (const bytes of isWhole ? (this.relay?.end() ?? []) : []) {
      this.pass(bytes);
    }
    return outcomeOfCall({
      upstream,
      streamEndedWell: this.relay === null ? null : this.relay.watch.sawEnd && !this.relay.watch.reportedError,
      readable: this.isReadable(isWhole),
    });
  }

  /** Lets out what was held: the answer is now the client's, whatever comes. */
  release(): void {
    if (this.released || this.head === null || this.flow === null) {
      return;
    }
    this.released = true;
    this.rules.sink.begin(this.head, this.isStream);
    for (const bytes of this.held) {
      this.rules.sink.write(bytes, this.flow);
    }
    this.held = [];
  }

  private pass(bytes: Buffer): void {
    if (this.released && this.flow !== null) {
      this.rules.sink.write(bytes, this.flow);
      return;
    }
    this.held.push(bytes);
    this.heldBytes += bytes.length;
    if (this.heldBytes > heldBytesMax) {
      this.release();
    }
  }

  /** Null when any answer will do, or when it is an error that says so itself. */
  private isReadable(isWhole: boolean): boolean | null {
    if (this.isUnreadable) {
      return false;
    }
    const isProvenWhole = this.rules.mustProve && isWhole && !this.released && (this.head?.status ?? 0) <= successMax;
    if (!isProvenWhole) {
      return null;
    }
    return this.isStream ? this.relay?.beganWell === true : isChatCompletion(Buffer.concat(this.held));
  }

  private reject(): void {
    this.isUnreadable = true;
    this.held = [];
    this.rules.abort();
  }
}
