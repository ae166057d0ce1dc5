import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { sha256Hex } from '../../kernel/digest.js';
import { IdSource } from '../../kernel/ids.js';
import { type Principal, type Role, systemActor } from '../../kernel/principal.js';
import { type Refusal, refusal } from '../../kernel/refusal.js';
import { Configuration } from '../config/configuration.dto.js';
import { Log } from '../telemetry/log.client.js';
import { parseToken, writeToken } from './api-token.js';
import { Authenticator } from './authenticator.service.js';
import { type StoredToken, TokenStore } from './token-store.js';

export interface NewToken {
  readonly name: string;
  readonly person: string;
  readonly role: Role;
  readonly projects: 'all' | readonly string[];
  readonly expiresInDays: number | null;
}

const dayMs = 86_400_000;

@Injectable()
export class TokensService {
  constructor(
    private readonly store: TokenStore,
    private readonly authenticator: Authenticator,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(IdSource) private readonly ids: IdSource,
    private readonly configuration: Configuration,
    private readonly log: Log,
  ) {}

  list(): Promise<StoredToken[]> {
    return this.store.list();
  }

  /** Makes a token; its text is returned this once and cannot be had again. */
  async create(wanted: NewToken, by: string): Promise<{ token: StoredToken; text: string }> {
    const id = this.ids.next('tok');
    return this.keep(wanted, { id, text: writeToken(id, randomBytes(32).toString('hex')), by });
  }

  async revoke(id: string, by: Principal): Promise<true | Refusal> {
    const revoked = await this.store.revoke(id, this.clock.now());
    this.authenticator.forget();
    if (!revoked) {
      return refusal('not-found', 'There is no such token, or it was revoked before.');
    }
    this.log.info({ tokenId: id, by: by.person }, 'token revoked');
    return true;
  }

  /**
   * At the first start, when there is no token at all, an administrator's is made. Its text is returned to be shown
   * once; where the deployment brought its own text, null.
   */
  async bootstrap(): Promise<string | null> {
    if (!(await this.store.isEmpty())) {
      return null;
    }
    const brought = this.configuration.auth.bootstrapAdminToken;
    const wanted: NewToken = {
      name: 'first administrator',
      person: 'admin',
      role: 'admin',
      projects: 'all',
      expiresInDays: null,
    };
    if (brought === null) {
      return (await this.create(wanted, systemActor)).text;
    }
    const parsed = parseToken(brought);
    if (parsed === null) {
      throw new Error('auth.bootstrapAdminToken is not a token of the form owd_<26>_<64 hex><8 hex check>');
    }
    await this.keep(wanted, { id: parsed.tokenId, text: brought, by: systemActor });
    return null;
  }

  private async keep(wanted: NewToken, made: { id: string; text: string; by: string }) {
    const now = this.clock.now();
    const days = wanted.expiresInDays ?? this.configuration.auth.tokenLifetimeDays;
    const token: StoredToken = {
      id: made.id,
      name: wanted.name,
      person: wanted.person,
      role: wanted.role,
      projects: wanted.projects,
      secretHash: parseToken(made.text)?.secretHash ?? sha256Hex(made.text),
      lastSix: made.text.slice(-6),
      createdAt: now,
      createdBy: made.by,
      expiresAt: now + days * dayMs,
      revokedAt: null,
      lastUsedAt: null,
    };
    await this.store.add(token);
    this.log.info({ tokenId: token.id, person: token.person, role: token.role, by: made.by }, 'token made');
    return { token, text: made.text };
  }
}
