// A chat as pairs of question and answer. A system prompt at the start belongs to the first question, answers of tools
// that follow each other are one turn. (hiyouga/LLaMA-Factory, data/converter.py)
import type { Message } from '../rows/example.js';
import type { RowLengths } from '../tokens/row-lengths.js';

export interface TurnPair {
  readonly sourceTokens: number;
  readonly targetTokens: number;
  readonly learnt: boolean;
}

export function pairsOf({ openTokens, turns }: RowLengths): TurnPair[] {
  const pairs: TurnPair[] = [];
  let sourceTokens = openTokens;
  for (const turn of turns) {
    sourceTokens += turn.headTokens;
    if (turn.role === 'assistant') {
      pairs.push({ sourceTokens, targetTokens: turn.bodyTokens, learnt: turn.learnt });
      sourceTokens = 0;
    }
  }
  return pairs;
}

/** Null: questions and answers alternate, a question first and an answer last. Allocates nothing. */
export function turnFault(messages: readonly Message[]): 'order' | 'count' | null {
  const start = messages[0]?.role === 'system' ? 1 : 0;
  let place = 0;
  for (let at = start; at < messages.length; at++) {
    const role = messages[at]?.role;
    // The answers of several tools to one turn are joined.
    if (role === 'tool' && at > start && messages[at - 1]?.role === 'tool') {
      continue;
    }
    const isRight = place % 2 === 0 ? role === 'user' || role === 'tool' : role === 'assistant';
    if (!isRight) {
      return 'order';
    }
    place++;
  }
  return place % 2 === 0 && place > 0 ? null : 'count';
}
