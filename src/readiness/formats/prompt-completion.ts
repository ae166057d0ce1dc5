// `{"prompt","completion"}` as texts, as messages, or with a prompt of text and picture parts; the same under the names
// that data sets use for a question and its answer. A boolean `label` says whether the answer was liked (TRL's KTO).
import { finishedChat } from './parts/finish-chat.js';
import { readContent } from './parts/message-content.js';
import { readOpenAiMessages } from './parts/openai-messages.js';
import { readTraits } from './parts/row-metadata.js';
import { type ReadTurn, RowReading } from './parts/row-reading.js';
import { readTools } from './parts/tool-calls.js';
import type { Fields, RowFormat } from './row-format.js';

/** Question and answer. */
export const promptNames: readonly (readonly [string, string])[] = [
  ['prompt', 'completion'],
  ['prompt', 'response'],
  ['question', 'answer'],
  ['query', 'response'],
  ['input', 'output'],
];

function namesOf(fields: Fields): readonly [string, string] | undefined {
  return promptNames.find(([prompt, completion]) => prompt in fields && completion in fields);
}

export const promptCompletion: RowFormat = {
  name: 'prompt-completion',
  title: 'Prompt and completion',
  recognises: (fields) => namesOf(fields) !== undefined,
  read: (fields) => {
    const reading = new RowReading();
    const [prompt, completion] = namesOf(fields) ?? ['prompt', 'completion'];
    const turns = [
      ...readSide(fields[prompt], { field: prompt, role: 'user' }, reading),
      ...readSide(fields[completion], { field: completion, role: 'assistant' }, reading),
    ];
    const contentKeys = new Set([prompt, completion, 'tools', 'system']);
    const { label, ...others } = fields;
    const isLiked = typeof label === 'boolean' ? { ...others, accepted: label } : fields;
    const traits = readTraits(isLiked, contentKeys, reading);
    const tools = readTools(fields.tools, 'tools', reading);
    return finishedChat({ turns: [...systemOf(fields), ...turns], field: prompt, tools, traits }, reading);
  },
};

function systemOf({ system }: Fields): ReadTurn[] {
  return typeof system === 'string' && system !== ''
    ? [{ message: { role: 'system', content: system }, field: 'system' }]
    : [];
}

interface Side {
  readonly field: string;
  readonly role: 'user' | 'assistant';
}

function readSide(value: unknown, { field, role }: Side, reading: RowReading): ReadTurn[] {
  if (typeof value === 'string') {
    if (value.trim() === '') {
      reading.refuse('msg.content-empty', field, 'The text is empty.');
    }
    return [{ message: { role, content: value }, field }];
  }
  const [first] = Array.isArray(value) ? (value as unknown[]) : [];
  if (typeof first === 'object' && first !== null && 'role' in first) {
    return readOpenAiMessages(value, field, reading);
  }
  const read = readContent(value, field, reading);
  if (read === null) {
    return [];
  }
  const message = { role, content: read.text, ...(read.images.length > 0 ? { images: read.images } : {}) };
  return [{ message, field }];
}
