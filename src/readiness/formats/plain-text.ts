// `{"text"}`: a text that is learnt as a whole, without a question.

import { readTraits } from './parts/row-metadata.js';
import { RowReading } from './parts/row-reading.js';
import type { RowFormat } from './row-format.js';

const contentKeys = new Set(['text']);

export const plainText: RowFormat = {
  name: 'text',
  title: 'Plain text',
  recognises: (fields) => 'text' in fields,
  read: (fields) => {
    const reading = new RowReading();
    const { text } = fields;
    if (typeof text !== 'string') {
      reading.refuse('msg.structure', 'text', 'It is missing or no text.');
      return reading.faults;
    }
    if (text.trim() === '') {
      reading.refuse('msg.content-empty', 'text', 'The text is empty.');
      return reading.faults;
    }
    const traits = readTraits(fields, contentKeys, reading);
    const { notes } = reading;
    return {
      content: {
        kind: 'text',
        messages: [{ role: 'assistant', content: text }],
        traits: notes.length === 0 ? traits : { ...traits, notes },
      },
      trimmed: false,
      pictures: [],
    };
  },
};
