// What does one answer look like: refused, cut off, speaking of its maker, full of markup? Small tests of single rows,
// shared by the checks, by the set pass and by the actions that take such rows out. Each is a guess by form: it reads a
// few characters, never the meaning.

import { makeWordTest } from '../privacy/word-automaton.js';
import type { Message } from '../rows/example.js';
import type { RowFacts } from '../rows/row-facts.js';
import type { RowTraits } from '../rows/row-traits.js';
import { isBase64Unit, textSigns } from '../rows/text-signs.js';
import { isHinted, lettersIn, lookAt, lookedUnitsMax, signsIn, withoutHint } from './answer-look.js';
import { refusalHints, refusalPattern } from './refusal-phrases.js';
import { selfNaming, selfNamingHints } from './self-naming.js';

type AnswerRow = Pick<RowFacts, 'example' | 'answerLook'>;

/** A refusal says so at once. Deeper in the text the same words are mostly part of a proper answer. */
const refusalUnits = 300;

const truncatedBy = new Set([
  'length',
  'max_tokens',
  'max_output_tokens',
  'model_length',
  'model_context_window_exceeded',
]);
const filteredBy = new Set([
  'content_filter',
  'safety',
  'blocklist',
  'prohibited_content',
  'spii',
  'image_safety',
  'recitation',
]);

/** Where an answer says what it is, it says so early on. */
const selfNamingUnits = 500;

/** Bits of the lists that `findWords` looks for. */
const [refusing, selfNamed] = [1, 2];
/** Asked only where a look gave a hint. */
const findWords = makeWordTest([refusalHints, selfNamingHints], selfNamingUnits);

/** Hints of words that do not stand in the answer are taken back: one closer look for all who ask. @param look of `lookAt` */
export function confirmedLook(answer: string, look: number): number {
  if (!isHinted(look, 'refusing') && !isHinted(look, 'selfNaming')) {
    return look;
  }
  const words = findWords(answer);
  const confirmed = (words & refusing) === 0 ? withoutHint(look, 'refusing') : look;
  return (words & selfNamed) === 0 ? withoutHint(confirmed, 'selfNaming') : confirmed;
}

/** False: nothing of the kind stands in the answer. @param look of `lookAt` */
export function mayHoldLeftover(answer: string, look: number): boolean {
  return answer.length > lookedUnitsMax || isHinted(look, 'leftover');
}

const htmlTag =
  /<\/?(?:div|span|p|br|table|tbody|tr|td|th|script|style|img|html|body|head|li|ul|ol|font|meta|iframe|a href)(?:[ >/]|$)/i;
const tracking = /[?&](?:utm_(?:source|medium|campaign|term|content)|gclid|fbclid|mc_eid|msclkid|yclid)=/;
const stackTrace =
  /Traceback \(most recent call last\)|Exception in thread "|\n[ \t]{1,12}at [\w.$<>]{1,200} ?\(|\nCaused by: /;
const blobUnits = 120;

/** What the vendor says of why it ended is believed; else the answer is read. */
export function isRefusal({ example, answerLook }: AnswerRow): boolean {
  const { label, traits } = example;
  if (traits.finish !== null && traits.finish.toLowerCase() === 'refusal') {
    return true;
  }
  return isHinted(answerLook, 'refusing') && refuses(label);
}

/** By its words alone. */
function refuses(answer: string): boolean {
  return (findWords(answer) & refusing) !== 0 && refusalPattern.test(plainStart(answer, refusalUnits));
}

/** Lower case, with straight apostrophes. */
function plainStart(answer: string, units: number): string {
  return answer.slice(0, units).toLowerCase().replaceAll('’', "'");
}

/** Says that it is a machine, or whose. Learnt from such rows, the new model calls itself by the old one's name. */
export function namesItself(answer: string, look = lookAt(answer)): boolean {
  return (
    isHinted(look, 'selfNaming') &&
    (findWords(answer) & selfNamed) !== 0 &&
    selfNaming.test(plainStart(answer, selfNamingUnits))
  );
}

/** The answer ended because its budget was used up. */
export function isTruncated({ finish }: Pick<RowTraits, 'finish'>): boolean {
  return finish !== null && truncatedBy.has(finish.toLowerCase());
}

/** The vendor cut or withheld it. */
export function isFiltered({ finish }: Pick<RowTraits, 'finish'>): boolean {
  return finish !== null && filteredBy.has(finish.toLowerCase());
}

/** The vendor said that the answer recites published text. */
export function isRecitation({ finish }: Pick<RowTraits, 'finish'>): boolean {
  return finish !== null && finish.toLowerCase() === 'recitation';
}

export type Noise = 'markup' | 'stack trace' | 'tracking' | 'blob';

/** Leftovers of pages and logs; null: none. Code inside a fenced block is not looked at. */
export function noiseOf(text: string): Noise | null {
  const prose = text.includes('```') ? withoutFences(text) : text;
  if (prose.includes('<') && htmlTag.test(prose)) {
    return 'markup';
  }
  if (prose.includes('=') && tracking.test(prose)) {
    return 'tracking';
  }
  if (hasTrace(prose, prose.includes('\n'), anyTraceSign)) {
    return 'stack trace';
  }
  return hasBlob(prose) ? 'blob' : null;
}

/** Without one of these in a row, its turns can be looked at one by one, and only for traces and blobs. */
const markupSigns = textSigns.openAngle | textSigns.equals | textSigns.backtick;

type NoiseRow = Pick<RowFacts, 'example' | 'signs' | 'normalPrompt' | 'answerLook'>;

/** Of the answer, else of what is asked: as `noiseOf` of both texts says it. */
export function noiseOfRow(row: NoiseRow): Noise | null {
  const { example, signs, answerLook } = row;
  const { label, input } = example;
  if ((signs & markupSigns) !== 0) {
    return noiseOf(label) ?? noiseOf(input);
  }
  // Where quotation marks are the only such signs, nothing but an exception in a thread can be meant.
  const isOfQuotes = (signs & traceSigns) === textSigns.doubleQuote;
  const mayTrace = isOfQuotes ? mayHoldLeftover(label, answerLook) : (signs & traceSigns) !== 0;
  if (mayTrace && hasTrace(label, label.includes('\n'), signs)) {
    return 'stack trace';
  }
  return mayHoldBlob(signs) && hasBlob(label) ? 'blob' : noiseOfAsked(row, isOfQuotes);
}

/** Its run of 120 covers a stretch of sixteen. */
function mayHoldBlob(signs: number): boolean {
  return (signs & textSigns.longRun) !== 0;
}

function noiseOfAsked({ example, signs, normalPrompt }: NoiseRow, isOfQuotes: boolean): Noise | null {
  const { messages } = example;
  // The normal prompt holds the words of all turns: one search for all of them.
  const mayTrace = isOfQuotes ? normalPrompt.includes('xcept') : (signs & traceSigns) !== 0;
  const mayBlob = mayHoldBlob(signs);
  if (!mayTrace && !mayBlob) {
    return null;
  }
  const isOfTurns = mayTrace && hasSeveralTurnsAsked(messages);
  let noise: Noise | null = null;
  for (let at = 0; at < messages.length - 1; at += 1) {
    const { role, content } = messages[at] as Message;
    if (role === 'system') {
      continue;
    }
    if (mayTrace && hasTrace(content, isOfTurns || content.includes('\n'), signs)) {
      return 'stack trace';
    }
    noise ??= mayBlob && hasBlob(content) ? 'blob' : null;
  }
  return noise;
}

/** Turns before the answer, the system prompt left out: put together they are lines of one text. */
function hasSeveralTurnsAsked(messages: readonly Message[]): boolean {
  let asked = 0;
  for (let at = 0; at < messages.length - 1; at += 1) {
    asked += messages[at]?.role === 'system' ? 0 : 1;
  }
  return asked > 1;
}

/** Each way of the pattern holds one of these. */
const traceSigns = textSigns.openRound | textSigns.colon | textSigns.doubleQuote;
/** For a text whose signs are not known. */
const anyTraceSign = traceSigns | textSigns.lineFeed;

/** @param signs bits of `textSigns` that may stand in the text */
function hasTrace(text: string, isOfLines: boolean, signs: number): boolean {
  if (!isOfLines) {
    return (text.startsWith('Traceback') || text.startsWith('Exception in')) && stackTrace.test(text);
  }
  const isLikely =
    ((signs & textSigns.openRound) !== 0 &&
      (text.includes('Traceback (') ||
        ((signs & textSigns.lineFeed) !== 0 && (text.includes('\n ') || text.includes('\n\t'))))) ||
    ((signs & textSigns.doubleQuote) !== 0 && text.includes('Exception in thread')) ||
    ((signs & textSigns.colon) !== 0 && (signs & textSigns.lineFeed) !== 0 && text.includes('\nCaused by: '));
  return isLikely && stackTrace.test(text);
}

export function hasNoise(text: string): boolean {
  return noiseOf(text) !== null;
}

function withoutFences(text: string): string {
  return text
    .split('```')
    .filter((_part, place) => place % 2 === 0)
    .join('\n');
}

/**
 * 120 characters of base64 in a row. Such a run covers a whole stretch of sixty that begins at a multiple of sixty: most
 * stretches are left at their first blank.
 */
function hasBlob(text: string): boolean {
  if (text.length < blobUnits) {
    return false;
  }
  const stride = blobUnits / 2;
  for (let place = 0; place + stride <= text.length; place += stride) {
    let at = place;
    while (at < place + stride && isBase64Unit(text.charCodeAt(at))) {
      at += 1;
    }
    if (at === place + stride && runAround(text, place) >= blobUnits) {
      return true;
    }
  }
  return false;
}

function runAround(text: string, place: number): number {
  let start = place;
  while (start > 0 && place - start < blobUnits && isBase64Unit(text.charCodeAt(start - 1))) {
    start -= 1;
  }
  let end = place;
  while (end < text.length && end - place < blobUnits && isBase64Unit(text.charCodeAt(end))) {
    end += 1;
  }
  return end - start;
}

/** Shorter texts are no prose: their ratios say nothing. */
const proseUnitsMin = 200;
const signShareMax = 0.25;
const letterShareMax = 0.9;

/** Mostly signs, or letters without blanks between: tables, dumps and encoded text where prose is expected. */
export function isPoorProse(text: string, look = lookAt(text)): boolean {
  if (text.length < proseUnitsMin) {
    return false;
  }
  const units = Math.min(text.length, lookedUnitsMax);
  // Scripts without blanks are prose all the same: what is not ASCII counts as neither.
  return signsIn(look) / units > signShareMax || lettersIn(look) / units > letterShareMax;
}

const englishFunctionWords = new Set(
  'a about after all also an and any are as at be because been before but by can could did do does for from had has have he her here him his how i if in into is it its just like may me might more most my no not now of off on one only or other our out over she should so some such than that the their them then there these they this those through to too under up us very was we were what when where which while who why will with would you your'.split(
    ' ',
  ),
);
const englishWordsMin = 30;
const functionWordShareMin = 0.3;

/** English without its small words is a list, not prose. */
export function lacksFunctionWords(normalEnglish: string): boolean {
  const words = normalEnglish.split(' ');
  if (words.length < englishWordsMin) {
    return false;
  }
  const small = words.reduce((sum, word) => sum + (englishFunctionWords.has(word) ? 1 : 0), 0);
  return small / words.length < functionWordShareMin;
}
