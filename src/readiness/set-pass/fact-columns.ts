// What the set pass knows of a row: one column each, written once by the row pass as Parquet, read by DuckDB here and by
// Spark on a cluster. All hashes are made here, never by an engine, so that every engine finds the same. Types are those
// that both engines call by the same name.
import { certainMin } from '../privacy/privacy-facts.js';
import { isTruncated } from '../quality/signals.js';
import type { Example } from '../rows/example.js';
import { normalText } from '../rows/normal-form.js';
import { answerKeyOf, promptKeyOf, type RowFacts } from '../rows/row-facts.js';
import { splitPartOf } from '../rows/split-of.js';
import { type PromptScan, scanPrompt } from './prompt-scan.js';
import { rowFlags } from './row-flags.js';

export type FactType = 'VARCHAR' | 'BIGINT' | 'INTEGER';
export type FactValue = string | number | null;

export interface FactColumn {
  readonly name: string;
  readonly type: FactType;
  valueOf(row: RowFacts, side: FactsAside): FactValue;
}

/** What several columns share, computed once a row by `factsAside`. */
export interface FactsAside {
  readonly salt: string;
  readonly promptKey: string;
  readonly answerKey: string;
  readonly scan: PromptScan;
}

/** Text of this many units is kept for showing; it is masked when it is shown. */
const headUnits = 240;
const answerHeadUnits = 120;
const labelUnitsMax = 200;
const answerUnitsMin = 4;
const noSpans = [] as const;
const space = 32;

/** @param salt of the project's split, as `splitSaltOf` gives it */
export function factsAside(row: RowFacts, salt: string): FactsAside {
  const { example, privacy } = row;
  const promptKey = promptKeyOf(row);
  const scan = scanPrompt({ messages: example.messages, promptKey }, privacy?.spans ?? noSpans);
  return { salt, promptKey, answerKey: answerKeyOf(row), scan };
}

/** In the order of the file. Text is well-formed Unicode. */
export const factColumns: readonly FactColumn[] = [
  text('row_key', ({ example }) => example.rowKey),
  text('prompt_key', (_row, { promptKey }) => promptKey),
  text('answer_key', (_row, { answerKey }) => answerKey.slice(0, 32)),
  text('declared_split', ({ example }) => example.declaredSplit),
  text('origin', ({ example }) => example.origin),
  text('origin_id', ({ example }) => example.originId),
  { name: 'line', type: 'BIGINT', valueOf: ({ example }) => example.line },
  text('kind', ({ example }) => example.kind),
  // 0 to 9,999 by the hash of the prompt; only rows that nobody declared are dealt by it.
  number('split_part', ({ example }, { salt, promptKey }) =>
    example.declaredSplit === 'auto' ? splitPartOf(promptKey, salt) : -1,
  ),
  freeText('label', labelOf),
  freeText('model', ({ example }) => example.traits.model),
  freeText('group_key', ({ example }) => example.traits.group),
  { name: 'said_at', type: 'BIGINT', valueOf: ({ example }) => example.traits.at },
  text('day', ({ example }) => dayOf(example.traits.at)),
  freeText('slices', ({ example }) => slicesOf(example)),
  number('words', ({ normalPrompt }) => wordCount(normalPrompt)),
  number('prompt_units', ({ example }) => example.input.length),
  number('answer_units', ({ normalAnswer }) => normalAnswer.length),
  number('flags', flagsOf),
  number('trainable_tokens', ({ tokens, trainer }) => tokens.trainable ?? trainer?.trainableTokens ?? null),
  text('template_key', (_row, { scan }) => scan.templateKey),
  text('sentences', (_row, { scan }) => scan.sentences),
  freeText('prompt_head', ({ example }) => example.input.slice(0, headUnits)),
  freeText('answer_head', ({ example }) => example.label.slice(0, answerHeadUnits)),
  freeText('normal_prompt', ({ normalPrompt }) => normalPrompt),
];

function text(name: string, read: (row: RowFacts, side: FactsAside) => string | null): FactColumn {
  return { name, type: 'VARCHAR', valueOf: read };
}

/** ECMAScript 2024, which the compiler is not told of. */
interface WellFormedText {
  /** The text itself, or with a mark for each half of a pair of surrogates. */
  toWellFormed(): string;
}

function freeText(name: string, read: (row: RowFacts, side: FactsAside) => string | null): FactColumn {
  return { name, type: 'VARCHAR', valueOf: (row, side) => wellFormed(read(row, side)) };
}

/** No engine takes half a pair of surrogates, and a cut may have gone through one. */
function wellFormed(value: string | null): string | null {
  return value === null ? null : (value as unknown as WellFormedText).toWellFormed();
}

function number(name: string, read: (row: RowFacts, side: FactsAside) => number | null): FactColumn {
  return { name, type: 'INTEGER', valueOf: read };
}

/** Labels are short; a long answer stands for itself by its key. */
function labelOf({ example }: RowFacts, { answerKey }: FactsAside): string {
  const label = example.label.trim();
  return label.length <= labelUnitsMax ? label : answerKey;
}

const dayMs = 86_400_000;
/** Days are few, and writing one takes longer than all else of a row's numbers. */
const days = new Map<number, string>();
const daysMax = 4_096;

/** Calendar day, UTC. */
function dayOf(at: number | null): string | null {
  if (at === null) {
    return null;
  }
  const day = Math.floor(at / dayMs);
  const known = days.get(day);
  if (known !== undefined) {
    return known;
  }
  if (days.size >= daysMax) {
    days.clear();
  }
  const made = new Date(day * dayMs).toISOString().slice(0, 10);
  days.set(day, made);
  return made;
}

/** JSON with sorted names; null without slices. */
function slicesOf({ traits }: Example): string | null {
  const names = Object.keys(traits.slices);
  return names.length === 0 ? null : JSON.stringify(names.sort().map((name) => [name, traits.slices[name]]));
}

function wordCount(normal: string): number {
  let words = normal === '' ? 0 : 1;
  for (let at = 0; at < normal.length; at += 1) {
    words += normal.charCodeAt(at) === space ? 1 : 0;
  }
  return words;
}

function flagsOf(row: RowFacts): number {
  const { example, trainer } = row;
  const { traits } = example;
  let flags = isTruncated(traits) ? rowFlags.truncated : 0;
  flags |= traits.accepted === false ? rowFlags.disliked : 0;
  if (trainer !== null) {
    flags |= trainer.fate === 'dropped' || trainer.fate === 'masked' ? rowFlags.notLearnt : 0;
    flags |= trainer.cutTokens > 0 ? rowFlags.overBudget : 0;
  }
  return flags | privacyFlags(row) | promptFlags(row);
}

function privacyFlags({ privacy }: RowFacts): number {
  if (privacy === null) {
    return 0;
  }
  let flags: number = rowFlags.searched;
  for (const { group, confidence } of privacy.spans) {
    if (confidence < certainMin) {
      continue;
    }
    flags |= group === 'high' ? rowFlags.highPersonalData : 0;
    flags |= group === 'secret' ? rowFlags.secret : 0;
    flags |= group === 'contact' ? rowFlags.contactData : 0;
  }
  return flags;
}

function promptFlags({ example, normalPrompt, normalAnswer }: RowFacts): number {
  let flags = 0;
  if (normalAnswer.length >= answerUnitsMin && hasWords(normalPrompt, normalAnswer)) {
    flags |= rowFlags.answerInPrompt;
  }
  const [first] = example.messages;
  if (first?.role === 'system') {
    flags |= rowFlags.hasSystem;
    flags |= hasWords(normalSystem(first.content), normalPrompt) ? rowFlags.promptInSystem : 0;
  }
  return flags;
}

/** Whole words only: `art` does not stand in `start`. */
function hasWords(whole: string, part: string): boolean {
  if (part.length > whole.length) {
    return false;
  }
  const at = whole.indexOf(part);
  if (at === -1) {
    return false;
  }
  const startsWord = at === 0 || whole[at - 1] === ' ';
  const endsWord = at + part.length === whole.length || whole[at + part.length] === ' ';
  return (startsWord && endsWord) || ` ${whole} `.includes(` ${part} `);
}

/** Rows of one application share their system prompt: the last few are kept. */
const systems = new Map<string, string>();
const systemsMax = 64;

function normalSystem(system: string): string {
  const known = systems.get(system);
  if (known !== undefined) {
    return known;
  }
  if (systems.size >= systemsMax) {
    systems.clear();
  }
  const normal = normalText(system);
  systems.set(system, normal);
  return normal;
}
