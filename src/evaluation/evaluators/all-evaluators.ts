// Every evaluator there is. To add one: its file beside this one, and its line here.
import type { Evaluator } from './evaluator.js';
import { exactLabel } from './exact-label.js';

export const allEvaluators: readonly Evaluator[] = [exactLabel];

/** Undefined when no evaluator has that id: the caller refuses. */
export function findEvaluator(id: string): Evaluator | undefined {
  return allEvaluators.find((evaluator) => evaluator.id === id);
}
