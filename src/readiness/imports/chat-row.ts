// Is this line a chat that one can learn from? `{"messages":[{"role","content"}, …]}` as OpenAI's fine-tuning format has
// it. The last assistant turn is the answer, everything before it the question; turns after it are dropped and counted.
// Other keys of the line (ids, tags) are ignored. Tool calls and images are named as unsupported, not guessed at.
import type { Message, MessageRole } from '../rows/example.js';
import type { RowFault } from './import-fault.js';
import { scanJson } from './json-scan.js';
import { unstorable } from './line-text.js';

export interface ChatRow {
  readonly messages: readonly Message[];
  /** Turns after the last answer were dropped. */
  readonly trimmed: boolean;
}

const roleOf: Readonly<Record<string, MessageRole>> = {
  system: 'system',
  developer: 'system',
  user: 'user',
  assistant: 'assistant',
};
/** More faults of one row than this help nobody. */
const faultsPerRowMax = 20;

/** A chat, or at least one fault. */
export function readChatLine(text: string): ChatRow | readonly RowFault[] {
  const value = parsed(text);
  if (Array.isArray(value)) {
    return value as readonly RowFault[];
  }
  const { json } = value as { json: unknown };
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    const kind = json === null ? 'null' : Array.isArray(json) ? 'a list' : `a ${typeof json}`;
    return [{ code: 'row.shape', field: '', reason: `The line is ${kind}, not an object with messages.` }];
  }
  return readMessages((json as Record<string, unknown>).messages);
}

/** The parsed value in a box, so that a parsed list is not mistaken for faults. */
function parsed(text: string): { json: unknown } | readonly RowFault[] {
  const flaw = scanJson(text);
  if (flaw?.kind === 'too-deep') {
    return [{ code: 'row.json', field: flaw.field, reason: 'The line is nested deeper than 64 levels.' }];
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return [{ code: 'row.json', field: '', reason: whyNotJson(text, error) }];
  }
  return flaw === null
    ? { json }
    : [{ code: 'row.json', field: flaw.field, reason: 'The key stands twice in the same object.' }];
}

function whyNotJson(text: string, error: unknown): string {
  const position = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
  const place = position === undefined ? '' : ` (character ${Number(position) + 1})`;
  const number = /[[:,]\s*-?(NaN|Infinity)\b/.test(text) ? ' NaN and Infinity are no JSON numbers.' : '';
  return `The line is not valid JSON${place}.${number}`;
}

/** @param value what stands under `messages` */
export function readMessages(value: unknown): ChatRow | readonly RowFault[] {
  if (!Array.isArray(value) || value.length === 0) {
    const reason = Array.isArray(value) ? 'The list of messages is empty.' : 'Messages are missing or no list.';
    return [{ code: 'msg.structure', field: 'messages', reason }];
  }
  const faults: RowFault[] = [];
  const messages: Message[] = [];
  for (const [place, item] of value.entries()) {
    const read = readMessage(item, place);
    if ('code' in read) {
      faults.push(read);
    } else {
      messages.push(read);
    }
    if (faults.length === faultsPerRowMax) {
      break;
    }
  }
  return faults.length > 0 ? faults : asChat(messages);
}

function readMessage(item: unknown, place: number): Message | RowFault {
  const field = `messages[${place}]`;
  if (typeof item !== 'object' || item === null || Array.isArray(item)) {
    return { code: 'msg.structure', field, reason: 'A message is an object with role and content.' };
  }
  const { role, content, tool_calls: toolCalls, function_call: functionCall } = item as Record<string, unknown>;
  if (role === 'tool' || role === 'function' || isPresent(toolCalls) || isPresent(functionCall)) {
    return { code: 'msg.unsupported', field, reason: 'Tool calls are not part of a text task.' };
  }
  const known = typeof role === 'string' && Object.hasOwn(roleOf, role) ? roleOf[role] : undefined;
  if (known === undefined) {
    return { code: 'msg.roles', field: `${field}.role`, reason: 'A role is system, developer, user or assistant.' };
  }
  const text = contentText(content);
  if (text === null) {
    return { code: 'msg.structure', field: `${field}.content`, reason: 'Content is a text or a list of text parts.' };
  }
  return textFault(text, `${field}.content`) ?? { role: known, content: text };
}

function isPresent(value: unknown): boolean {
  return value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0);
}

/** Text parts joined; null for anything else, images included. */
export function contentText(content: unknown): string | null {
  if (typeof content === 'string') {
    return content;
  }
  if (!Array.isArray(content) || content.length === 0) {
    return null;
  }
  const texts: string[] = [];
  for (const part of content as unknown[]) {
    const { type, text } = (typeof part === 'object' && part !== null ? part : {}) as Record<string, unknown>;
    if (type !== 'text' || typeof text !== 'string') {
      return null;
    }
    texts.push(text);
  }
  return texts.join('');
}

function textFault(text: string, field: string): RowFault | null {
  const problem = unstorable(text);
  if (problem !== null) {
    return { code: 'row.json', field, reason: problem };
  }
  return text.trim() === '' ? { code: 'msg.content-empty', field, reason: 'The content is empty.' } : null;
}

function asChat(all: readonly Message[]): ChatRow | readonly RowFault[] {
  const late = all.findIndex((message, place) => message.role === 'system' && place > 0);
  if (late !== -1) {
    return [{ code: 'msg.roles', field: `messages[${late}].role`, reason: 'A system message can only come first.' }];
  }
  const last = all.map((message) => message.role).lastIndexOf('assistant');
  if (last === -1) {
    return [
      { code: 'msg.ends-assistant', field: 'messages', reason: 'No assistant turn: there is no answer to learn.' },
    ];
  }
  if (!all.slice(0, last).some((message) => message.role === 'user')) {
    return [{ code: 'msg.roles', field: 'messages', reason: 'No user turn before the answer.' }];
  }
  return { messages: all.slice(0, last + 1), trimmed: last + 1 < all.length };
}
