// How many tokens has each turn of a row, the template's marks included? What the trainers' rules are worked out on.
import type { Example, ExampleKind, MessageRole } from '../rows/example.js';
import type { ChatTemplate, TurnPlan } from './templates/chat-template.js';
import { plainTemplate } from './templates/plain.js';
import type { Tokeniser } from './tokeniser.js';

export interface TurnLength {
  readonly role: MessageRole;
  /** Tokens that lead up to the answer; of other roles the whole turn. */
  readonly headTokens: number;
  /** Of the head: tokens that count as the assistant's for trainers that go by the marks of the template. */
  readonly markedHeadTokens: number;
  /** Tokens of the answer and its end mark; 0 for other roles. */
  readonly bodyTokens: number;
  /** Whether the answer is learnt: it is one, and its weight is not 0. */
  readonly learnt: boolean;
}

export interface RowLengths {
  readonly kind: ExampleKind;
  /** Tokens before the first turn. */
  readonly openTokens: number;
  readonly turns: readonly TurnLength[];
  /** Of the answer that was liked less, end mark included; null where there is none. */
  readonly rejectedTokens: number | null;
}

/** A row of text has no template around it, whatever the model was tuned with. */
export function rowLengthsOf(example: Example, template: ChatTemplate, tokeniser: Tokeniser): RowLengths {
  const form = example.kind === 'text' ? plainTemplate : template;
  const { openMarks, open, turns } = form.plan(example);
  const startMarks = form === plainTemplate ? tokeniser.startMarks : 0;
  return {
    kind: example.kind,
    openTokens: openMarks + startMarks + countOf(open, tokeniser),
    turns: turns.map(
      (turn, at): TurnLength => ({
        role: turn.role,
        headTokens: turn.headMarks + countOf(turn.head, tokeniser),
        ...answerTokensOf(turn, turns[at - 1], tokeniser),
        learnt: turn.role === 'assistant' && example.messages[at]?.weight !== 0,
      }),
    ),
    rejectedTokens: rejectedTokensOf(example, form, tokeniser),
  };
}

function countOf(text: string, tokeniser: Tokeniser): number {
  return text === '' ? 0 : tokeniser.count(text);
}

const beginsWithSpace = /^\s/;
const endsWithSpaces = /\s\s$/;

/** White space on both sides of the place where an answer begins is one text to a tokeniser, and may become one token. */
function answerTokensOf(turn: TurnPlan, before: TurnPlan | undefined, tokeniser: Tokeniser) {
  const { headMarks, head, body, bodyMarks, markedHead = 0 } = turn;
  const followsText = head === '' && headMarks === 0;
  const lead = followsText ? textOf(before) : head;
  const follows = followsText && (endsWithSpaces.test(lead) || (tokeniser.joinsLines && lead.endsWith('\n')));
  const mayJoin = body !== '' && (follows || beginsWithSpace.test(body));
  if (!mayJoin) {
    return { markedHeadTokens: markedHead, bodyTokens: countOf(body, tokeniser) + bodyMarks };
  }
  const [alone, joined] = [tokeniser.encode(lead), tokeniser.encode(`${lead}${body}`)];
  const apart = alone.findIndex((token, at) => token !== joined[at]);
  // A token that holds the end of the head and the beginning of the answer counts as the answer's.
  const markedHeadTokens = Math.max(markedHead, apart === -1 ? 0 : alone.length - apart);
  return { markedHeadTokens, bodyTokens: joined.length - alone.length + bodyMarks };
}

/** What stands before the next turn with no mark between. */
function textOf(turn: TurnPlan | undefined): string {
  return turn === undefined || turn.bodyMarks > 0 ? '' : turn.head;
}

function rejectedTokensOf(
  { kind, tools, messages, rejected }: Example,
  form: ChatTemplate,
  tokeniser: Tokeniser,
): number | null {
  if (rejected === null) {
    return null;
  }
  const { turns } = form.plan({ kind, tools, messages: [...messages.slice(0, -1), rejected] });
  const last = turns.at(-1);
  return last === undefined ? 0 : answerTokensOf(last, turns.at(-2), tokeniser).bodyTokens;
}

export function tokensOf({ openTokens, turns }: RowLengths): number {
  return turns.reduce((sum, turn) => sum + turn.headTokens + turn.bodyTokens, openTokens);
}

/** With the longer answer of a pair. */
export function longestTokensOf(lengths: RowLengths): number {
  const chosen = lengths.turns.at(-1)?.bodyTokens ?? 0;
  return tokensOf(lengths) - chosen + Math.max(chosen, lengths.rejectedTokens ?? 0);
}

export function learntTokensOf({ turns }: RowLengths): number {
  return turns.reduce((sum, turn) => (turn.learnt ? sum + turn.bodyTokens : sum), 0);
}
