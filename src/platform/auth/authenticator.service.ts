// Who is behind a token. Looked up at most once a second per token, so that a revocation holds everywhere within one.
import { timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import type { Principal } from '../../kernel/principal.js';
import { bearerOf, parseToken } from './api-token.js';
import { type StoredToken, TokenStore } from './token-store.js';

/** The id of the token by which the process calls itself. It opens the candidates' doors and no other. */
export const ownTokenId = 'own';

interface Known {
  readonly principal: Principal;
  readonly freshUntil: number;
}

const freshMs = 1000;
const touchEveryMs = 60_000;
const knownMax = 10_000;

function sameHash(left: string, right: string): boolean {
  return left.length === right.length && timingSafeEqual(Buffer.from(left), Buffer.from(right));
}

@Injectable()
export class Authenticator {
  private readonly known = new Map<string, Known>();
  private readonly internal = new Map<string, Principal>();
  private readonly touchedAt = new Map<string, number>();

  constructor(
    @Inject(TokenStore) private readonly store: TokenStore,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Lets the process call itself: a token that lives as long as the process and never leaves it. */
  trustInternally(token: string, principal: Principal): void {
    this.internal.set(`Bearer ${token}`, principal);
  }

  /** The principal if it was looked up less than a second ago: for doors that cannot wait. */
  recall(header: string | undefined): Principal | null {
    const known = header === undefined ? undefined : this.known.get(header);
    return known !== undefined && known.freshUntil > this.clock.now() ? known.principal : null;
  }

  /** Null for anything but a valid, unexpired, unrevoked token. */
  async authenticate(header: string | undefined): Promise<Principal | null> {
    const internal = header === undefined ? undefined : this.internal.get(header);
    const recalled = internal ?? this.recall(header);
    if (recalled !== null || header === undefined) {
      return recalled;
    }
    const parsed = parseToken(bearerOf(header) ?? '');
    const stored = parsed === null ? null : await this.store.find(parsed.tokenId);
    const now = this.clock.now();
    if (
      parsed === null ||
      stored === null ||
      !sameHash(stored.secretHash, parsed.secretHash) ||
      !isAlive(stored, now)
    ) {
      return null;
    }
    return this.remember(header, stored, now);
  }

  /** Called when a token is revoked in this process, so that it holds at once here. */
  forget(): void {
    this.known.clear();
  }

  private remember(header: string, stored: StoredToken, now: number): Principal {
    const principal = { tokenId: stored.id, person: stored.person, role: stored.role, projects: stored.projects };
    if (this.known.size >= knownMax) {
      this.known.clear();
    }
    const freshUntil = Math.min(now + freshMs, stored.expiresAt ?? Number.POSITIVE_INFINITY);
    this.known.set(header, { principal, freshUntil });
    if (now - (this.touchedAt.get(stored.id) ?? 0) > touchEveryMs) {
      this.touchedAt.set(stored.id, now);
      // When a token was last used is a convenience: a store that cannot take it must not fail the request.
      this.store.touch(stored.id, now).catch(() => undefined);
    }
    return principal;
  }
}

function isAlive(token: StoredToken, now: number): boolean {
  return token.revokedAt === null && (token.expiresAt === null || token.expiresAt > now);
}
