import type { EvaluationItem } from './use-evaluations';

export type Side = 'candidate' | 'incumbent';

export interface Confusion {
  readonly labels: readonly string[];
  /** Labels beyond those shown, put together. */
  readonly othersCount: number;
  readonly cell: (expected: string, answered: string) => number;
  readonly largest: number;
}

export const other = 'others';
export const noAnswer = 'no answer';

function answerOf(item: EvaluationItem, side: Side): string {
  const answer = (side === 'candidate' ? item.candidateAnswer : item.incumbentAnswer) as string | null;
  return answer === null ? noAnswer : answer.trim();
}

/** Counts of expected against answered. The most frequent labels are shown, the rest is put together. */
export function confusionOf(items: readonly EvaluationItem[], side: Side, labelsMax: number): Confusion {
  const frequency = new Map<string, number>();
  for (const { expected } of items) {
    frequency.set(expected, (frequency.get(expected) ?? 0) + 1);
  }
  const byFrequency = [...frequency].sort((left, right) => right[1] - left[1]).map(([label]) => label);
  const shown = new Set(byFrequency.slice(0, labelsMax));
  const cells = new Map<string, number>();
  let isOtherUsed = byFrequency.length > shown.size;
  let isSilent = false;
  for (const item of items) {
    const answered = answerOf(item, side);
    isSilent ||= answered === noAnswer;
    const row = shown.has(item.expected) ? item.expected : other;
    const column = shown.has(answered) || answered === noAnswer ? answered : other;
    isOtherUsed ||= column === other;
    const key = `${row}\u0000${column}`;
    cells.set(key, (cells.get(key) ?? 0) + 1);
  }
  const labels = [...[...shown].sort(), ...(isOtherUsed ? [other] : []), ...(isSilent ? [noAnswer] : [])];
  return {
    labels,
    othersCount: byFrequency.length - shown.size,
    cell: (expected, answered) => cells.get(`${expected}\u0000${answered}`) ?? 0,
    largest: Math.max(1, ...cells.values()),
  };
}
