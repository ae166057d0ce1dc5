// Messages in the OpenAI form, which Azure, Together, Fireworks and Mistral share. `developer` becomes `system`, the older
// `function_call` and role `function` become a call and its result.
import type { Message, MessageRole } from '../../rows/example.js';
import type { Fields } from '../row-format.js';
import { readContent } from './message-content.js';
import type { ReadTurn, RowReading } from './row-reading.js';
import { readArguments, readToolCalls } from './tool-calls.js';

const roleOf: Readonly<Record<string, MessageRole>> = {
  system: 'system',
  developer: 'system',
  user: 'user',
  assistant: 'assistant',
  tool: 'tool',
  function: 'tool',
};

/** @param value what stands under `field` */
export function readOpenAiMessages(value: unknown, field: string, reading: RowReading): ReadTurn[] {
  if (!Array.isArray(value) || value.length === 0) {
    const reason = Array.isArray(value) ? 'The list of messages is empty.' : 'Messages are missing or no list.';
    reading.refuse('msg.structure', field, reason);
    return [];
  }
  const turns: ReadTurn[] = [];
  for (let place = 0; place < value.length; place += 1) {
    const turn = readOpenAiMessage(value[place] as unknown, `${field}[${place}]`, reading);
    if (turn !== null) {
      turns.push(turn);
    }
  }
  return turns;
}

/** Null where it is no message: the fault is noted. */
export function readOpenAiMessage(item: unknown, field: string, reading: RowReading): ReadTurn | null {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) {
    reading.refuse('msg.structure', field, 'A message is an object with role and content.');
    return null;
  }
  const fields = item as Fields;
  const role = typeof fields.role === 'string' && Object.hasOwn(roleOf, fields.role) ? roleOf[fields.role] : undefined;
  if (role === undefined) {
    reading.refuse('msg.roles', `${field}.role`, 'A role is system, developer, user, assistant or tool.');
    return null;
  }
  if (fields.role === 'developer' || fields.role === 'function') {
    reading.note('role.mapped');
  }
  const message = isPlain(fields)
    ? { role, content: fields.content }
    : readFullMessage(fields, role, { field, reading });
  return message === null ? null : { message, field };
}

/** Nothing but a role and a text: nearly all messages. */
function isPlain(fields: Fields): fields is Fields & { readonly content: string } {
  for (const key in fields) {
    if (key !== 'role' && key !== 'content') {
      return false;
    }
  }
  return typeof fields.content === 'string' && fields.role !== 'tool' && fields.role !== 'function';
}

interface Place {
  readonly field: string;
  readonly reading: RowReading;
}

const isPresent = (value: unknown) =>
  value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0);

function readFullMessage(fields: Fields, role: MessageRole, { field, reading }: Place): Message | null {
  if (isPresent(fields.reasoning_content) || isPresent(fields.reasoning)) {
    reading.note('thoughts.dropped');
  }
  const toolCalls = role === 'assistant' ? callsOf(fields, field, reading) : [];
  const refused = role === 'assistant' && typeof fields.refusal === 'string' ? fields.refusal : null;
  const calls = role === 'assistant' && (isPresent(fields.tool_calls) || isPresent(fields.function_call));
  const mayBeEmpty = calls || role === 'tool';
  const given = fields.content ?? refused ?? (mayBeEmpty ? '' : undefined);
  const content = Array.isArray(given) && given.length === 0 && mayBeEmpty ? '' : given;
  const read = readContent(content, `${field}.content`, reading);
  const weight = readWeight(fields.weight, `${field}.weight`, reading);
  if (read === null) {
    return null;
  }
  if (read.images.length > 0 && role !== 'user') {
    reading.refuse('msg.unsupported', `${field}.content`, 'Only a user shows pictures.');
  }
  return {
    role,
    content: read.text,
    ...(toolCalls.length > 0 ? { toolCalls } : {}),
    ...(role === 'tool' ? { toolCallId: resultOf(fields, reading) } : {}),
    ...(weight !== undefined && role === 'assistant' ? { weight } : {}),
    ...(read.images.length > 0 ? { images: read.images } : {}),
  };
}

function callsOf(fields: Fields, field: string, reading: RowReading) {
  if (isPresent(fields.tool_calls)) {
    return readToolCalls(fields.tool_calls, `${field}.tool_calls`, reading);
  }
  if (!isPresent(fields.function_call)) {
    return [];
  }
  const { name, arguments: given } = fields.function_call as Fields;
  const text = readArguments(given, `${field}.function_call.arguments`, reading);
  if (typeof name !== 'string' || name === '' || text === null) {
    reading.refuse('tool.calls', `${field}.function_call`, 'A call names its tool.');
    return [];
  }
  return [reading.numbered(name, text)];
}

/** Empty where the result names no call: it is refused when turns and calls are compared. */
function resultOf({ role, name, tool_call_id: id }: Fields, reading: RowReading): string {
  if (typeof id === 'string') {
    return id;
  }
  return role === 'function' ? (reading.answered(typeof name === 'string' ? name : null) ?? '') : '';
}

/** Undefined where none is given. `1.0` is `1` once it is parsed. */
export function readWeight(value: unknown, field: string, reading: RowReading): 0 | 1 | undefined {
  if (value === undefined || value === null) {
    return undefined;
  }
  if (value === 0 || value === 1) {
    return value;
  }
  reading.refuse('msg.weight', field, 'A weight is 0 or 1.');
  return undefined;
}
