// `{"prompt","chosen","rejected"}` as TRL has it, as texts or as messages; the question may also be the `messages` or
// `conversations` before the pair (axolotl, LLaMA-Factory), or the turns that two whole conversations have in common.
import type { Message } from '../rows/example.js';
import { readOpenAiMessages } from './parts/openai-messages.js';
import { finishedPair, readAnswer, saysTheSame } from './parts/preference-pair.js';
import { readTraits } from './parts/row-metadata.js';
import { type ReadTurn, RowReading } from './parts/row-reading.js';
import { readShareGptTurn, readShareGptTurns } from './parts/sharegpt-turns.js';
import { readTools } from './parts/tool-calls.js';
import type { Fields, RowFormat } from './row-format.js';

const contentKeys = new Set([
  'prompt',
  'question',
  'messages',
  'conversations',
  'chosen',
  'rejected',
  'tools',
  'system',
]);

export const trlPreference: RowFormat = {
  name: 'trl-preference',
  title: 'TRL preference pair',
  recognises: (fields) => 'chosen' in fields || 'rejected' in fields,
  read: (fields) => {
    const reading = new RowReading();
    const traits = readTraits(fields, contentKeys, reading);
    const tools = readTools(fields.tools, 'tools', reading);
    const { prompt, promptField, chosen, rejected } = pairOf(fields, reading);
    return finishedPair(
      { prompt: [...systemOf(fields), ...prompt], promptField, chosen, rejected, tools, traits },
      reading,
    );
  },
};

interface Pair {
  readonly prompt: readonly ReadTurn[];
  readonly promptField: string;
  readonly chosen: ReadTurn | null;
  readonly rejected: ReadTurn | null;
}

function systemOf({ system }: Fields): ReadTurn[] {
  return typeof system === 'string' && system !== ''
    ? [{ message: { role: 'system', content: system }, field: 'system' }]
    : [];
}

function pairOf(fields: Fields, reading: RowReading): Pair {
  const promptField = ['prompt', 'question', 'messages', 'conversations'].find((name) => fields[name] !== undefined);
  if (promptField === undefined || isWholeConversation(fields)) {
    return sharedPrompt(fields, reading);
  }
  return {
    prompt: readPrompt(fields[promptField], promptField, reading),
    promptField,
    chosen: readSide(fields.chosen, 'chosen', reading),
    rejected: readSide(fields.rejected, 'rejected', reading),
  };
}

/** Some sets repeat the question as a text beside two whole conversations. */
function isWholeConversation({ prompt, chosen, rejected }: Fields): boolean {
  const isLong = (side: unknown) => Array.isArray(side) && side.length > 1;
  return (prompt === undefined || typeof prompt === 'string') && isLong(chosen) && isLong(rejected);
}

function readPrompt(value: unknown, field: string, reading: RowReading): ReadTurn[] {
  if (typeof value === 'string') {
    if (value.trim() === '') {
      reading.refuse('pref.pair', field, 'The question is empty.');
    }
    return [{ message: { role: 'user', content: value }, field }];
  }
  return field === 'conversations'
    ? readShareGptTurns(value, field, reading)
    : readOpenAiMessages(value, field, reading);
}

function readSide(value: unknown, field: string, reading: RowReading): ReadTurn | null {
  const isShareGpt = typeof value === 'object' && value !== null && 'from' in value;
  return isShareGpt ? readShareGptTurn(value, field, reading) : readAnswer(value, field, reading);
}

/** Two conversations that differ in their last turn only. */
function sharedPrompt({ chosen, rejected }: Fields, reading: RowReading): Pair {
  const none: Pair = { prompt: [], promptField: 'prompt', chosen: null, rejected: null };
  if (!Array.isArray(chosen) || !Array.isArray(rejected)) {
    reading.refuse('pref.pair', 'prompt', 'The question is missing.');
    return none;
  }
  const left = readOpenAiMessages(chosen, 'chosen', reading);
  const right = readOpenAiMessages(rejected, 'rejected', reading);
  const prompt = left.slice(0, -1);
  const isShared =
    left.length === right.length && prompt.every((turn, at) => saysTheSame(turn.message, messageAt(right, at)));
  if (!isShared && reading.faults.length === 0) {
    reading.refuse('pref.pair', 'rejected', 'The two conversations differ before their last turn.');
  }
  const pair = { chosen: left.at(-1) ?? null, rejected: right.at(-1) ?? null };
  if ([pair.chosen, pair.rejected].some((turn) => turn !== null && turn.message.role !== 'assistant')) {
    reading.refuse('pref.pair', 'chosen', 'An answer of a pair is an assistant turn.');
  }
  return { prompt, promptField: 'chosen', ...pair };
}

function messageAt(turns: readonly ReadTurn[], at: number): Message {
  return turns[at]?.message ?? { role: 'system', content: '' };
}
