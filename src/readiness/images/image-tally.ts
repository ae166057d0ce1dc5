// The pictures that came in and what rows refer to, counted: the checks of pictures judge by this.
import { type ImageFacts, type ImageIssue, imageBytesMax, issuesOfImage } from '../rows/image-facts.js';

/** One reference to a picture that something is wrong with. */
export interface ShownImage {
  readonly importId: string;
  readonly line: number | null;
  /** As the row named it; `data:image/png` for one that stood in the row. */
  readonly ref: string;
  readonly problem: string;
}

export interface ImageTally {
  /** References from rows; several rows may show the same picture. */
  readonly references: number;
  /** Of these: the bytes were not delivered. */
  readonly missing: number;
  /** Of these: no JPEG, PNG or WebP by their first bytes. */
  readonly wrongType: number;
  /** Of these: more than 10 MiB. */
  readonly tooLarge: number;
  /** Distinct pictures, by digest. */
  readonly pictures: number;
  /** Distinct pictures with each issue; one may have several. */
  readonly issues: Readonly<Partial<Record<ImageIssue, number>>>;
  /** Distinct pictures with any issue. */
  readonly withIssues: number;
  /** At most fifty. */
  readonly shown: readonly ShownImage[];
  /** Pictures that look like another one; absent where nobody looked. */
  readonly near?: NearPictures;
}

export interface NearPictures {
  /** Distinct pictures large enough to be compared. */
  readonly compared: number;
  /** Of these: those that look like an earlier one. */
  readonly alike: number;
  /** Not compared: below 64 points on a side, a difference hash tells nothing of them. */
  readonly tooSmall: number;
}

export const shownImagesMax = 50;

export const noImages: ImageTally = {
  references: 0,
  missing: 0,
  wrongType: 0,
  tooLarge: 0,
  pictures: 0,
  issues: {},
  withIssues: 0,
  shown: [],
};

/** @param facts null: the bytes were not delivered */
export function addReference(
  tally: ImageTally,
  place: Omit<ShownImage, 'problem'>,
  facts: ImageFacts | null,
): ImageTally {
  const problem = problemOf(facts);
  return {
    ...tally,
    references: tally.references + 1,
    missing: tally.missing + (facts === null ? 1 : 0),
    wrongType: tally.wrongType + (facts !== null && facts.mediaType === null ? 1 : 0),
    tooLarge: tally.tooLarge + (facts !== null && facts.bytes > imageBytesMax ? 1 : 0),
    shown:
      problem === null || tally.shown.length >= shownImagesMax ? tally.shown : [...tally.shown, { ...place, problem }],
  };
}

function problemOf(facts: ImageFacts | null): string | null {
  if (facts === null) {
    return 'The picture was not delivered.';
  }
  if (facts.mediaType === null) {
    return 'The picture is no JPEG, PNG or WebP.';
  }
  return facts.bytes > imageBytesMax ? 'The picture has more than 10 MiB.' : null;
}

/** To be called once for each distinct picture. */
export function addPicture(tally: ImageTally, place: Omit<ShownImage, 'problem'>, facts: ImageFacts): ImageTally {
  const found = issuesOfImage(facts);
  const issues: Partial<Record<ImageIssue, number>> = { ...tally.issues };
  for (const issue of found) {
    issues[issue] = (issues[issue] ?? 0) + 1;
  }
  const problem = `The picture is ${found.join(', ')}.`;
  const isShown = found.length > 0 && tally.shown.length < shownImagesMax;
  return {
    ...tally,
    pictures: tally.pictures + 1,
    issues,
    withIssues: tally.withIssues + (found.length > 0 ? 1 : 0),
    shown: isShown ? [...tally.shown, { ...place, problem }] : tally.shown,
  };
}
