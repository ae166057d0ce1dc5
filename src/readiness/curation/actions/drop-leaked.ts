import { NgramLeaks } from '../../set-pass/ngram-leaks.js';
import { type CurationAction, drop } from '../curation-action.js';
import { nearToHoldout } from '../near-prompts.js';

const reaches = ['near', 'exact'] as const;

export const dropLeaked: CurationAction = {
  id: 'drop-leaked',
  question: 'Should training rows go that ask what is held out?',
  does: 'Takes training rows out whose prompt is held out too, is nearly the same as one that is, or holds most of one word for word. The hold-out is never changed.',
  safe: true,
  changes: ['L01', 'L02', 'L03', 'S02', 'V01'],
  parameters: [
    {
      name: 'reach',
      kind: 'choice',
      about: 'Whether prompts that are nearly the same or copied in part go too, or only equal ones.',
      required: false,
      choices: reaches,
    },
  ],
  needsPrivacy: false,
  looksFirst: true,
  start: (_context, { reach }) => {
    const training = new Set<string>();
    const heldOut = new Set<string>();
    const copied = new NgramLeaks();
    let leaked = new Set<string>();
    return {
      look: ({ facts, side }) => {
        if (side === 'holdout') {
          if (!heldOut.has(facts.normalPrompt)) {
            heldOut.add(facts.normalPrompt);
            copied.hold(heldOut.size, facts.normalPrompt);
          }
        } else if (reach !== 'exact') {
          training.add(facts.normalPrompt);
        }
      },
      *settle() {
        if (reach !== 'exact') {
          leaked = yield* nearToHoldout(training, heldOut);
        }
      },
      edit: ({ facts, side }) => {
        if (side !== 'train') {
          return null;
        }
        const isEqual = heldOut.has(facts.normalPrompt);
        const isAlike = reach !== 'exact' && (leaked.has(facts.normalPrompt) || copied.copies(facts.normalPrompt));
        return isEqual || isAlike ? drop : null;
      },
    };
  },
};
