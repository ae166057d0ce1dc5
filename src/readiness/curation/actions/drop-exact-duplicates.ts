import { sha256Hex } from '../../../kernel/digest.js';
import { answerKeyOf, promptKeyOf } from '../../rows/row-facts.js';
import { byBetter, type Candidate, candidateOf, identityOf } from '../better-row.js';
import { type CurationAction, drop, type PlacedRow } from '../curation-action.js';

/** Equal question, equal answer in normal form, equal instruction. */
function sameness({ facts }: PlacedRow): string {
  const { example } = facts;
  const system = example.messages.filter(({ role }) => role === 'system').map(({ content }) => content);
  return sha256Hex(`${promptKeyOf(facts)} ${answerKeyOf(facts)} ${JSON.stringify(system)}`);
}

export const dropExactDuplicates: CurationAction = {
  id: 'drop-exact-duplicates',
  question: 'Should training rows that ask and answer the same be kept once?',
  does: 'Keeps of equal training rows the one that was liked most, then the newest; takes the others out.',
  safe: true,
  changes: ['U01', 'U02', 'V01'],
  parameters: [],
  needsPrivacy: false,
  looksFirst: true,
  start: () => {
    const best = new Map<string, Candidate>();
    return {
      look: (row) => {
        if (row.side === 'train') {
          const key = sameness(row);
          const known = best.get(key);
          const candidate = candidateOf(row.facts.example);
          if (known === undefined || byBetter(candidate, known) < 0) {
            best.set(key, candidate);
          }
        }
      },
      edit: (row) => {
        const kept = row.side === 'train' ? best.get(sameness(row)) : undefined;
        return kept === undefined || kept.identity === identityOf(row.facts.example) ? null : drop;
      },
    };
  },
};
