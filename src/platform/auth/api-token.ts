// The form of an API token: owd_<id>_<secret><check>. The check lets scanners and typos be told without a look-up.
// The secret is 256 random bits, so its SHA-256 may be stored as it is: there is nothing to guess.
import { sha256Hex } from '../../kernel/digest.js';

const form = /^owd_([0-9a-z]{26})_([0-9a-f]{64})([0-9a-f]{8})$/;

export interface ParsedToken {
  readonly tokenId: string;
  readonly secretHash: string;
}

function checkOf(idPart: string, secret: string): string {
  return sha256Hex(`openward-token ${idPart} ${secret}`).slice(0, 8);
}

/** @param tokenId `tok_…`; @param secret 64 lower-case hex digits */
export function writeToken(tokenId: string, secret: string): string {
  const idPart = tokenId.replace(/^tok_/, '');
  return `owd_${idPart}_${secret}${checkOf(idPart, secret)}`;
}

/** Null when the text is not a token at all. */
export function parseToken(text: string): ParsedToken | null {
  const parts = form.exec(text);
  if (parts === null) {
    return null;
  }
  const [, idPart = '', secret = '', check = ''] = parts;
  return check === checkOf(idPart, secret) ? { tokenId: `tok_${idPart}`, secretHash: sha256Hex(secret) } : null;
}

/** The token in an Authorization header, or null. */
export function bearerOf(header: string | undefined): string | null {
  const match = /^Bearer ([\x21-\x7e]+)$/i.exec(header ?? '');
  return match?.[1] ?? null;
}
