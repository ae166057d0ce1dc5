import { clusterOf } from '../../src/readiness/drift/prompt-cluster.js';
import { lookAt } from '../../src/readiness/quality/answer-look.js';
import { type KeyedExample, makeExample, type Provenance, type RowContent } from '../../src/readiness/rows/example.js';
import { normalText } from '../../src/readiness/rows/normal-form.js';
import type { RowFacts } from '../../src/readiness/rows/row-facts.js';
import { noTraits, type RowTraits } from '../../src/readiness/rows/row-traits.js';
import { noSchema } from '../../src/readiness/rows/schema-facts.js';
import { signsOf } from '../../src/readiness/rows/text-signs.js';

export interface RowFactsParts
  extends Partial<Omit<RowContent, 'traits'>>,
    Partial<Provenance>,
    Partial<Omit<RowFacts, 'example'>> {
  /** What the user says, unless `messages` are given. */
  readonly input?: string;
  /** What the assistant answers, unless `messages` are given. */
  readonly label?: string;
  readonly traits?: Partial<RowTraits>;
}

export function anExample(parts: RowFactsParts = {}): KeyedExample {
  const { input = 'where is my card', label = 'card_arrival', kind = 'chat', rejected, tools, traits } = parts;
  const { origin = 'import', originId = origin === 'import' ? 'imp_1' : 'exc_1', declaredSplit = 'train' } = parts;
  const asked = kind === 'text' ? [] : [{ role: 'user', content: input } as const];
  const messages = parts.messages ?? [...asked, { role: 'assistant', content: label } as const];
  const content: RowContent = {
    kind,
    messages,
    ...(rejected === undefined ? {} : { rejected }),
    ...(tools === undefined ? {} : { tools }),
    traits: { ...noTraits, ...traits },
  };
  const line = parts.line === undefined ? (origin === 'import' ? 1 : null) : parts.line;
  return makeExample(content, { origin, originId, line, declaredSplit });
}

/** Tokens are bounded by the bytes, and nothing else is known, unless the parts say so. */
export function aRowFacts(parts: RowFactsParts = {}): RowFacts {
  const example = anExample(parts);
  const contentBytes = example.messages.reduce((sum, { content }) => sum + Buffer.byteLength(content), 0);
  const normalAnswer = normalText(example.label);
  const normalPrompt = parts.normalPrompt ?? normalText(example.kind === 'text' ? example.label : example.input);
  return {
    example,
    normalPrompt,
    signs: parts.signs ?? signsOf(example.messages, example.rejected),
    answerLook: parts.answerLook ?? lookAt(example.label),
    promptCluster: parts.promptCluster ?? clusterOf(normalPrompt),
    isSampled: parts.isSampled ?? true,
    normalAnswer: parts.normalAnswer ?? normalAnswer,
    contentBytes: parts.contentBytes ?? contentBytes,
    schema: parts.schema ?? noSchema,
    tokens: parts.tokens ?? { atLeast: 0, atMost: contentBytes, fits: null, exact: null, trainable: null },
    trainer: parts.trainer ?? null,
    languages: parts.languages ?? null,
    privacy: parts.privacy ?? null,
  };
}

/** Rows that differ in every word. */
export function rowFactsApart(count: number, more: (at: number) => RowFactsParts = () => ({})): RowFacts[] {
  return Array.from({ length: count }, (_, at) => {
    const input = `alpha${at} beta${at} gamma${at} delta${at} omega${at}`;
    return aRowFacts({ input, line: at + 1, ...more(at) });
  });
}
