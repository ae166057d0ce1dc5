// What surrounds a command: repeats by key, and the record of what was refused.
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { IdSource } from '../../kernel/ids.js';
import { type Refusal, refusal } from '../../kernel/refusal.js';
import { Configuration } from '../../platform/config/configuration.dto.js';
import { Log } from '../../platform/telemetry/log.client.js';
import { Metrics } from '../../platform/telemetry/metrics.client.js';
import { keptAnswer } from '../kept-answer.js';
import { type IdempotencyRecord, ProjectRecords, ProjectStore } from '../project-store.js';
import type { CommandOutcome, CommandRequest } from './command-request.js';

@Injectable()
export class CommandRim {
  constructor(
    private readonly store: ProjectStore,
    private readonly records: ProjectRecords,
    private readonly configuration: Configuration,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(IdSource) private readonly ids: IdSource,
    private readonly log: Log,
    private readonly metrics: Metrics,
  ) {}

  /** The answer that was given to this key before, or why the key cannot be used; null for a new key. */
  async replay(request: CommandRequest): Promise<CommandOutcome | Refusal | null> {
    const kept = await this.store.idempotency(this.scope(request), request.idempotencyKey, this.clock.now());
    if (kept === null) {
      return null;
    }
    if (kept.requestDigest !== request.requestDigest) {
      return refusal('idempotency-key-reused', 'This Idempotency-Key was sent before with another command or content.');
    }
    const { version } = JSON.parse(kept.body) as { version: number };
    return { status: kept.status, body: kept.body, version, replayed: true };
  }

  record(request: CommandRequest, answer: { status: number; body: string }): IdempotencyRecord {
    const { idempotencyKey: key, requestDigest } = request;
    const { retentionHours } = this.configuration.idempotency;
    return keptAnswer(
      { scope: this.scope(request), key, requestDigest, ...answer },
      { now: this.clock.now(), retentionHours },
    );
  }

  async note(request: CommandRequest, no: Refusal): Promise<void> {
    const { projectId, name, principal, requestId } = request;
    this.metrics.commandsRefused.inc({ command: name, code: no.code });
    this.log.info({ projectId, command: name, code: no.code, person: principal.person, requestId }, 'command refused');
    if (no.code === 'not-found') {
      return;
    }
    const id = this.ids.next('evt');
    const refused = {
      id,
      projectId,
      at: this.clock.now(),
      actor: principal.person,
      command: name,
      code: no.code,
      detail: no.detail,
    };
    await this.records.noteRefusal(refused);
  }

  /** What somebody must look at now. */
  alarm({ projectId, requestId }: CommandRequest, error: Error): void {
    this.log.error({ projectId, requestId, err: error }, 'a stored machine cannot be read');
  }

  private scope(request: CommandRequest): string {
    return `${request.principal.person}/${request.projectId}`;
  }
}
