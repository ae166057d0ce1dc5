// The history of a project, checked from outside: every hash is computed again, and the head is the one that the project
// names.
import type { HistoryEntry } from '../../projects/history-entry.js';
import { ChainCheck } from '../../projects/history-entry.js';
import type { Answered, Caller } from '../openward-api.client.js';

/** A sentence about the chain; throws one when it does not hold. */
export async function checkedHistory(caller: Caller, projectId: string): Promise<string> {
  const { entries } = await caller.call(`/v1/projects/${projectId}/history?limit=1000`);
  const { headHash } = await caller.call(`/v1/projects/${projectId}`);
  const check = new ChainCheck();
  for (const entry of entries.map((one: Answered): HistoryEntry => ({ ...one, projectId, at: Date.parse(one.at) }))) {
    const fault = check.next(entry);
    if (fault !== null) {
      throw new Error(`The history is broken at version ${fault.version}: ${fault.reason}.`);
    }
  }
  if (check.head !== headHash) {
    throw new Error('The project names another head than its history has.');
  }
  return `${entries.length} versions, every hash computed again, one unbroken chain up to ${headHash.slice(0, 16)}…`;
}
