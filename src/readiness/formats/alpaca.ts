// `{"instruction","input","output"}` of the Alpaca set, with `system` and `history` (pairs of earlier turns) as
// LLaMA-Factory adds them. The question is the instruction, a line break, and the input.
import { finishedChat } from './parts/finish-chat.js';
import { readTraits } from './parts/row-metadata.js';
import { type ReadTurn, RowReading } from './parts/row-reading.js';
import type { Fields, RowFormat } from './row-format.js';

const contentKeys = new Set(['instruction', 'input', 'output', 'system', 'history']);

export const alpaca: RowFormat = {
  name: 'alpaca',
  title: 'Alpaca',
  recognises: (fields) => 'instruction' in fields,
  read: (fields) => {
    const reading = new RowReading();
    const instruction = textOf(fields, 'instruction', reading);
    const output = textOf(fields, 'output', reading);
    const input = fields.input === undefined || fields.input === null ? '' : textOf(fields, 'input', reading);
    const { system } = fields;
    const turns: ReadTurn[] = [
      ...(typeof system === 'string' && system !== ''
        ? [{ message: { role: 'system', content: system }, field: 'system' } as const]
        : []),
      ...readHistory(fields.history, reading),
      { message: { role: 'user', content: [instruction, input].filter((part) => part !== '').join('\n') }, field: '' },
      { message: { role: 'assistant', content: output }, field: '' },
    ];
    if (output.trim() === '' && reading.faults.length === 0) {
      reading.refuse('msg.content-empty', 'output', 'The output is empty.');
    }
    return finishedChat({ turns, field: '', traits: readTraits(fields, contentKeys, reading) }, reading);
  },
};

function textOf(fields: Fields, name: string, reading: RowReading): string {
  const value = fields[name];
  if (typeof value !== 'string') {
    reading.refuse('msg.structure', name, 'It is missing or no text.');
    return '';
  }
  return value;
}

function readHistory(value: unknown, reading: RowReading): ReadTurn[] {
  const pairs = Array.isArray(value) ? (value as unknown[]) : [];
  if (value !== undefined && value !== null && !Array.isArray(value)) {
    reading.refuse('msg.structure', 'history', 'A history is a list of pairs.');
  }
  return pairs.flatMap((pair, place): ReadTurn[] => {
    const [asked, answered] = Array.isArray(pair) ? (pair as unknown[]) : [];
    const field = `history[${place}]`;
    if (typeof asked !== 'string' || typeof answered !== 'string') {
      reading.refuse('msg.structure', field, 'A pair of the history is a question and an answer.');
      return [];
    }
    return [
      { message: { role: 'user', content: asked }, field },
      { message: { role: 'assistant', content: answered }, field },
    ];
  });
}
