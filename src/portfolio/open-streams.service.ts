// Keeps the streams that are open: so many for each token, with a sign of life at intervals, and closed when the token
// is revoked or the process stops.
import { type BeforeApplicationShutdown, Injectable, type OnModuleInit } from '@nestjs/common';
import { type Refusal, refusal } from '../kernel/refusal.js';
import { Authenticator } from '../platform/auth/authenticator.service.js';
import { Configuration } from '../platform/config/configuration.dto.js';
import { Log } from '../platform/telemetry/log.client.js';
import { Metrics } from '../platform/telemetry/metrics.client.js';

/** A stream as it is kept here. */
export interface KeptStream {
  readonly options: { readonly principal: { readonly tokenId: string }; readonly authorization: string };
  beat(): void;
  end(): void;
}

/** With the second for which a token's look-up holds, a revoked one is out of every stream within two. */
const checkEveryMs = 1000;

@Injectable()
export class OpenStreams implements OnModuleInit, BeforeApplicationShutdown {
  private readonly byToken = new Map<string, Set<KeptStream>>();
  private readonly timers: NodeJS.Timeout[] = [];

  constructor(
    private readonly authenticator: Authenticator,
    private readonly configuration: Configuration,
    private readonly log: Log,
    private readonly metrics: Metrics,
  ) {}

  onModuleInit(): void {
    const { heartbeatSeconds } = this.configuration.feed;
    this.timers.push(setInterval(() => this.each((one) => one.beat()), heartbeatSeconds * 1000).unref());
    this.timers.push(setInterval(() => void this.dropRevoked(), checkEveryMs).unref());
  }

  beforeApplicationShutdown(): void {
    for (const timer of this.timers) {
      clearInterval(timer);
    }
    this.each((one) => one.end());
  }

  /** Refused when the token has as many streams open as it may have. */
  add(stream: KeptStream): true | Refusal {
    const { tokenId } = stream.options.principal;
    const { streamsPerTokenMax } = this.configuration.feed;
    const open = this.byToken.get(tokenId) ?? new Set<KeptStream>();
    if (open.size >= streamsPerTokenMax) {
      const words = `This token has ${open.size} streams open, as many as it may. Close one, or read the feed by pages.`;
      return refusal('too-many-requests', words);
    }
    open.add(stream);
    this.byToken.set(tokenId, open);
    this.metrics.streamsOpen.inc();
    return true;
  }

  remove(stream: KeptStream): void {
    const { tokenId } = stream.options.principal;
    const open = this.byToken.get(tokenId);
    if (open?.delete(stream) === true) {
      this.metrics.streamsOpen.dec();
      if (open.size === 0) {
        this.byToken.delete(tokenId);
      }
    }
  }

  private each(act: (stream: KeptStream) => void): void {
    for (const open of this.byToken.values()) {
      for (const stream of open) {
        act(stream);
      }
    }
  }

  private async dropRevoked(): Promise<void> {
    for (const open of [...this.byToken.values()]) {
      const [first] = open;
      const isValid = first === undefined || (await this.stillValid(first.options.authorization));
      if (!isValid) {
        for (const stream of open) {
          stream.end();
        }
      }
    }
  }

  /** A store that does not answer says nothing about a token: streams stay as they are. */
  private async stillValid(authorization: string): Promise<boolean> {
    try {
      return (await this.authenticator.authenticate(authorization)) !== null;
    } catch (error) {
      this.log.warn({ err: error }, 'the tokens of open streams could not be checked; it is tried again at once');
      return true;
    }
  }
}
