// What was not searched was not found to be clean.
import type { Judgement, Measured } from '../check.js';
import { counted } from '../judging/in-words.js';

/** Leaves a pass open where some rows were not searched. */
export function openWhereNotLooked(judged: Judgement, { details }: Measured): Judgement {
  const { notLooked } = details;
  return judged.outcome === 'pass' && typeof notLooked === 'number' && notLooked > 0
    ? { outcome: 'inconclusive', text: `${judged.text} ${counted(notLooked)} rows were not searched.` }
    : judged;
}
