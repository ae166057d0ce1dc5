// Turns with `from` and `value`: human and gpt, system, function_call with its observation. Turns with `role` and
// `content` among them are taken as well.
import type { MessageRole } from '../../rows/example.js';
import type { Fields } from '../row-format.js';
import { readOpenAiMessage, readWeight } from './openai-messages.js';
import type { ReadTurn, RowReading } from './row-reading.js';
import { readArguments } from './tool-calls.js';

const roleOf: Readonly<Record<string, MessageRole | 'call'>> = {
  system: 'system',
  human: 'user',
  user: 'user',
  gpt: 'assistant',
  assistant: 'assistant',
  model: 'assistant',
  chatgpt: 'assistant',
  bard: 'assistant',
  bing: 'assistant',
  function_call: 'call',
  observation: 'tool',
  tool: 'tool',
};

export function readShareGptTurns(value: unknown, field: string, reading: RowReading): ReadTurn[] {
  if (!Array.isArray(value) || value.length === 0) {
    const reason = Array.isArray(value) ? 'The list of turns is empty.' : 'Turns are missing or no list.';
    reading.refuse('msg.structure', field, reason);
    return [];
  }
  return (value as unknown[]).flatMap((item, place) => readShareGptTurn(item, `${field}[${place}]`, reading) ?? []);
}

export function readShareGptTurn(item: unknown, field: string, reading: RowReading): ReadTurn | null {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) {
    reading.refuse('msg.structure', field, 'A turn is an object with from and value.');
    return null;
  }
  const { from, value, weight, role: openAiRole } = item as Fields;
  if (from === undefined && openAiRole !== undefined) {
    return readOpenAiMessage(item, field, reading);
  }
  const role = typeof from === 'string' && Object.hasOwn(roleOf, from) ? roleOf[from] : undefined;
  if (role === undefined) {
    reading.refuse('msg.roles', `${field}.from`, 'A turn is from system, human, gpt, function_call or observation.');
    return null;
  }
  if (typeof value !== 'string') {
    reading.refuse('msg.structure', `${field}.value`, 'The value of a turn is a text.');
    return null;
  }
  if (role === 'call') {
    return readCallTurn(value, field, reading);
  }
  if (role === 'tool') {
    reading.note('role.mapped');
    return { message: { role, content: value, toolCallId: reading.answered(null) ?? '' }, field };
  }
  const learnt = readWeight(weight, `${field}.weight`, reading);
  const message = { role, content: value, ...(learnt !== undefined && role === 'assistant' ? { weight: learnt } : {}) };
  return { message, field };
}

/** The value is the JSON text of a call or of a list of calls. */
function readCallTurn(value: string, field: string, reading: RowReading): ReadTurn | null {
  reading.note('role.mapped');
  const list = callList(value);
  const toolCalls = list.flatMap((call) => {
    const { name, arguments: given, parameters } = call as Fields;
    const text = readArguments(given ?? parameters, `${field}.value`, reading);
    return typeof name === 'string' && name !== '' && text !== null ? [reading.numbered(name, text)] : [];
  });
  if (toolCalls.length === 0 || toolCalls.length < list.length) {
    reading.refuse('tool.calls', `${field}.value`, 'A call is the JSON text of an object with name and arguments.');
    return null;
  }
  return { message: { role: 'assistant', content: '', toolCalls }, field };
}

function callList(value: string): object[] {
  try {
    const parsed: unknown = JSON.parse(value);
    const list = Array.isArray(parsed) ? (parsed as unknown[]) : [parsed];
    return list.map((one) => (typeof one === 'object' && one !== null ? one : {}));
  } catch {
    return [];
  }
}
