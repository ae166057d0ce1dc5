import { sha256Hex } from '../../../kernel/digest.js';
import type { Message } from '../../rows/example.js';
import { addKey, emptyTop } from '../../states/top-keys.js';
import { type CurationAction, type PlacedRow } from '../curation-action.js';
import { withMessages } from '../row-content.js';

/** As the check of boilerplate has it: shorter ones, such as “Thanks!”, are none. */
const sentenceUnitsMin = 16;
const shareDefault = 0.05;

/** Ends stay with their sentence, so that joining the pieces gives the text again. */
const pieces = (text: string) => text.split(/(?<=[.!?\n])(?=\s|$)/);
const keyOf = (piece: string) => sha256Hex(piece.trim().toLowerCase().replace(/\s+/g, ' '));
const isSentence = (piece: string) => piece.trim().length >= sentenceUnitsMin;
const isAsked = ({ role }: Message) => role === 'user';

/** Null when nothing is left of a turn that said something: such a row is not touched. */
function stripped(content: string, common: ReadonlySet<string>): string | null {
  const kept = pieces(content).filter((piece) => !isSentence(piece) || !common.has(keyOf(piece)));
  const text = kept.join('').trim();
  return text === '' && content.trim() !== '' ? null : text;
}

function strippedTurns({ facts }: PlacedRow, common: ReadonlySet<string>): Message[] | null {
  let isChanged = false;
  const turns: Message[] = [];
  for (const message of facts.example.messages) {
    const hasAny =
      isAsked(message) && pieces(message.content).some((piece) => isSentence(piece) && common.has(keyOf(piece)));
    const content = hasAny ? stripped(message.content, common) : message.content;
    if (content === null) {
      return null;
    }
    isChanged ||= hasAny;
    turns.push(hasAny ? { ...message, content } : message);
  }
  return isChanged ? turns : null;
}

export const stripBoilerplate: CurationAction = {
  id: 'strip-boilerplate',
  question: 'Should sentences that very many prompts repeat be taken out of them?',
  does: 'Takes sentences out of the users’ turns that more than a twentieth of all rows hold, on both sides; the application then has to send prompts without them, or with them in the system prompt.',
  safe: false,
  changes: ['U04', 'U03', 'T08', 'B03'],
  parameters: [
    {
      name: 'shareMin',
      kind: 'share',
      about: 'Share of rows that makes a sentence boilerplate, 0.05 unless told.',
      required: false,
    },
  ],
  needsPrivacy: false,
  looksFirst: true,
  start: (_context, { shareMin }) => {
    const least = typeof shareMin === 'number' ? shareMin : shareDefault;
    const counts = emptyTop();
    let rows = 0;
    let common: Set<string> | null = null;
    return {
      look: ({ facts }) => {
        rows += 1;
        const asked = facts.example.messages.filter(isAsked).flatMap(({ content }) => pieces(content));
        for (const key of new Set(asked.filter(isSentence).map(keyOf))) {
          addKey(counts, key);
        }
      },
      edit: (row) => {
        common ??= new Set(
          [...counts.counts].filter(([, count]) => count > least * rows && count > 1).map(([key]) => key),
        );
        const turns = common.size === 0 ? null : strippedTurns(row, common);
        return turns === null ? null : { kind: 'replace', content: withMessages(row.facts.example, turns) };
      },
    };
  },
};
