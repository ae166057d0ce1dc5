// May a closed model be retained that its vendor ends? One that is gone cannot be; one that goes takes a reason.
import { type Refusal, refusal } from '../../kernel/refusal.js';
import type { ForcedMode } from '../standing/project-standing.js';

/** @param reason why it is retained all the same; null when none was given. Null where nothing speaks against it. */
export function retainRefusal(forced: ForcedMode | null, reason: string | null): Refusal | null {
  if (forced === null) {
    return null;
  }
  const { because, replacements } = forced;
  const others = replacements.length === 0 ? '' : ` In its place: ${replacements.join(', ')}.`;
  if (forced.daysLeft <= 0) {
    return refusal(
      'conflict',
      `There is nothing to retain: ${because}${others} Decide to migrate, or abort the project.`,
    );
  }
  return reason === null || reason.trim() === ''
    ? refusal('conflict', `${because}${others} To retain it all the same takes a reason.`)
    : null;
}
