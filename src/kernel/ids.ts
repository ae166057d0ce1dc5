// Identifiers that sort by time: ULIDs in Crockford's base 32 (48 bits of time, 80 random bits), behind a kind prefix.
// Random bytes are handed in, so that this file stays pure.

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** What a new identifier is for; it becomes its prefix. */
export type IdKind =
  | 'prj'
  | 'evt'
  | 'run'
  | 'apr'
  | 'evd'
  | 'tok'
  | 'job'
  | 'exc'
  | 'imp'
  | 'dst'
  | 'rdy'
  | 'trn'
  | 'art'
  | 'evl'
  | 'req'
  | 'per'
  | 'wvr'
  | 'ack'
  | 'fct'
  | 'drl'
  | 'inv'
  | 'crf'
  | 'arr';

/**
 * @param atMs milliseconds since the epoch, at most 48 bits
 * @param random ten random bytes
 */
export function makeId(kind: IdKind, atMs: number, random: Uint8Array): string {
  let time = '';
  let rest = atMs;
  for (let place = 0; place < 10; place += 1) {
    time = `${alphabet[rest % 32] ?? ''}${time}`;
    rest = Math.floor(rest / 32);
  }
  let bits = 0;
  let held = 0;
  let tail = '';
  for (const byte of random.subarray(0, 10)) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      tail += alphabet[(held >> bits) & 31] ?? '';
    }
    held &= (1 << bits) - 1;
  }
  return `${kind}_${time}${tail}`;
}

/** Where new identifiers come from. */
export abstract class IdSource {
  abstract next(kind: IdKind): string;
}
