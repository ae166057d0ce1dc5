import { type CurationAction, rowByRow } from '../curation-action.js';
import { withMessages } from '../row-content.js';

export const relabel: CurationAction = {
  id: 'relabel',
  question: 'Which labels mean the same and should be written the same?',
  does: 'Writes another label where the answer is exactly one of the names given, on both sides. Names are compared without outer spaces.',
  safe: false,
  changes: ['F17', 'B01', 'B09', 'V02', 'D03'],
  parameters: [
    { name: 'aliases', kind: 'aliases', about: 'From each name to the one that it should have.', required: true },
  ],
  needsPrivacy: false,
  looksFirst: false,
  start: ({ taskKind }, { aliases }) => {
    if (taskKind !== 'closed-set classification') {
      return 'Only classification has labels.';
    }
    const names = new Map(Object.entries((aliases ?? {}) as Record<string, string>));
    return rowByRow(({ facts }) => {
      const { example } = facts;
      const [name, answer] = [names.get(example.label.trim()), example.messages.at(-1)];
      return name === undefined || name === example.label || answer === undefined
        ? null
        : {
            kind: 'replace',
            content: withMessages(example, [...example.messages.slice(0, -1), { ...answer, content: name }]),
          };
    });
  },
};
