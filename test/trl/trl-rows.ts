// Rows for a run of TRL beside ours, made from a seed: every shape that a trainer may treat in a way of its own, at lengths
// on both sides of the limit. One row in the shapes that TRL reads.
import { seededRandom } from '../../src/kernel/seeded-random.js';
import type { Message, RowContent } from '../../src/readiness/rows/example.js';

export interface TrlRow {
  readonly [field: string]: unknown;
}

const words = [
  ...[
    'card',
    'payment',
    'where',
    'is',
    'my',
    'the',
    'transfer',
    'please',
    'declined',
    'account',
    'and',
    'a',
    'I',
    'not',
  ],
  ...[
    'arrived',
    'yesterday,',
    'limit.',
    '2026',
    '12.50',
    "don't",
    'Straße',
    'café',
    'naïve',
    '残高',
    'счёт',
    '🙂',
    '👩‍👩‍👧',
  ],
  ...['(see', 'below)', 'U.S.', '—', '…', 'İstanbul', 'e\u0301tude', 'x=1;', '{"a":1}', '\n', '\n\n', '\t', '  '],
];

export interface RowMaker {
  text(wordCount: number): string;
  below(bound: number): number;
}

export function rowMaker(seed: number): RowMaker {
  const random = seededRandom(seed);
  const below = (bound: number) => Math.floor(random() * bound);
  const text = (count: number) => Array.from({ length: count }, () => words[below(words.length)] ?? '').join(' ');
  return { below, text };
}

/** What the tokeniser is trained on. */
export function corpusOf(seed: number): string[] {
  const maker = rowMaker(seed);
  return Array.from({ length: 400 }, () => `user\n\n${maker.text(20)} assistant\n${maker.text(8)} system model`);
}

const user = (content: string): Message => ({ role: 'user', content });
const answer = (content: string): Message => ({ role: 'assistant', content });
const system = (content: string): Message => ({ role: 'system', content });

/** Edges that a template may trim, or that may join with what stands before them. */
const edges = ['', ' ', '\n', '  \n', '\n\n', '\t'];

/** Chats of one and of several turns. @param hasSystem some of them begin with a system prompt */
export function chatRows(seed: number, { rows, hasSystem }: { rows: number; hasSystem: boolean }): RowContent[] {
  const { below, text } = rowMaker(seed);
  const lengths = [0, 1, 4, 9, 16, 25, 40];
  const some = () => text(lengths[below(lengths.length)] ?? 0);
  const edge = () => (below(4) === 0 ? (edges[below(edges.length)] ?? '') : '');
  const turn = () => [user(`${edge()}${some()}${edge()}`), answer(`${edge()}${some()}${edge()}`)];
  return Array.from({ length: rows }, (_, at): RowContent => {
    const opening = hasSystem && at % 3 === 0 ? [system(`${text(6)}${edge()}`)] : [];
    return { kind: 'chat', messages: [...opening, ...Array.from({ length: 1 + below(3) }, turn).flat()] };
  });
}

export function textRows(seed: number, rows: number): RowContent[] {
  const { below, text } = rowMaker(seed);
  return Array.from({ length: rows }, () => ({ kind: 'text', messages: [answer(`${text(1 + below(60))}`)] }));
}

export function pairRows(seed: number, rows: number): RowContent[] {
  const { below, text } = rowMaker(seed + 1);
  return chatRows(seed, { rows, hasSystem: false }).map((row) => ({
    ...row,
    kind: 'preference',
    rejected: answer(below(8) === 0 ? '' : text(below(30))),
  }));
}

const look = { name: 'look_up', parameters: '{"type":"object","properties":{"of":{"type":"string"}}}' };

/** A question, a call, what the tool said and the answer. */
export function toolRows(seed: number, rows: number): RowContent[] {
  const { below, text } = rowMaker(seed);
  return Array.from({ length: rows }, (_, at): RowContent => {
    const call = { id: 'c1', name: look.name, arguments: JSON.stringify({ of: text(2) }) };
    const said = { role: 'tool', content: text(below(12)), toolCallId: 'c1' } as const;
    const calling: Message = { ...answer(at % 2 === 0 ? '' : text(3)), toolCalls: [call] };
    const several = at % 4 === 0 ? [said, { ...said, content: text(3) }] : [said];
    const opening = at % 3 === 0 ? [system(text(4))] : [];
    const messages = [...opening, user(text(1 + below(20))), calling, ...several, answer(text(below(20)))];
    return { kind: 'chat', messages, tools: [look] };
  });
}

/** One answer of several is marked as not to be learnt. */
export function weightedRows(seed: number, rows: number): RowContent[] {
  return chatRows(seed, { rows, hasSystem: false }).map((row, at) => ({
    ...row,
    messages: row.messages.map((message, place) =>
      message.role === 'assistant' && (at % 2 === 0 || place < 2) ? { ...message, weight: 0 } : message,
    ),
  }));
}

function trlMessage({ role, content, toolCalls, weight }: Message): TrlRow {
  const calls = toolCalls?.map((call) => ({
    type: 'function',
    function: { name: call.name, arguments: JSON.parse(call.arguments) as unknown },
  }));
  return {
    role,
    content,
    ...(calls === undefined ? {} : { tool_calls: calls }),
    ...(weight === undefined ? {} : { weight }),
  };
}

function toolsOf({ tools = [] }: RowContent): TrlRow {
  const declared = tools.map(({ name, parameters }) => ({
    type: 'function',
    function: { name, parameters: JSON.parse(parameters) as unknown },
  }));
  return declared.length === 0 ? {} : { tools: JSON.stringify(declared) };
}

export const asMessages = (row: RowContent): TrlRow => ({ messages: row.messages.map(trlMessage), ...toolsOf(row) });

export const asPromptAndCompletion = (row: RowContent): TrlRow => ({
  prompt: row.messages.slice(0, -1).map(trlMessage),
  completion: row.messages.slice(-1).map(trlMessage),
  ...toolsOf(row),
});

const lines = (row: RowContent) => row.messages.slice(0, -1).map(({ content }) => `${content}\n`);
const last = (row: RowContent) => row.messages.at(-1)?.content ?? '';

export const asStrings = (row: RowContent): TrlRow => ({ prompt: lines(row).join(''), completion: last(row) });

export const asText = (row: RowContent): TrlRow => ({ text: last(row) });

export const asPair = (row: RowContent): TrlRow => ({
  prompt: row.messages.slice(0, -1).map(trlMessage),
  chosen: row.messages.slice(-1).map(trlMessage),
  rejected: row.rejected === undefined ? [] : [trlMessage(row.rejected)],
});

export const asPairOfStrings = (row: RowContent): TrlRow => ({
  prompt: lines(row).join(''),
  chosen: last(row),
  rejected: row.rejected?.content ?? '',
});
