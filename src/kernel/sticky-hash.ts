// Which arm does a unit (conversation, account) belong to? The same unit always gets the same fraction within one
// attempt, so raising the weight only ever adds units to the candidate; a new attempt deals anew (no carry-over).
// SHA-256 of `salt:unitId` in UTF-8, first 48 bits as a fraction of 2⁴⁸. One salt per question: using the split's salt
// for shadow sampling too would shadow only units of one arm (seen and fixed in Unleash's Node client, pull 533).
import { sha256Hex } from './digest.js';

const resolution = 2 ** 48;

/** Names one dealing of units: a project and its attempt number at the cutover. */
export interface Dealing {
  readonly projectId: string;
  readonly attempt: number;
}

/** Salt of the split between incumbent and candidate. */
export function splitSalt({ projectId, attempt }: Dealing): string {
  return `${projectId}/${attempt}`;
}

/** Salt of shadow sampling, independent of the split. */
export function shadowSalt({ projectId, attempt }: Dealing): string {
  return `${projectId}/${attempt}/shadow`;
}

/** Uniform in [0, 1), a multiple of 2⁻⁴⁸, exactly representable. */
export function stickyFraction(salt: string, unitId: string): number {
  const hexDigitsOf48Bits = 12;
  return Number.parseInt(sha256Hex(`${salt}:${unitId}`).slice(0, hexDigitsOf48Bits), 16) / resolution;
}

/**
 * True when the fraction falls below the share (0 to 1). Exact at both ends: at 0 nobody is in, at 1 everybody.
 * RangeError on a share outside: a weight in percent handed in by mistake must not send all traffic over.
 */
export function isWithinShare(fraction: number, share: number): boolean {
  if (!(share >= 0 && share <= 1)) {
    throw new RangeError(`a share lies between 0 and 1, not ${share}`);
  }
  return fraction < share;
}

/** Whether the candidate answers this unit. A call without a unit stays with the incumbent, except at the whole share. */
export function isCandidateUnit(dealing: Dealing, unitId: string | null, candidateShare: number): boolean {
  if (unitId === null) {
    return isWithinShare(1 - 1 / resolution, candidateShare);
  }
  return isWithinShare(stickyFraction(splitSalt(dealing), unitId), candidateShare);
}

/** Whether a copy of this unit's calls goes to the candidate unseen. A call without a unit is never sampled. */
export function isShadowUnit(dealing: Dealing, unitId: string | null, shadowShare: number): boolean {
  return unitId !== null && isWithinShare(stickyFraction(shadowSalt(dealing), unitId), shadowShare);
}
