// From the text of one JSON object, or from its members, to a row or its faults. The way of a good row is short: parse,
// count the members, build the content. Scans over the text are made only where those counts give a reason to.
import type { RowFault } from '../imports/import-fault.js';
import { nestingMax, scanJson } from '../imports/json-scan.js';
import { unstorable } from '../imports/line-text.js';
import { type PlainLine, turnsPlaceholder } from '../plain-chats/plain-lines.js';
import type { Message, RowContent } from '../rows/example.js';
import type { RowNote } from '../rows/row-traits.js';
import { noTraits } from '../rows/row-traits.js';
import { mayHoldControl, withControlNote } from './parts/control-signs.js';
import type { FlatFields, FlatObjects } from './parts/flat-object.js';
import { type Fields, isRead, type ReadRow, type RowFormat } from './row-format.js';

/** @param formats one: it is asked whatever the keys are; several: the first that recognises the keys */
export function readFields(fields: Fields, formats: readonly RowFormat[]): ReadRow | readonly RowFault[] {
  const format = formatFor(fields, formats);
  if (format === undefined) {
    return [{ code: 'row.shape', field: '', reason: unknownKeys(fields) }];
  }
  const read = format.read(fields);
  return isRead(read)
    ? { content: read.content, trimmed: read.trimmed, pictures: read.pictures, shape: format.name }
    : read;
}

function formatFor(fields: Fields, formats: readonly RowFormat[]): RowFormat | undefined {
  if (formats.length === 1) {
    return formats[0];
  }
  for (const format of formats) {
    if (format.recognises(fields)) {
      return format;
    }
  }
  return undefined;
}

function unknownKeys(fields: Fields): string {
  // Keys are shown only where they look like names: anything else may be content.
  const keys = Object.keys(fields).filter((key) => /^[\w.-]{1,40}$/.test(key));
  const shown = keys.slice(0, 5).join(', ');
  return shown === '' ? 'The row has no known keys.' : `No row format has just these keys: ${shown}.`;
}

/** @param text one line; must be no more than a JSON value with white space around it */
export function readJsonLine(text: string, formats: readonly RowFormat[]): ReadRow | readonly RowFault[] {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return [{ code: 'row.json', field: '', reason: whyNotJson(text, error) }];
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    const kind = json === null ? 'null' : Array.isArray(json) ? 'a list' : `a ${typeof json}`;
    return [{ code: 'row.shape', field: '', reason: `The line is ${kind}, not an object.` }];
  }
  const isPlain = memberCount(json, 1) === keysInText(text);
  const flaw = isPlain ? null : scanJson(text);
  if (flaw !== null) {
    const reason = flaw.kind === 'too-deep' ? tooDeep : 'The key stands twice in the same object.';
    return [{ code: 'row.json', field: flaw.field, reason }];
  }
  const read = readFields(json as Fields, formats);
  return isRead(read) ? examined(read, text, !isPlain && holdsInexact(json)) : read;
}

/**
 * Null: it has to be read the long way. What was read holds the turns of the line themselves.
 * @param before reads what stands around the turns as that of the line before
 */
export function readPlainLine(
  { around, messages }: PlainLine,
  formats: readonly RowFormat[],
  before: FlatObjects,
): ReadRow | null {
  const fields = before.read(around) ?? fieldsAround(around, before);
  if (fields?.messages !== turnsPlaceholder) {
    return null;
  }
  fields.messages = messages;
  const read = readFields(fields, formats);
  return isRead(read) && read.content.messages === messages ? read : null;
}

/** Null: something about it needs a closer look. */
function fieldsAround(around: string, before: FlatObjects): FlatFields | null {
  let json: unknown;
  try {
    json = JSON.parse(around);
  } catch {
    return null;
  }
  const isPlain = memberCount(json, 1) === keysInText(around);
  if (!isPlain || around.includes('\\') || around.includes('\x7f')) {
    return null;
  }
  before.learn(around, json as FlatFields);
  return json as FlatFields;
}

const tooDeep = `The line is nested deeper than ${nestingMax} levels.`;

function whyNotJson(text: string, error: unknown): string {
  const position = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
  const place = position === undefined ? '' : ` (character ${Number(position) + 1})`;
  const number = /[[:,]\s*-?(NaN|Infinity)\b/.test(text) ? ' NaN and Infinity are no JSON numbers.' : '';
  return `The line is not valid JSON${place}.${number}`;
}

/** Of all objects in it. Infinite where there is a reason to look closer: nesting, or a number beyond 2^53. */
function memberCount(value: unknown, depth: number): number {
  if (typeof value === 'number') {
    return Math.abs(value) > Number.MAX_SAFE_INTEGER ? Number.POSITIVE_INFINITY : 0;
  }
  if (typeof value !== 'object' || value === null) {
    return 0;
  }
  if (depth > nestingMax) {
    return Number.POSITIVE_INFINITY;
  }
  let count = 0;
  if (Array.isArray(value)) {
    for (let at = 0; at < value.length; at += 1) {
      count += memberCount(value[at], depth + 1);
    }
    return count;
  }
  for (const key in value) {
    count += 1;
    const member = (value as Fields)[key];
    count += typeof member === 'string' ? 0 : memberCount(member, depth + 1);
  }
  return count;
}

const backslash = 92;
const quote = 34;
const space = 32;

/**
 * Keys that have their colon right behind them. As many as the parsed object has members, or a key stands twice. Two
 * things would spoil the count, and give −1: white space before a colon, and a key that ends with a backslash, which
 * looks like a quote inside of a text.
 */
function keysInText(text: string): number {
  let count = 0;
  for (let at = text.indexOf(':'); at !== -1; at = text.indexOf(':', at + 1)) {
    const before = text.charCodeAt(at - 1);
    if (before === quote) {
      if (text.charCodeAt(at - 2) !== backslash) {
        count += 1;
      } else if (text.charCodeAt(at - 3) === backslash) {
        return -1;
      }
    } else if (before <= space && text.slice(0, at).trimEnd().endsWith('"')) {
      return -1;
    }
  }
  return count;
}

/** What the parsed row cannot show: digits that were lost, halves of characters, weights that were no whole numbers. */
function examined(given: ReadRow, text: string, isInexact: boolean): ReadRow | readonly RowFault[] {
  if (text.includes('\\u')) {
    const faults = unstorableParts(given.content);
    if (faults.length > 0) {
      return faults;
    }
  }
  const read = mayHoldControl(text) ? { ...given, content: withControlNote(given.content) } : given;
  const isWeighted = isAnyWeighted(read.content.messages);
  if (!isInexact && !isWeighted) {
    return read;
  }
  const notes: RowNote[] = [];
  if (isInexact) {
    const serialised = (read.content.traits?.notes ?? []).includes('arguments.serialised');
    if (serialised && read.content.messages.some(callsInexactly)) {
      const reason = 'An argument beyond 2^53 lost digits: write arguments as JSON text.';
      return [{ code: 'row.json', field: 'messages', reason }];
    }
    notes.push('number.inexact');
  }
  if (isWeighted && /"weight"\s*:\s*[01]\.0+[\s,}]/.test(text)) {
    notes.push('weight.coerced');
  }
  return notes.length === 0 ? read : withNotes(read, notes);
}

function withNotes(read: ReadRow, more: readonly RowNote[]): ReadRow {
  const { content } = read;
  const traits = content.traits ?? noTraits;
  return { ...read, content: { ...content, traits: { ...traits, notes: [...traits.notes, ...more] } } };
}

function isAnyWeighted(messages: readonly Message[]): boolean {
  for (const { weight } of messages) {
    if (weight !== undefined) {
      return true;
    }
  }
  return false;
}

function callsInexactly({ toolCalls = [] }: Message): boolean {
  return toolCalls.some((call) => holdsInexact(JSON.parse(call.arguments)));
}

function holdsInexact(value: unknown): boolean {
  if (typeof value === 'number') {
    return Math.abs(value) > Number.MAX_SAFE_INTEGER;
  }
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsInexact);
}

function unstorableParts({ messages, rejected, tools = [], traits = noTraits }: RowContent): RowFault[] {
  const turns = messages.map((message, place) => [message, `messages[${place}]`] as const);
  const all = rejected === undefined ? turns : [...turns, [rejected, 'rejected'] as const];
  const texts = all.flatMap(([{ content, toolCalls = [] }, field]) => [
    [content, `${field}.content`],
    ...toolCalls.map((call) => [`${call.name}${call.id}${call.arguments}`, `${field}.tool_calls`]),
  ]);
  const others = [
    JSON.stringify(tools),
    traits.model,
    traits.group,
    traits.answerSchema,
    ...Object.entries(traits.slices).flat(),
  ];
  const parts = [...texts, ...others.map((text) => [text ?? '', ''])] as [string, string][];
  return parts.flatMap(([text, field]) => {
    const problem = unstorable(text);
    return problem === null ? [] : [{ code: 'row.json', field, reason: problem }];
  });
}
