// Which template is a prompt made from, and which sentences does it hold? In a template digits become one mark, personal
// data that was found becomes another, and the rest is folded to lower case and hashed; a prompt with neither is its own
// template. Sentences are named by a hash and their length, so that those which many rows share can be counted without
// their texts. All rows pass here: texts are walked with plain numbers, and marked ones alone a second time.
import type { PrivateSpan } from '../privacy/privacy-facts.js';
import type { KeyedExample, Message } from '../rows/example.js';

const { imul } = Math;

export interface PromptScan {
  /** Hex, 64 bits. */
  readonly templateKey: string;
  /** Distinct `hash.characters` with a space between; empty where no sentence is long enough. */
  readonly sentences: string;
}

/** Shorter ones, such as `Thanks!`, are no boilerplate. */
const sentenceUnitsMin = 16;
const sentencesMax = 64;
const anyDigit = /[0-9]/;

/** @param spans personal data that was found in the row */
export function scanPrompt(
  { messages, promptKey }: Pick<KeyedExample, 'messages' | 'promptKey'>,
  spans: readonly PrivateSpan[],
): PromptScan {
  const found: string[] = [];
  let isMarked = spans.length > 0;
  const asked = messages.length === 1 ? 1 : messages.length - 1;
  for (let place = 0; place < asked; place += 1) {
    const message = messages[place];
    if (message !== undefined && message.role !== 'system') {
      takeSentences(message.content, found);
      isMarked ||= anyDigit.test(message.content);
    }
  }
  return {
    templateKey: isMarked ? templateOf(messages.slice(0, asked), spans) : promptKey.slice(0, 16),
    sentences: found.length < 2 ? (found[0] ?? '') : [...new Set(found)].join(' '),
  };
}

const [lineEnd, exclamation, point, question] = [10, 33, 46, 63];

function takeSentences(text: string, found: string[]): void {
  let hash = 0x811c9dc5;
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    hash = imul(hash ^ unit, 0x01000193);
    if (unit <= question && (unit === point || unit === question || unit === lineEnd || unit === exclamation)) {
      takeSentence(found, hash, at + 1 - from);
      hash = 0x811c9dc5;
      from = at + 1;
    }
  }
  takeSentence(found, hash, text.length - from);
}

function takeSentence(found: string[], hash: number, units: number): void {
  if (units >= sentenceUnitsMin && found.length < sentencesMax) {
    found.push(`${(hash >>> 0).toString(36)}.${units}`);
  }
}

const privateMark = 1;
const digitMark = 2;
const gapMark = 3;
const comma = 44;

interface Walk {
  low: number;
  high: number;
  before: number;
}

function templateOf(asked: readonly Message[], spans: readonly PrivateSpan[]): string {
  const walk: Walk = { low: 0x811c9dc5, high: 0x9747b28c, before: gapMark };
  for (const [place, { role, content }] of asked.entries()) {
    if (role !== 'system') {
      const inside = spans.filter((span) => span.message === place && span.call === null);
      walkText(walk, content, new Set(inside.flatMap(({ start, end }) => placesOf(start, end))));
    }
  }
  const hex = (part: number) => (part >>> 0).toString(16).padStart(8, '0');
  return `${hex(walk.high)}${hex(walk.low)}`;
}

function placesOf(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, at) => start + at);
}

function walkText(walk: Walk, text: string, masked: ReadonlySet<number>): void {
  walk.before = gapMark;
  const hasMasked = masked.size > 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    // A sign within a number: 4,711 is one number.
    const isWithin =
      walk.before === digitMark && (unit === comma || unit === point) && isDigit(text.charCodeAt(at + 1));
    if (!isWithin) {
      step(walk, hasMasked && masked.has(at) ? privateMark : unit < 128 ? (marks[unit] as number) : unit);
    }
  }
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

/** Letters stand for themselves, in lower case; so does whatever is beyond ASCII. */
function markOf(unit: number): number {
  if (isDigit(unit)) {
    return digitMark;
  }
  const lower = unit >= 65 && unit <= 90 ? unit + 32 : unit;
  return (lower >= 97 && lower <= 122) || lower === 95 ? lower : gapMark;
}

/** Of ASCII. */
const marks = Uint8Array.from({ length: 128 }, (_, unit) => markOf(unit));

function step(walk: Walk, mark: number): void {
  if (mark === gapMark || (mark < gapMark && mark === walk.before)) {
    walk.before = mark;
    return;
  }
  // A gap counts when something follows it: signs at the end make no other template.
  if (walk.before === gapMark) {
    mix(walk, gapMark);
  }
  walk.before = mark;
  mix(walk, mark);
}

function mix(walk: Walk, mark: number): void {
  walk.low = imul(walk.low ^ mark, 0x01000193);
  walk.high = imul(walk.high ^ mark, 0x85ebca6b) ^ (walk.high >>> 15);
}
