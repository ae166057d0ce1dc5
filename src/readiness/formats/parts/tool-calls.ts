// Calls of tools and the tools that a row declares, in the OpenAI form: arguments are the JSON text of an object, every
// call names a declared tool, every result answers a call and every call but those of the last turn is answered.
import type { ToolCall, ToolDeclaration } from '../../rows/example.js';
import type { ReadTurn, RowReading } from './row-reading.js';

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};

/** @param value what stands under `tool_calls` */
export function readToolCalls(value: unknown, field: string, reading: RowReading): ToolCall[] {
  if (!Array.isArray(value)) {
    reading.refuse('tool.calls', field, 'Tool calls are a list.');
    return [];
  }
  return (value as unknown[]).flatMap((item, place) => readToolCall(item, `${field}[${place}]`, reading) ?? []);
}

function readToolCall(item: unknown, field: string, reading: RowReading): ToolCall | null {
  const { id, type, function: called } = fieldsOf(item);
  const { name, arguments: given } = fieldsOf(called);
  if (typeof id !== 'string' || id === '') {
    reading.refuse('tool.calls', `${field}.id`, 'A call has an id.');
  }
  if (type !== undefined && type !== 'function') {
    reading.refuse('tool.calls', `${field}.type`, 'A call is of type function.');
  }
  if (typeof name !== 'string' || name === '') {
    reading.refuse('tool.calls', `${field}.function.name`, 'A call names its tool.');
  }
  const text = readArguments(given, `${field}.function.arguments`, reading);
  return typeof id === 'string' && typeof name === 'string' && text !== null ? { id, name, arguments: text } : null;
}

/**
 * The JSON text of an object, or null with the fault noted. Text that was encoded twice is decoded once; an object, or
 * nothing at all, is written as text. Both are remarked on.
 */
export function readArguments(given: unknown, field: string, reading: RowReading): string | null {
  if (typeof given === 'string') {
    return argumentText(given.trim() === '' ? '{}' : given, field, reading);
  }
  if (given === undefined || given === null || (typeof given === 'object' && !Array.isArray(given))) {
    reading.note('arguments.serialised');
    return JSON.stringify(given ?? {});
  }
  reading.refuse('tool.calls', field, 'Arguments are the JSON text of an object.');
  return null;
}

function argumentText(text: string, field: string, reading: RowReading): string | null {
  const value = parsedOrNull(text);
  if (isObject(value)) {
    return text;
  }
  if (typeof value === 'string' && isObject(parsedOrNull(value))) {
    reading.note('arguments.decoded-twice');
    return value;
  }
  reading.refuse('tool.calls', field, 'Arguments are not the JSON text of an object.');
  return null;
}

function parsedOrNull(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

const isObject = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Undefined where the row declares none. Takes the forms of OpenAI and Anthropic, and either as JSON text. */
export function readTools(value: unknown, field: string, reading: RowReading): readonly ToolDeclaration[] | undefined {
  const list = typeof value === 'string' && value.trim() !== '' ? parsedOrNull(value) : value;
  if (list === undefined || list === null || list === '') {
    if (typeof value === 'string' && value.trim() !== '') {
      reading.refuse('tool.calls', field, 'Tools are a list.');
    }
    return undefined;
  }
  if (!Array.isArray(list)) {
    reading.refuse('tool.calls', field, 'Tools are a list.');
    return undefined;
  }
  return (list as unknown[]).flatMap((item, place) => {
    const outer = fieldsOf(item);
    const tool = isObject(outer.function) ? fieldsOf(outer.function) : outer;
    if (typeof tool.name !== 'string' || tool.name === '') {
      reading.refuse('tool.calls', `${field}[${place}]`, 'A tool has a name.');
      return [];
    }
    const schema = tool.parameters ?? tool.input_schema;
    return [{ name: tool.name, parameters: isObject(schema) ? JSON.stringify(schema) : '' }];
  });
}

/** Notes what does not fit together. @param tools undefined: the row declares none, so that names cannot be compared */
export function refuseLooseCalls(
  turns: readonly ReadTurn[],
  tools: readonly ToolDeclaration[] | undefined,
  reading: RowReading,
): void {
  const names = tools === undefined ? null : new Set(tools.map((tool) => tool.name));
  const open = new Map<string, string>();
  for (const { message, field } of turns) {
    if (message.role === 'tool') {
      if (!open.delete(message.toolCallId ?? '')) {
        reading.refuse('tool.calls', field, 'A tool result answers no call of the turn before it.');
      }
      continue;
    }
    for (const callField of open.values()) {
      reading.refuse('tool.calls', callField, 'A call is not answered before the next turn.');
    }
    open.clear();
    for (const [place, call] of (message.toolCalls ?? []).entries()) {
      const callField = `${field}.tool_calls[${place}]`;
      if (open.has(call.id)) {
        reading.refuse('tool.calls', callField, 'Two calls of a turn have the same id.');
      }
      if (names !== null && !names.has(call.name)) {
        reading.refuse('tool.calls', callField, 'A call names a tool that the row does not declare.');
      }
      open.set(call.id, callField);
    }
  }
}
