// Personal data and secrets of one row: in its turns, in the arguments of its calls and in the rejected answer.
import { sha256Hex } from '../../kernel/digest.js';
import type { Example, Message } from '../rows/example.js';
import { findSharedSpans, findSpans, type TextSpan } from './find-spans.js';
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

function addMessage(before: PrivateSpan[] | null, placed: Placed): PrivateSpan[] | null {
  const { content, role, toolCalls } = placed.message;
  const found = role === 'system' ? findSharedSpans(content) : findSpans(content);
  let spans = found.length === 0 ? before : addFound(before, found, { ...placed, text: content, call: null });
  if (toolCalls !== undefined) {
    for (let call = 0; call < toolCalls.length; call += 1) {
      const text = toolCalls[call]?.arguments ?? '';
      const inCall = findSpans(text);
      spans = inCall.length === 0 ? spans : addFound(spans, inCall, { ...placed, text, call });
    }
  }
  return spans;
}

interface PlacedText extends Placed {
  readonly text: string;
  readonly call: number | null;
}

function addFound(before: PrivateSpan[] | null, found: readonly TextSpan[], placed: PlacedText): PrivateSpan[] {
  const { text, place, call, salt } = placed;
  const spans = before ?? [];
  for (const { detector, start, end, confidence } of found) {
    const { kind, group } = detector;
    const valueDigest = digestOfValue(text.slice(start, end), { kind, salt });
    spans.push({ kind, group, message: place, call, start, end, valueDigest, confidence });
  }
  return spans;
}

/** The same value has the same digest however it is written: with or without blanks, dashes, capitals. */
export function digestOfValue(value: string, { kind, salt }: { kind: string; salt: string }): string {
  const plain = value.toLowerCase().replace(/[\s().\-/]+/g, '');
  return sha256Hex(`${salt}\n${kind}\n${plain}`).slice(0, digestUnits);
}
