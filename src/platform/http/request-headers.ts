// What commands carry in headers: the version that was looked at, and the key that makes a repeat harmless. Pure.
import { type Refusal, refusal } from '../../kernel/refusal.js';

/** What follows the point tells apart what a poll shows of one version; a command is about the version. */
const versionTag = /^"v?(\d{1,15})(?:\.\d{1,15})?"$/;
const keyLengthMax = 255;

function oneOf(header: string | readonly string[] | undefined): string | null {
  return header === undefined ? null : typeof header === 'string' ? header.trim() : header.join(', ');
}

/**
 * The version named by If-Match; null when the header is absent. One strong tag is taken: `*`, weak tags and lists would
 * each say «some version», which is what the header is there to prevent.
 */
export function expectedVersion(header: string | readonly string[] | undefined): number | null | Refusal {
  const text = oneOf(header);
  if (text === null) {
    return null;
  }
  const match = versionTag.exec(text);
  if (match === null) {
    const fields = [{ pointer: 'If-Match', reason: 'must be one strong tag such as "v17"' }];
    return refusal('bad-request', 'If-Match must name exactly one version, as the ETag of the project does.', {
      fields,
    });
  }
  return Number(match[1]);
}

/** The key, quoted as RFC 8941 has it or bare; null when the header is absent. */
export function idempotencyKey(header: string | readonly string[] | undefined): string | null | Refusal {
  const text = oneOf(header);
  if (text === null) {
    return null;
  }
  const bare = /^"(.*)"$/.exec(text)?.[1] ?? text;
  if (bare.length === 0 || bare.length > keyLengthMax || !/^[\x21-\x7e]+$/.test(bare)) {
    const fields = [{ pointer: 'Idempotency-Key', reason: `must be 1 to ${keyLengthMax} visible ASCII characters` }];
    return refusal('bad-request', 'The Idempotency-Key cannot be used.', { fields });
  }
  return bare;
}

/** Whether If-None-Match names the tag: a list, weak forms and `*` all count (RFC 9110, weak comparison). */
export function noneMatch(header: string | undefined, tag: string): boolean {
  if (header === undefined) {
    return false;
  }
  if (header === tag || header === '*') {
    return true;
  }
  return header.split(',').some((one) => one.trim().replace(/^W\//, '') === tag);
}
