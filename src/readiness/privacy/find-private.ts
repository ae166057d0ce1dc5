// Personal data and secrets of one row: in its turns, in the arguments of its calls and in the rejected answer.
import { sha256Hex } from '../../kernel/digest.js';
import type { Example, Message } from '../rows/example.js';
import { findSharedSpans, findSpans } from './find-spans.js';
import type { PrivacyFacts, PrivateSpan } from './privacy-facts.js';

const nothing: PrivacyFacts = { spans: [] };
const digestUnits = 16;

/** @param salt of the project: without it the digest of a telephone number could be guessed */
export function findPrivate(example: Pick<Example, 'messages' | 'rejected'>, salt: string): PrivacyFacts {
  let spans: PrivateSpan[] | null = null;
  for (let place = 0; place < example.messages.length; place += 1) {
    const message = example.messages[place];
    if (message !== undefined) {
      spans = addMessage(spans, { message, place, salt });
    }
  }
  if (example.rejected !== null) {
    spans = addMessage(spans, { message: example.rejected, place: -1, salt });
  }
  return spans === null ? nothing : { spans };
}

interface Placed {
  readonly message: Message;
  readonly place: number;
  readonly salt: string;
}

function addMessage(before: PrivateSpan[] | null, { message, place, salt }: Placed): PrivateSpan[] | null {
  let spans = addText(before, {
    text: message.content,
    message: place,
    call: null,
    salt,
    isShared: message.role === 'system',
  });
  if (message.toolCalls !== undefined) {
    for (let call = 0; call < message.toolCalls.length; call += 1) {
      const text = message.toolCalls[call]?.arguments ?? '';
      spans = addText(spans, { text, message: place, call, salt, isShared: false });
    }
  }
  return spans;
}

interface PlacedText {
  readonly text: string;
  readonly message: number;
  readonly call: number | null;
  readonly salt: string;
  readonly isShared: boolean;
}

function addText(
  before: PrivateSpan[] | null,
  { text, message, call, salt, isShared }: PlacedText,
): PrivateSpan[] | null {
  const found = isShared ? findSharedSpans(text) : findSpans(text);
  if (found.length === 0) {
    return before;
  }
  const spans = before ?? [];
  for (const { detector, start, end, confidence } of found) {
    const valueDigest = digestOfValue(text.slice(start, end), { kind: detector.kind, salt });
    spans.push({ kind: detector.kind, group: detector.group, message, call, start, end, valueDigest, confidence });
  }
  return spans;
}

/** The same value has the same digest however it is written: with or without blanks, dashes, capitals. */
export function digestOfValue(value: string, { kind, salt }: { kind: string; salt: string }): string {
  const plain = value.toLowerCase().replace(/[\s().\-/]+/g, '');
  return sha256Hex(`${salt}\n${kind}\n${plain}`).slice(0, digestUnits);
}
