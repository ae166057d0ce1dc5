// `{"text","label"}` or `{"text","category"}`: a text and the name of its class. Whole numbers are taken as names.

import { finishedChat } from './parts/finish-chat.js';
import { readTraits } from './parts/row-metadata.js';
import { RowReading } from './parts/row-reading.js';
import type { RowFormat } from './row-format.js';

const contentKeys = new Set(['text', 'label', 'category', 'label_text']);

export const classification: RowFormat = {
  name: 'classification',
  title: 'Text and label',
  recognises: (fields) => 'text' in fields && ('label' in fields || 'category' in fields),
  read: (fields) => {
    const reading = new RowReading();
    const { text, label_text: labelText } = fields;
    const labelField = 'label' in fields ? 'label' : 'category';
    const given = typeof labelText === 'string' ? labelText : fields[labelField];
    const label = Number.isSafeInteger(given) ? String(given) : given;
    for (const [field, value] of [
      ['text', text],
      [labelField, label],
    ] as const) {
      if (typeof value !== 'string') {
        reading.refuse('msg.structure', field, 'It is missing or no text.');
      } else if (value.trim() === '') {
        reading.refuse('msg.content-empty', field, 'It is empty.');
      }
    }
    const turns = [
      { message: { role: 'user', content: typeof text === 'string' ? text : '' }, field: 'text' },
      { message: { role: 'assistant', content: typeof label === 'string' ? label : '' }, field: labelField },
    ] as const;
    return finishedChat({ turns, field: '', traits: readTraits(fields, contentKeys, reading) }, reading);
  },
};
