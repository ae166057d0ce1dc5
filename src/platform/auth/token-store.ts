import type { Role } from '../../kernel/principal.js';

export interface StoredToken {
  readonly id: string;
  readonly name: string;
  readonly person: string;
  readonly role: Role;
  readonly projects: 'all' | readonly string[];
  readonly secretHash: string;
  readonly lastSix: string;
  readonly createdAt: number;
  readonly createdBy: string;
  readonly expiresAt: number | null;
  readonly revokedAt: number | null;
  readonly lastUsedAt: number | null;
}

export abstract class TokenStore {
  abstract find(id: string): Promise<StoredToken | null>;
  abstract list(): Promise<StoredToken[]>;
  abstract add(token: StoredToken): Promise<void>;
  /** False when there is no such token, or it was revoked before. */
  abstract revoke(id: string, at: number): Promise<boolean>;
  abstract touch(id: string, at: number): Promise<void>;
  abstract isEmpty(): Promise<boolean>;
}
