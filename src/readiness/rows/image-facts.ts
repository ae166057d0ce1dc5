// What is known of one picture, once its bytes were looked at, and what is wrong with it. Scores run from 0 (the fault at
// its worst) to 1 (none); the limits are the defaults of cleanlab's image checks, CLIP's input size is the least side.

export const imageMediaTypes = ['image/jpeg', 'image/png', 'image/webp'] as const;
export type ImageMediaType = (typeof imageMediaTypes)[number];

/** Of the file that a row refers to, as Together and LLaMA-Factory bound it. */
export const imageBytesMax = 10 * 1024 * 1024;
export const imagesPerRowMax = 10;

/** Brightness is 0 to 1, of the grey picture. */
export interface ImageScores {
  /** The brightness that 99 in 100 points do not exceed. */
  readonly dark: number;
  /** 1 less the brightness that 5 in 100 points do not exceed. */
  readonly light: number;
  /** 1 − exp(−√(variance of the Laplacian) / 100), grey values 0 to 255. */
  readonly blurry: number;
  /** Entropy of the grey values over its greatest, 8 bits. */
  readonly flat: number;
  /** The shorter side over the longer one. */
  readonly oddAspect: number;
}

export interface ImageFacts {
  /** Hex SHA-256 of the bytes. */
  readonly sha256: string;
  readonly bytes: number;
  /** By the first bytes, not by the name; null: none of those that are taken. */
  readonly mediaType: ImageMediaType | null;
  /** To its last byte: a cut file does not decode. */
  readonly decodes: boolean;
  /** Points; null when it does not decode. */
  readonly width: number | null;
  readonly height: number | null;
  readonly scores: ImageScores | null;
}

export const imageIssues = ['undecodable', 'small', 'dark', 'light', 'blurry', 'flat', 'odd-aspect'] as const;
export type ImageIssue = (typeof imageIssues)[number];

/** The input of CLIP's ViT models, points. */
export const imageSideMin = 224;
const leastScores: Readonly<Record<keyof ImageScores, number>> = {
  dark: 0.32,
  light: 0.05,
  blurry: 0.29,
  flat: 0.3,
  oddAspect: 0.35,
};
const issueOf: readonly (readonly [keyof ImageScores, ImageIssue])[] = [
  ['dark', 'dark'],
  ['light', 'light'],
  ['blurry', 'blurry'],
  ['flat', 'flat'],
  ['oddAspect', 'odd-aspect'],
];

/** Empty for a picture that nothing is wrong with. */
export function issuesOfImage({ decodes, width, height, scores }: ImageFacts): ImageIssue[] {
  if (!decodes || width === null || height === null) {
    return ['undecodable'];
  }
  const small: ImageIssue[] = Math.min(width, height) < imageSideMin ? ['small'] : [];
  const faint = scores === null ? [] : issueOf.filter(([score]) => scores[score] < leastScores[score]);
  return [...small, ...faint.map(([, issue]) => issue)];
}
