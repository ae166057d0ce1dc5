import type { Check, CheckedRow } from '../check.js';
import { counted, percent } from '../judging/in-words.js';
import { judgeByLimits } from '../judging/judge-limits.js';
import { detail, shareMeasured, skippedMeasured } from '../judging/measured.js';

/** For each length, how many rows have it. Two lengths: no tokeniser gives more than `bytes`, none fewer than `words`. */
interface Lengths {
  readonly bytes: Map<number, number>;
  readonly words: Map<number, number>;
}

/** Marks that a chat template puts around one turn, and around the whole. Generous: it may only err upwards. */
const templateTokensPerMessage = 8;
const templateTokensPerRow = 8;

const encoder = new TextEncoder();

/** Byte-level and byte-fallback tokenisers give at most one token per UTF-8 byte. */
function tokensMax({ messages }: CheckedRow): number {
  const content = messages.reduce((sum, message) => sum + encoder.encode(message.content).length, 0);
  return content + messages.length * templateTokensPerMessage + templateTokensPerRow;
}

/** No tokeniser of these families joins two words into one token. */
function tokensMin({ messages }: CheckedRow): number {
  return messages.reduce((sum, message) => sum + (message.content.match(/\S+/g)?.length ?? 0), 0);
}

const bump = (tally: Map<number, number>, length: number, rows: number) =>
  tally.set(length, (tally.get(length) ?? 0) + rows);

function above(tally: Map<number, number>, limit: number): number {
  return [...tally].reduce((sum, [length, rows]) => (length > limit ? sum + rows : sum), 0);
}

export const rowsFitTheContext: Check<Lengths> = {
  id: 'T01',
  name: 'len.over',
  version: 1,
  question: 'Do the rows fit into what the candidate reads at once?',
  why: 'Trainers cut or drop longer rows without a word; the answer stands at the end and is lost first.',
  source: 'OpenAI 4,096 rule; TRL cuts at 1,024 by default. Bounds: at most a token a byte, at least a token a word.',
  blocking: true,
  limits: { better: 'low', warn: 0.001, fail: 'overLengthShareMax', source: 'policy; catalogue T01' },
  measure: {
    start: () => ({ bytes: new Map(), words: new Map() }),
    add: (lengths, row) => {
      if (row.fate === 'kept') {
        bump(lengths.bytes, tokensMax(row), 1);
        bump(lengths.words, tokensMin(row), 1);
      }
      return lengths;
    },
    merge: (left, right) => {
      for (const [length, rows] of right.bytes) {
        bump(left.bytes, length, rows);
      }
      for (const [length, rows] of right.words) {
        bump(left.words, length, rows);
      }
      return left;
    },
    finish: ({ bytes, words }, { candidateContextTokens }) => {
      if (candidateContextTokens === null) {
        return skippedMeasured(
          'share',
          'How many tokens the candidate reads at once is not known, so nothing could be compared with it.',
        );
      }
      const rows = above(bytes, -1);
      const details = { context: candidateContextTokens, surely: above(words, candidateContextTokens) };
      return shareMeasured({ numerator: above(bytes, candidateContextTokens), denominator: rows }, { details });
    },
  },
  judge: (measured, thresholds) => {
    if (measured.skipped !== null || measured.value === null) {
      return judgeByLimits({ measured, limits: rowsFitTheContext.limits, thresholds, found: '' });
    }
    const [surely, rows] = [detail(measured, 'surely'), measured.denominator ?? 0];
    const found = `${counted(measured.numerator ?? 0)} of ${counted(rows)} rows (${percent(measured.value)}) may be longer than the candidate's ${counted(detail(measured, 'context'))} tokens, counting a token for every byte; ${counted(surely)} surely are.`;
    const judged = judgeByLimits({ measured, limits: rowsFitTheContext.limits, thresholds, found });
    const isShown = surely / rows > thresholds.overLengthShareMax;
    // The upper bound alone cannot show that rows are too long, only that they are not.
    return judged.outcome === 'fail' && !isShown ? { ...judged, outcome: 'inconclusive' } : judged;
  },
  remedy: 'Shorten or split the rows, shorten the system prompt, or choose a candidate that reads more at once.',
};
