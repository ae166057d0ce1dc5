// Personal data and secrets of one row: in its turns, in the arguments of its calls and in the rejected answer.
import { sha256Hex } from '../../kernel/digest.js';
import type { Example, Message } from '../rows/example.js';
import { findSharedSpans, findSpans, plainScan, type TextSpan } from './find-spans.js';
import type { PrivacyFacts, PrivateSpan } from './privacy-facts.js';
import type { TextScan } from './text-scan.js';

const nothing: PrivacyFacts = { spans: [] };
const digestUnits = 16;

/**
 * @param salt of the project: without it the digest of a telephone number could be guessed
 * @param scan of `allDetectors`
 */
export function findPrivate(
  example: Pick<Example, 'messages' | 'rejected'>,
  salt: string,
  scan: TextScan = plainScan(),
): PrivacyFacts {
  const { messages, rejected } = example;
  let spans: PrivateSpan[] | null = null;
  for (let place = 0; place < messages.length; place += 1) {
    const message = messages[place] as Message;
    const found = message.role === 'system' ? findSharedSpans(message.content, scan) : findSpans(message.content, scan);
    // Nearly every message ends here: nothing is made for it.
    if (found.length > 0 || message.toolCalls !== undefined) {
      spans = addMessage(spans, found, { message, place, salt, scan });
    }
  }
  if (rejected !== null) {
    spans = addMessage(spans, findSpans(rejected.content, scan), { message: rejected, place: -1, salt, scan });
  }
  return spans === null ? nothing : { spans };
}

interface Placed {
  readonly message: Message;
  readonly place: number;
  readonly salt: string;
  readonly scan: TextScan;
}

function addMessage(before: PrivateSpan[] | null, found: readonly TextSpan[], placed: Placed): PrivateSpan[] | null {
  const { message, scan } = placed;
  let spans = found.length === 0 ? before : addFound(before, found, { ...placed, text: message.content, call: null });
  const calls = message.toolCalls ?? [];
  for (let call = 0; call < calls.length; call += 1) {
    const text = calls[call]?.arguments ?? '';
    const inCall = findSpans(text, scan);
    spans = inCall.length === 0 ? spans : addFound(spans, inCall, { ...placed, text, call });
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
