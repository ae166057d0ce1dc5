import { sha256Hex } from '../../../kernel/digest.js';
import { isRefusal } from '../../quality/signals.js';
import { type CurationAction, drop, type PlacedRow } from '../curation-action.js';

const refuses = ({ facts }: PlacedRow) => isRefusal(facts);
/** Which refusals stay is drawn by the row's own key. */
const lotOf = ({ facts }: PlacedRow) => sha256Hex(`${facts.example.rowKey} drop-refusals`);

/** How many refusals may stay beside the other rows, so that they are at most the share of all. */
function keptAtMost(others: number, shareMax: number): number {
  return shareMax >= 1 ? Number.POSITIVE_INFINITY : Math.floor((shareMax * others) / (1 - shareMax) + 1e-9);
}

export const dropRefusals: CurationAction = {
  id: 'drop-refusals',
  question: 'Should refusals be as rare in training as they are in production?',
  does: 'Takes so many refusing training rows out that the rest is the share given, or that of production. Drawn by row key.',
  safe: false,
  changes: ['Q04', 'V01'],
  parameters: [
    {
      name: 'shareMax',
      kind: 'share',
      about: 'Share of refusals that stays; the share of production unless told.',
      required: false,
    },
  ],
  needsPrivacy: false,
  looksFirst: true,
  start: ({ refusalShare }, { shareMax }) => {
    const most = typeof shareMax === 'number' ? shareMax : refusalShare;
    if (most === null) {
      return 'How often production refuses is not known: give shareMax.';
    }
    const lots: string[] = [];
    let others = 0;
    let kept: Set<string> | null = null;
    return {
      look: (row) => {
        if (row.side === 'train' && refuses(row)) {
          lots.push(lotOf(row));
        } else if (row.side === 'train') {
          others += 1;
        }
      },
      edit: (row) => {
        if (row.side !== 'train' || !refuses(row)) {
          return null;
        }
        kept ??= new Set(lots.sort().slice(0, keptAtMost(others, most)));
        return kept.has(lotOf(row)) ? null : drop;
      },
    };
  },
};
