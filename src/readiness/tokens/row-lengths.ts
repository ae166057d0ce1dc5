// How many tokens has each turn of a row, the template's marks included? What the trainers' rules are worked out on.
import type { Example, ExampleKind, MessageRole } from '../rows/example.js';
import type { ChatTemplate } from './templates/chat-template.js';
import type { Tokeniser } from './tokeniser.js';

export interface TurnLength {
  readonly role: MessageRole;
  /** Tokens that lead up to the answer; of other roles the whole turn. */
  readonly headTokens: number;
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

export function rowLengthsOf(example: Example, template: ChatTemplate, tokeniser: Tokeniser): RowLengths {
  const plan = template.plan(example);
  const count = (text: string) => (text === '' ? 0 : tokeniser.count(text));
  const turns = plan.turns.map(
    (turn, at): TurnLength => ({
      role: turn.role,
      headTokens: turn.headMarks + count(turn.head),
      bodyTokens: count(turn.body) + turn.bodyMarks,
      learnt: turn.role === 'assistant' && example.messages[at]?.weight !== 0,
    }),
  );
  return {
    kind: example.kind,
    openTokens: plan.openMarks + count(plan.open),
    turns,
    rejectedTokens: example.rejected === null ? null : count(example.rejected.content) + 1,
  };
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
