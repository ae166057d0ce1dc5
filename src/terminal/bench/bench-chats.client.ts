// Chat rows for the benchmark: every run writes the same ones. Words are made of syllables, some thousands of them, the
// frequent ones far more frequent; one row in twenty repeats an earlier one, and some name people, cards and addresses.
import { closeSync, openSync, writeSync } from 'node:fs';

const syllables =
  'ka lo mi ren tu sa vel or dan pi est no gra lim fe hu tor be cha win dro ly ma sen ti qua ber os ul ing'.split(' ');
const vocabularyWords = 6_000;
/** Of a hundred rows. */
const repeatedOfHundred = 5;
const privateOfHundred = 8;
const rememberedRows = 500;
/** Of each turn: a question, an answer, a further question, an answer. */
const turnWords = [32, 42, 16, 28];
const heldUnitsMax = 1 << 20;

export interface WrittenChats {
  readonly path: string;
  readonly rows: number;
  readonly bytes: number;
}

/** @param bytesWanted rows are written until there are at least as many */
export function writeChats(path: string, bytesWanted: number, seed = 7): WrittenChats {
  const next = drawsOf(seed);
  const words = vocabulary(next);
  const remembered: string[] = [];
  const file = openSync(path, 'w');
  let [rows, bytes, held] = [0, 0, ''];
  while (bytes < bytesWanted) {
    const isRepeated = remembered.length > 0 && next() * 100 < repeatedOfHundred;
    const line = isRepeated ? (remembered[Math.floor(next() * remembered.length)] ?? '') : chatLine(next, words);
    remembered[rows % rememberedRows] = line;
    held += line;
    bytes += Buffer.byteLength(line);
    rows += 1;
    if (held.length > heldUnitsMax) {
      writeSync(file, held);
      held = '';
    }
  }
  writeSync(file, held);
  closeSync(file);
  return { path, rows, bytes };
}

/** As a log exports it: several turns, with what was logged beside them. */
function chatLine(next: () => number, words: readonly string[]): string {
  const system = { role: 'system', content: 'You help customers of a shop. Answer briefly and say what happens next.' };
  const turns = turnWords.map((count, place) => ({
    role: place % 2 === 0 ? 'user' : 'assistant',
    content: `${textOf(next, words, count)}${place === 0 ? privateText(next) : ''}`,
  }));
  const created = 1_760_000_000 + Math.floor(next() * 8_000_000);
  const row = { id: `chat-${Math.floor(next() * 1e9)}`, created, model: 'closed-1', messages: [system, ...turns] };
  return `${JSON.stringify(row)}\n`;
}

function privateText(next: () => number): string {
  if (next() * 100 >= privateOfHundred) {
    return '';
  }
  const digits = (count: number) => Array.from({ length: count }, () => Math.floor(next() * 10)).join('');
  const kinds = [
    () => ` Write to user${digits(5)}@example.org.`,
    () => ` My number is +44 20 7946 ${digits(4)}.`,
    () => ` The card is 4000 ${digits(4)} ${digits(4)} ${digits(4)}.`,
    () => ` It came from 192.0.2.${Math.floor(next() * 255)}.`,
  ];
  return kinds[Math.floor(next() * kinds.length)]?.() ?? '';
}

/** Sentences with an order number, a quotation or a new paragraph now and then. */
function textOf(next: () => number, words: readonly string[], about: number): string {
  const count = Math.floor(about * (0.6 + 0.8 * next()));
  let text = '';
  for (let place = 0; place < count; place += 1) {
    const word = next() < 0.02 ? String(Math.floor(next() * 100_000)) : pick(next, words);
    const startsSentence = text === '' || /[.\n"] ?$/.test(text);
    text += startsSentence ? word.charAt(0).toUpperCase() + word.slice(1) : word;
    text += next() < 0.09 ? endOfSentence(next) : next() < 0.04 ? ', ' : ' ';
  }
  return `${text.trim().replace(/[.,]$/, '')}.`;
}

function endOfSentence(next: () => number): string {
  const lot = next();
  return lot < 0.2 ? '.\n\n' : lot < 0.25 ? '. "So it is." ' : lot < 0.3 ? ' — that’s all. ' : '. ';
}

/** The square makes the first words of the list frequent, as in language. */
function pick(next: () => number, words: readonly string[]): string {
  return words[Math.floor(next() ** 3 * words.length)] ?? '';
}

function vocabulary(next: () => number): string[] {
  return Array.from({ length: vocabularyWords }, () => {
    const count = 1 + Math.floor(next() * 3);
    return Array.from({ length: count }, () => syllables[Math.floor(next() * syllables.length)] ?? '').join('');
  });
}

/** Short questions, as a classifier gets them: nearly all different, some of them near each other. */
export function* shortPrompts(count: number, seed = 11): Generator<string> {
  const next = drawsOf(seed);
  const words = vocabulary(next);
  let before = 'where is it';
  for (let row = 0; row < count; row += 1) {
    const isNear = next() < 0.03;
    const prompt = isNear ? `${before} please` : textOf(next, words, 11);
    before = prompt;
    yield prompt;
  }
}

/** Numbers from 0 to 1 by Marsaglia's xorshift, 32 bits: the same in every run. */
function drawsOf(seed: number): () => number {
  let state = seed | 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
