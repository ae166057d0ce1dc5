// Tallies of several uploads as one. A picture that two uploads bring counts twice: each upload has to be sound by itself.

import { type ImageIssue, imageIssues } from '../rows/image-facts.js';
import { type ImageTally, shownImagesMax } from './image-tally.js';

export function sumImages(left: ImageTally, right: ImageTally): ImageTally {
  const issues: Partial<Record<ImageIssue, number>> = {};
  for (const issue of imageIssues) {
    const pictures = (left.issues[issue] ?? 0) + (right.issues[issue] ?? 0);
    if (pictures > 0) {
      issues[issue] = pictures;
    }
  }
  return {
    references: left.references + right.references,
    missing: left.missing + right.missing,
    wrongType: left.wrongType + right.wrongType,
    tooLarge: left.tooLarge + right.tooLarge,
    pictures: left.pictures + right.pictures,
    issues,
    withIssues: left.withIssues + right.withIssues,
    shown: [...left.shown, ...right.shown].slice(0, shownImagesMax),
  };
}
