// Bands for people: what a score obliges to. The headline is cautious: where less than seven tenths of the weight stand
// on facts, it is the band of the upper end; below half, nothing is said but that it was not assessed.

export const bands = ['low', 'moderate', 'high', 'severe'] as const;
export type Band = (typeof bands)[number];

export const obligations: Readonly<Record<Band, string>> = {
  low: 'Review once a year.',
  moderate: 'Keep a plan of what to mend.',
  high: 'Keep a plan with dates, and test it every quarter.',
  severe: 'Leave, or have somebody sign for staying; the signature ends after 30 days.',
};

const confidenceOfHeadlineMin = 0.7;
const confidenceAssessedMin = 0.5;

export function bandOf(score: number): Band {
  if (score < 25) {
    return 'low';
  }
  return score < 50 ? 'moderate' : score < 75 ? 'high' : 'severe';
}

/** Null: not assessed, to be treated like 50 or more. */
export function headlineBand({
  score,
  high,
  confidence,
}: {
  score: number;
  high: number;
  confidence: number;
}): Band | null {
  if (confidence < confidenceAssessedMin) {
    return null;
  }
  return bandOf(confidence >= confidenceOfHeadlineMin ? score : high);
}
