import type { RowFacts } from '../../src/readiness/rows/row-facts.js';
import type { TokenFacts } from '../../src/readiness/tokens/token-facts.js';
import { keptWhole } from '../../src/readiness/trainers/fates.js';
import type { TrainerFate } from '../../src/readiness/trainers/trainer-fate.js';
import { aRowFacts, type RowFactsParts } from './row-facts.js';

export const fitting: TokenFacts = { atLeast: 1, atMost: 100, fits: true, exact: null, trainable: null };
export const tooLong: TokenFacts = { atLeast: 5000, atMost: 5000, fits: false, exact: 5000, trainable: 10 };
export const open: TokenFacts = { atLeast: 1000, atMost: 9000, fits: null, exact: null, trainable: null };

export const cut: TrainerFate = {
  fate: 'cut',
  rule: 'trl.max-length',
  trainableTokens: 5,
  cutTokens: 7,
  answerCut: true,
};
export const dropped: TrainerFate = {
  fate: 'dropped',
  rule: 'trl.roles-refused',
  trainableTokens: 0,
  cutTokens: 0,
  answerCut: false,
};
export const masked: TrainerFate = {
  fate: 'masked',
  rule: 'trl.fully-masked',
  trainableTokens: 0,
  cutTokens: 3,
  answerCut: true,
};
export const unlearnt: TrainerFate = { ...masked, fate: 'dropped' };

/** So many rows like the first parts among so many in all. */
export function mixed(all: number, some: number, parts: RowFactsParts, others: RowFactsParts = {}): RowFacts[] {
  return Array.from({ length: all }, (_, at) =>
    aRowFacts({
      input: `question ${at}`,
      line: at + 1,
      tokens: fitting,
      trainer: keptWhole,
      ...(at < some ? parts : others),
    }),
  );
}
