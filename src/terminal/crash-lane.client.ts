// One project under load while the service is killed again and again. The lane repeats what was not acknowledged with
// the same key, as a careful client does, and keeps what was acknowledged, to ask for it again after the crash.
import { randomUUID } from 'node:crypto';
import { type Answered, ApiError, type Caller } from './openward-api.client.js';

/** The service as it is up now. Waits while it is down. */
export type CallerNow = () => Promise<Caller>;

export interface Acknowledged {
  readonly name: string;
  readonly key: string;
  /** The version that the command was given on. */
  readonly on: number;
  /** The version that it made. */
  readonly version: number;
  readonly body: string;
}

export interface LaneTally {
  /** Commands that were sent again because their answer never came. */
  repeated: number;
  /** Of these, the ones that had been carried out before the crash. */
  foundDone: number;
}

const turns = ['advance', 'pause', 'resume'] as const;
const reason = 'The service is killed meanwhile.';

export class CrashLane {
  readonly acknowledged: Acknowledged[] = [];
  readonly tally: LaneTally = { repeated: 0, foundDone: 0 };
  private version = 1;
  private accepted: readonly string[] = ['advance', 'pause'];
  private turn = 0;

  constructor(
    readonly projectId: string,
    private readonly callerNow: CallerNow,
  ) {}

  /** Gives the next command that the project takes. Throws when a version is lost or made twice. */
  async step(): Promise<void> {
    const name = this.nextName();
    const key = randomUUID();
    const on = this.version;
    const response = await this.give({ name, key, on });
    const body = await response.text();
    const answer: Answered = JSON.parse(body);
    if (!response.ok) {
      throw new ApiError(response.status, answer);
    }
    if (answer.version !== on + 1) {
      throw new Error(`${name} on version ${on} of ${this.projectId} made version ${answer.version}`);
    }
    this.version = answer.version;
    this.accepted = answer.acceptedCommands;
    this.acknowledged.push({ name, key, on, version: answer.version, body });
  }

  /** Sends an acknowledged command once more; whether the answer is the same to the byte. */
  async isAnsweredAsBefore({ name, key, on, body }: Acknowledged): Promise<boolean> {
    const response = await this.send(await this.callerNow(), { name, key, on });
    return response.headers.get('idempotent-replayed') === 'true' && (await response.text()) === body;
  }

  private nextName(): string {
    for (let tries = 0; tries < turns.length; tries += 1) {
      const name = turns[this.turn % turns.length] ?? 'advance';
      this.turn += 1;
      if (this.accepted.includes(name)) {
        return name;
      }
    }
    throw new Error(`${this.projectId} takes none of ${turns.join(', ')}`);
  }

  private async give(command: { name: string; key: string; on: number }): Promise<Response> {
    for (let isRepeat = false; ; isRepeat = true) {
      const caller = await this.callerNow();
      const response = await this.send(caller, command).catch(() => null);
      if (response !== null) {
        this.tally.foundDone += isRepeat && response.headers.has('idempotent-replayed') ? 1 : 0;
        return response;
      }
      this.tally.repeated += 1;
    }
  }

  /** Rejects when the connection ends before the whole answer has come. */
  private async send(caller: Caller, { name, key, on }: { name: string; key: string; on: number }): Promise<Response> {
    const headers = { 'idempotency-key': key, 'if-match': `"v${on}"` };
    const path = `/v1/projects/${this.projectId}/commands/${name}`;
    const response = await caller.respond(path, { body: { reason }, headers });
    return new Response(await response.arrayBuffer(), response);
  }
}
