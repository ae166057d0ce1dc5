// Can one learn from this captured call? Reads the bytes of a chat completion, plain or streamed, and gives the example
// or the reason why there is none. An answer that broke off, was filtered or calls a tool is no answer to learn.

import { contentText, readMessages } from '../imports/chat-row.js';
import type { ExclusionReason } from '../intake-tally.js';
import { type Example, makeExample } from './example.js';

/** What is needed of an exchange; bodies are null when they were not captured. */
export interface CapturedExchange {
  readonly id: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly outcome: string;
  /** A body was longer than what is kept. */
  readonly truncated: boolean;
  readonly request: Uint8Array | null;
  readonly response: Uint8Array | null;
}

/** `finish`: why the answer ended, as the vendor said; null when it did not say. */
interface Answer {
  readonly content: string;
  readonly finish: string | null;
  readonly callsTool: boolean;
}

type Fields = Readonly<Record<string, unknown>>;

const decoder = new TextDecoder('utf-8', { fatal: true });

export function exampleFromExchange(exchange: CapturedExchange): Example | { readonly excluded: ExclusionReason } {
  const { request, response } = exchange;
  if (exchange.outcome !== 'ok') {
    return { excluded: 'failed' };
  }
  if (exchange.truncated) {
    return { excluded: 'body-cut' };
  }
  if (request === null || response === null) {
    return { excluded: 'no-body' };
  }
  const asked = askedMessages(request);
  if (asked === null) {
    return { excluded: 'request-unreadable' };
  }
  const answer = readAnswer(response);
  if ('excluded' in answer) {
    return answer;
  }
  const chat = readMessages([...asked, { role: 'assistant', content: answer.text }]);
  if (!('messages' in chat)) {
    return { excluded: chat.some((fault) => fault.code === 'msg.unsupported') ? 'tool-calls' : 'unsupported-content' };
  }
  return makeExample(chat.messages, { origin: 'exchange', originId: exchange.id, line: null, declaredSplit: 'auto' });
}

function askedMessages(request: Uint8Array): readonly unknown[] | null {
  const messages = parsed(request)?.messages;
  return Array.isArray(messages) ? (messages as readonly unknown[]) : null;
}

function readAnswer(response: Uint8Array): { readonly text: string } | { readonly excluded: ExclusionReason } {
  const plain = parsed(response);
  const answer = plain === null ? streamedAnswer(response) : plainAnswer(plain);
  if (answer === null) {
    return { excluded: 'response-unreadable' };
  }
  if (answer.callsTool) {
    return { excluded: 'tool-calls' };
  }
  if (answer.finish === 'length') {
    return { excluded: 'answer-cut' };
  }
  if (answer.finish === 'content_filter') {
    return { excluded: 'answer-filtered' };
  }
  return answer.content.trim() === '' ? { excluded: 'no-answer' } : { text: answer.content };
}

function plainAnswer(fields: Fields): Answer | null {
  const [choice] = listOf(fields.choices);
  if (choice === undefined) {
    return null;
  }
  const message = fieldsOf(choice.message);
  return {
    content: contentText(message.content) ?? '',
    finish: textOf(choice.finish_reason),
    callsTool: hasCall(message),
  };
}

/** The first choice of a stream of chunks; null unless it ended by `[DONE]` or by a reason to finish. */
function streamedAnswer(response: Uint8Array): Answer | null {
  const text = decoded(response);
  if (text === null || !text.includes('data:')) {
    return null;
  }
  let answer: Answer = { content: '', finish: null, callsTool: false };
  let ended = false;
  for (const line of text.split(/\r\n|\n|\r/)) {
    const data = line.startsWith('data:') ? line.slice('data:'.length).trim() : '';
    ended ||= data === '[DONE]';
    if (data !== '' && data !== '[DONE]') {
      const fields = parsedText(data);
      if (fields === null) {
        return null;
      }
      answer = extended(answer, fields);
    }
  }
  return ended || answer.finish !== null ? answer : null;
}

function extended(answer: Answer, chunk: Fields): Answer {
  const choice = listOf(chunk.choices).find((one) => (one.index ?? 0) === 0);
  if (choice === undefined) {
    return answer;
  }
  const delta = fieldsOf(choice.delta);
  return {
    content: answer.content + (textOf(delta.content) ?? ''),
    finish: textOf(choice.finish_reason) ?? answer.finish,
    callsTool: answer.callsTool || hasCall(delta),
  };
}

function hasCall(message: Fields): boolean {
  return listOf(message.tool_calls).length > 0 || (message.function_call ?? null) !== null;
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}

function parsed(bytes: Uint8Array): Fields | null {
  const text = decoded(bytes);
  return text === null ? null : parsedText(text);
}

function parsedText(text: string): Fields | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;
  } catch {
    return null;
  }
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

function listOf(value: unknown): Fields[] {
  return Array.isArray(value) ? (value as unknown[]).map(fieldsOf) : [];
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
