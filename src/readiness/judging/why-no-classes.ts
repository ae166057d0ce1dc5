// Answers are classes only in a task with a closed set of them. Shared by the checks that ask about classes.
import type { SetContext } from '../check.js';

/** A sentence when the task has no classes, else null. */
export function whyNoClasses(set: SetContext): string | null {
  return set.taskKind === 'generation' ? 'Answers of a generation task are free text: there are no classes.' : null;
}
