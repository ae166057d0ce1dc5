import { answerKeyOf } from '../../rows/row-facts.js';
import { byBetter, type Candidate, candidateOf, identityOf } from '../better-row.js';
import { type CurationAction, drop } from '../curation-action.js';
import { nearGroupsOf } from '../near-prompts.js';

interface Seen {
  readonly candidate: Candidate;
  readonly prompt: string;
  readonly answerKey: string;
}

/** With labels, each label of a group keeps a row of its own. */
function* keptIdentities(seen: readonly Seen[], hasLabels: boolean): Generator<void, Set<string>> {
  const groups = yield* nearGroupsOf(seen.map(({ prompt }) => prompt));
  const best = new Map<string, Candidate>();
  for (const { candidate, prompt, answerKey } of seen) {
    const key = `${hasLabels ? answerKey : ''} ${groups.leaderOf(prompt)}`;
    const known = best.get(key);
    if (known === undefined || byBetter(candidate, known) < 0) {
      best.set(key, candidate);
    }
  }
  return new Set([...best.values()].map(({ identity }) => identity));
}

export const dropNearDuplicates: CurationAction = {
  id: 'drop-near-duplicates',
  question: 'Should of training rows that ask nearly the same only the best one stay?',
  does: 'Keeps one training row of each verified group: the best liked, then the newest. Rows with another label are never taken for repeats.',
  safe: false,
  changes: ['U03', 'V01', 'V02'],
  parameters: [],
  needsPrivacy: false,
  looksFirst: true,
  start: ({ taskKind }) => {
    const seen: Seen[] = [];
    let kept = new Set<string>();
    return {
      look: ({ facts, side }) => {
        if (side === 'train') {
          const { example, normalPrompt } = facts;
          seen.push({ candidate: candidateOf(example), prompt: normalPrompt, answerKey: answerKeyOf(facts) });
        }
      },
      *settle() {
        kept = yield* keptIdentities(seen, taskKind === 'closed-set classification');
      },
      edit: ({ facts, side }) => (side !== 'train' || kept.has(identityOf(facts.example)) ? null : drop),
    };
  },
};
