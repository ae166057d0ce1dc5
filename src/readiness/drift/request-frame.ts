// What stands around the question: the system prompt, the tools, the form that the answer was to have. Short keys that
// tell whether two rows were asked within the same frame; numbers in a system prompt (dates, versions) do not count.
import type { Example } from '../rows/example.js';
import { maskedHash } from './prompt-cluster.js';

/** `none` without a system prompt. */
export function systemKey({ messages }: Example): string {
  const [first] = messages;
  return first?.role === 'system' ? keyOf(first.content) : 'none';
}

export function toolsKey({ tools }: Example): string {
  return tools.length === 0 ? 'none' : keyOf(tools.map(({ name, parameters }) => `${name} ${parameters}`).join('\n'));
}

export function formatKey({ traits }: Example): string {
  return traits.answerSchema === null ? (traits.wantsJson ? 'json' : 'free') : keyOf(traits.answerSchema);
}

/** Rows of one application share their frame: the last one is kept. */
let last = { text: '', key: shortKey('') };

function keyOf(text: string): string {
  if (text !== last.text) {
    last = { text, key: shortKey(text) };
  }
  return last.key;
}

function shortKey(text: string): string {
  return maskedHash(text).toString(16).padStart(8, '0');
}

export function isMultiTurn({ messages }: Example): boolean {
  let questions = 0;
  for (let at = 0; at < messages.length; at += 1) {
    questions += messages[at]?.role === 'user' ? 1 : 0;
  }
  return questions > 1;
}

/** Names of the tools that the row calls, of any turn. */
export function calledTools({ messages }: Example): string[] {
  return messages.flatMap(({ toolCalls = [] }) => toolCalls.map(({ name }) => name));
}
