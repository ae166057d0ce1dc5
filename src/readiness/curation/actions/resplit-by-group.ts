import { sha256Hex } from '../../../kernel/digest.js';
import { splitOf } from '../../rows/split-of.js';
import type { CurationAction } from '../curation-action.js';

export const resplitByGroup: CurationAction = {
  id: 'resplit-by-group',
  question: 'Should all rows of one conversation, session or user stand on one side?',
  does: 'Moves rows so that no group is on both sides: to the hold-out where a row of the group was declared for it, else where the hash of the group says. The hold-out changes: measure anew.',
  safe: false,
  changes: ['L04', 'S02', 'S03', 'S04', 'V01', 'V03'],
  parameters: [],
  needsPrivacy: false,
  looksFirst: true,
  start: ({ salt }) => {
    const sides = new Map<string, { train: boolean; holdout: boolean; declared: boolean }>();
    return {
      look: ({ facts, side }) => {
        const { group } = facts.example.traits;
        if (group !== null) {
          const known = sides.get(group) ?? { train: false, holdout: false, declared: false };
          known[side] = true;
          known.declared ||= facts.example.declaredSplit === 'holdout';
          sides.set(group, known);
        }
      },
      edit: ({ facts, side }) => {
        const { group } = facts.example.traits;
        const known = group === null ? undefined : sides.get(group);
        if (group === null || known === undefined || !known.train || !known.holdout) {
          return null;
        }
        const to = known.declared ? 'holdout' : splitOf(sha256Hex(`group ${group}`), salt);
        return to === side ? null : { kind: 'move', to };
      },
    };
  },
};
