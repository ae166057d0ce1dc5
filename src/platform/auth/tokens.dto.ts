import { ArrayMaxSize, IsArray, IsIn, IsInt, IsOptional, IsString, Length, Matches, Max, Min } from 'class-validator';
import { type Role, roles } from '../../kernel/principal.js';
import type { StoredToken } from './token-store.js';

export class CreateTokenRequest {
  /** What the token is for, e.g. the machine that holds it. @example 'payments app, production' */
  @IsString()
  @Length(1, 120)
  name: string;

  /** The person, or the named machine account, who answers for what is done with it. @example 'ada' */
  @IsString()
  @Matches(/^[A-Za-z0-9][A-Za-z0-9._@-]{0,119}$/)
  person: string;

  /** @example 'lead' */
  @IsIn(roles)
  role: Role;

  /** Project ids; left out means every project. @example [] */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(1000)
  @Matches(/^prj_[0-9a-z]{26}$/, { each: true })
  projects?: string[];

  /** Days until it expires; left out means the configured lifetime. @example 90 */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(3650)
  expiresInDays?: number;
}

export class TokenResponse {
  /** @example 'tok_01kc0000000000000000000000' */
  id: string;
  /** @example 'payments app, production' */
  name: string;
  /** @example 'ada' */
  person: string;
  /** @example 'lead' */
  role: string;
  /** Null means every project. @example null */
  projects: string[] | null;
  /** The last six characters, to tell tokens apart. @example '09af3c' */
  lastSix: string;
  /** @example '2026-11-25T10:00:00.000Z' */
  createdAt: string;
  /** @example '2027-02-23T10:00:00.000Z' */
  expiresAt: string | null;
  /** @example null */
  revokedAt: string | null;
  /** @example null */
  lastUsedAt: string | null;
}

export class CreatedTokenResponse extends TokenResponse {
  /** The token itself: shown this once, never again. @example 'owd_…' */
  token: string;
}

export class TokenListResponse {
  tokens: TokenResponse[];
}

export class CallerResponse {
  /** @example 'ada' */
  person: string;
  /** @example 'lead' */
  role: string;
  /** Null means every project. @example null */
  projects: string[] | null;
}

function time(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}

export function toTokenResponse(token: StoredToken): TokenResponse {
  return {
    id: token.id,
    name: token.name,
    person: token.person,
    role: token.role,
    projects: token.projects === 'all' ? null : [...token.projects],
    lastSix: token.lastSix,
    createdAt: new Date(token.createdAt).toISOString(),
    expiresAt: time(token.expiresAt),
    revokedAt: time(token.revokedAt),
    lastUsedAt: time(token.lastUsedAt),
  };
}
