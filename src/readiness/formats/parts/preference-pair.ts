// The rules of a preference pair: a question that is not answered yet, one answer that was liked, one that was not, and
// the two differ.
import type { Message, ToolDeclaration } from '../../rows/example.js';
import type { RowTraits } from '../../rows/row-traits.js';
import type { ReadOutcome } from '../row-format.js';
import { finishedChat } from './finish-chat.js';
import { readOpenAiMessage } from './openai-messages.js';
import type { ReadTurn, RowReading } from './row-reading.js';

export interface PairParts {
  readonly prompt: readonly ReadTurn[];
  readonly promptField: string;
  readonly chosen: ReadTurn | null;
  readonly rejected: ReadTurn | null;
  readonly tools?: readonly ToolDeclaration[] | undefined;
  readonly traits: RowTraits;
}

/** The one answer under `field`: a list of one assistant turn, such a turn itself, or a text. */
export function readAnswer(value: unknown, field: string, reading: RowReading): ReadTurn | null {
  if (typeof value === 'string') {
    return { message: { role: 'assistant', content: value }, field: '' };
  }
  const list = Array.isArray(value) ? (value as unknown[]) : [value];
  if (value === undefined || value === null || list.length !== 1) {
    reading.refuse('pref.pair', field, 'A pair has exactly one answer that was liked and one that was not.');
    return null;
  }
  const turn = readOpenAiMessage(list[0], Array.isArray(value) ? `${field}[0]` : field, reading);
  if (turn !== null && turn.message.role !== 'assistant') {
    reading.refuse('pref.pair', `${turn.field}.role`, 'An answer of a pair is an assistant turn.');
  }
  return turn;
}

export function finishedPair(parts: PairParts, reading: RowReading): ReadOutcome {
  const { prompt, promptField, chosen, rejected, tools, traits } = parts;
  if (prompt.at(-1)?.message.role === 'assistant') {
    reading.refuse('pref.pair', promptField, 'The question ends with an answer already.');
  }
  if (chosen === null || rejected === null || reading.faults.length > 0) {
    return reading.faults;
  }
  if (!says(rejected.message)) {
    reading.refuse('msg.content-empty', rejected.field, 'The answer that was liked less is empty.');
  }
  if (saysTheSame(chosen.message, rejected.message)) {
    reading.refuse('pref.pair', chosen.field, 'The two answers are the same.');
  }
  return finishedChat(
    { turns: [...prompt, chosen], field: promptField, tools, traits, kind: 'preference', rejected: rejected.message },
    reading,
  );
}

const says = ({ content, toolCalls }: Message) => toolCalls !== undefined || /\S/.test(content);

export function saysTheSame(left: Message, right: Message): boolean {
  const calls = ({ toolCalls = [] }: Message) => JSON.stringify(toolCalls.map((call) => [call.name, call.arguments]));
  return left.role === right.role && left.content === right.content && calls(left) === calls(right);
}
