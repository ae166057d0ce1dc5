// Decodes a picture to its last byte (a cut JPEG is otherwise shown as a whole one, grey at the bottom) and measures it.
import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { type ImageMediaType, imageBytesMax } from '../rows/image-facts.js';
import { differenceHash, type GreyImage, greyScores } from './grey-scores.js';
import type { LookedAtImage, StoredImage } from './image-store.js';

/** Points; a picture that unpacks to more is not decoded. */
const pointsMax = 100_000_000;
/** Scores are of the picture at most this wide and high: sharpness depends on the size. */
const scoredSideMax = 512;

const marks: readonly (readonly [ImageMediaType, (bytes: Uint8Array) => boolean])[] = [
  ['image/jpeg', (bytes) => bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff],
  ['image/png', (bytes) => bytes[0] === 0x89 && text(bytes, 1, 4) === 'PNG'],
  ['image/webp', (bytes) => text(bytes, 0, 4) === 'RIFF' && text(bytes, 8, 12) === 'WEBP'],
];

function text(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to));
}

export async function lookAtImage(bytes: Uint8Array): Promise<LookedAtImage> {
  const mediaType = marks.find(([, isOf]) => isOf(bytes))?.[0] ?? null;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const known = { sha256, bytes: bytes.length, mediaType };
  const grey = mediaType === null || bytes.length > imageBytesMax ? null : await decoded(bytes);
  if (grey === null) {
    return { ...known, decodes: false, width: null, height: null, scores: null, dHash: null };
  }
  const { width, height, scaled } = grey;
  const scores = greyScores(scaled, { width, height });
  return { ...known, decodes: true, width, height, scores, dHash: differenceHash(scaled) };
}

/** Null for what is no picture, or more than is kept of one. */
export function toStore(facts: LookedAtImage, bytes: Uint8Array): StoredImage | null {
  const { mediaType } = facts;
  return mediaType === null || bytes.length > imageBytesMax ? null : { mediaType, bytes, facts };
}

async function decoded(bytes: Uint8Array): Promise<{ width: number; height: number; scaled: GreyImage } | null> {
  try {
    const settings = { failOn: 'warning', limitInputPixels: pointsMax } as const;
    const { width, height } = await sharp(bytes, settings).metadata();
    const { data, info } = await sharp(bytes, settings)
      .flatten({ background: '#fff' })
      .greyscale()
      .resize({
        width: scoredSideMax,
        height: scoredSideMax,
        fit: 'inside',
        withoutEnlargement: true,
        fastShrinkOnLoad: false,
      })
      .toColourspace('b-w')
      .raw()
      .toBuffer({ resolveWithObject: true });
    return { width, height, scaled: { values: data, width: info.width, height: info.height } };
  } catch {
    return null;
  }
}
