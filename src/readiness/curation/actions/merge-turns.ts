import type { Message } from '../../rows/example.js';
import { type CurationAction, rowByRow } from '../curation-action.js';
import { withMessages } from '../row-content.js';

/** Turns with calls or results, and turns of which one is learnt and the other is not, stay apart. */
function canMerge(left: Message | undefined, right: Message): left is Message {
  return (
    left !== undefined &&
    left.role === right.role &&
    left.role !== 'tool' &&
    left.toolCalls === undefined &&
    right.toolCalls === undefined &&
    left.weight === right.weight
  );
}

export function mergedTurns(messages: readonly Message[]): readonly Message[] {
  const merged: Message[] = [];
  for (const message of messages) {
    const before = merged.at(-1);
    if (canMerge(before, message)) {
      const images = [...(before.images ?? []), ...(message.images ?? [])];
      const content = [before.content, message.content].filter((text) => text !== '').join('\n\n');
      merged[merged.length - 1] = { ...before, content, ...(images.length === 0 ? {} : { images }) };
    } else {
      merged.push(message);
    }
  }
  return merged;
}

export const mergeTurns: CurationAction = {
  id: 'merge-turns',
  question: 'Should turns of one role that follow each other become one?',
  does: 'Joins neighbouring turns of the same role with an empty line between them, on both sides. Tool calls and their results stay apart.',
  safe: true,
  changes: ['F08', 'T04'],
  parameters: [],
  needsPrivacy: false,
  looksFirst: false,
  start: () =>
    rowByRow(({ facts }) => {
      const { example } = facts;
      const merged = mergedTurns(example.messages);
      return merged.length === example.messages.length
        ? null
        : { kind: 'replace', content: withMessages(example, merged) };
    }),
};
