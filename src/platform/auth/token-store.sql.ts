import { Inject, Injectable } from '@nestjs/common';
import type { Role } from '../../kernel/principal.js';
import { Database } from '../database/database.sql.js';
import { type StoredToken, TokenStore } from './token-store.js';

interface TokenRow {
  id: string;
  name: string;
  person: string;
  role: string;
  projects: string;
  secret_hash: string;
  last_six: string;
  created_at: number;
  created_by: string;
  expires_at: number | null;
  revoked_at: number | null;
  last_used_at: number | null;
}

interface Tables {
  tokens: TokenRow;
}

function fromRow(row: TokenRow): StoredToken {
  return {
    id: row.id,
    name: row.name,
    person: row.person,
    role: row.role as Role,
    projects: JSON.parse(row.projects) as StoredToken['projects'],
    secretHash: row.secret_hash,
    lastSix: row.last_six,
    createdAt: row.created_at,
    createdBy: row.created_by,
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at,
    lastUsedAt: row.last_used_at,
  };
}

@Injectable()
export class SqlTokenStore extends TokenStore {
  constructor(@Inject(Database) private readonly database: Database) {
    super();
  }

  async find(id: string): Promise<StoredToken | null> {
    const row = await this.tokens.selectFrom('tokens').selectAll().where('id', '=', id).executeTakeFirst();
    return row === undefined ? null : fromRow(row);
  }

  async list(): Promise<StoredToken[]> {
    const rows = await this.tokens.selectFrom('tokens').selectAll().orderBy('id').execute();
    return rows.map(fromRow);
  }

  async add(token: StoredToken): Promise<void> {
    await this.tokens
      .insertInto('tokens')
      .values({
        id: token.id,
        name: token.name,
        person: token.person,
        role: token.role,
        projects: JSON.stringify(token.projects),
        secret_hash: token.secretHash,
        last_six: token.lastSix,
        created_at: token.createdAt,
        created_by: token.createdBy,
        expires_at: token.expiresAt,
        revoked_at: token.revokedAt,
        last_used_at: token.lastUsedAt,
      })
      .execute();
  }

  async revoke(id: string, at: number): Promise<boolean> {
    const result = await this.tokens
      .updateTable('tokens')
      .set({ revoked_at: at })
      .where('id', '=', id)
      .where('revoked_at', 'is', null)
      .executeTakeFirst();
    return Number(result.numUpdatedRows) === 1;
  }

  async touch(id: string, at: number): Promise<void> {
    await this.tokens.updateTable('tokens').set({ last_used_at: at }).where('id', '=', id).execute();
  }

  async isEmpty(): Promise<boolean> {
    const row = await this.tokens.selectFrom('tokens').select('id').limit(1).executeTakeFirst();
    return row === undefined;
  }

  private get tokens() {
    return this.database.of<Tables>();
  }
}
