// Texts of terms by digest, as they were read for the arrangements that stand. A text is the same as long as the newest
// reading has the digest by which the rights were judged; where nobody read it a second time, nothing is known of a change.
import type { ModelCatalog } from '../../catalog/model-catalog.js';
import { startOfDay } from '../register/notice-by.js';
import type { Register } from '../register/register-document.js';
import type { TermsReading } from '../register/terms-reading.js';
import type { KnownText } from './alert-facts.js';

export function knownTexts({ arrangements }: Register, catalog: ModelCatalog): readonly KnownText[] {
  return arrangements.flatMap(({ termsReadings = [] }) => {
    const names = [...new Set(termsReadings.map(({ terms }) => terms))];
    return names.flatMap((terms) => {
      const own = termsReadings.filter((one) => one.terms === terms);
      return textOf(terms, [...shippedReading(terms, catalog), ...own]);
    });
  });
}

function textOf(terms: string, readings: readonly TermsReading[]): KnownText[] {
  const inTime = [...readings].sort((one, other) => one.at - other.at);
  const pinned = inTime.findLast(({ isJudged }) => isJudged);
  const present = inTime.at(-1);
  return pinned === undefined || present === undefined
    ? []
    : [
        {
          of: terms,
          pinnedDigest: pinned.textSha256,
          presentDigest: present.textSha256,
          observedAt: present.at,
          source: present.source,
        },
      ];
}

/** The reading that the shipped rulings rest on, where its digest was taken down. */
function shippedReading(terms: string, catalog: ModelCatalog): TermsReading[] {
  const shipped = catalog.termsNamed(terms);
  return shipped === null || shipped.textSha256 === null
    ? []
    : [
        {
          ...{ terms, textSha256: shipped.textSha256, source: shipped.url, isJudged: true, by: shipped.reviewer },
          at: startOfDay(shipped.lastReviewed),
        },
      ];
}
