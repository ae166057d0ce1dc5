import type { Check } from '../../check.js';
import { isMultiTurn } from '../../drift/request-frame.js';
import { percent } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { countMeasured, detail, skippedMeasured, unmeasured } from '../../judging/measured.js';

interface Turns {
  rows: number;
  multiTurn: number;
}

const unit = 'points of share';

export const turnsMatchProduction: Check<Turns> = {
  id: 'B06',
  name: 'turns.mix',
  version: 1,
  question: 'Are conversations as frequent as in production?',
  why: 'A model that learnt from single questions loses the thread of a conversation.',
  source: 'Ours: within 20 points of the share of rows with more than one question.',
  blocking: false,
  measure: {
    start: () => ({ rows: 0, multiTurn: 0 }),
    add: (turns, { example }) => {
      turns.rows += 1;
      turns.multiTurn += isMultiTurn(example) ? 1 : 0;
      return turns;
    },
    merge: (left, right) => {
      left.rows += right.rows;
      left.multiTurn += right.multiTurn;
      return left;
    },
    finish: ({ rows, multiTurn }, { production }) => {
      if (production === null || production.calls === 0) {
        return skippedMeasured(unit, 'No traffic of production was captured, so there is nothing to compare with.');
      }
      if (rows === 0) {
        return unmeasured(unit);
      }
      const { calls, multiTurnCalls } = production;
      // Of whole numbers, so that a difference at the limit is not above it by rounding.
      const value = Math.abs(multiTurn * calls - multiTurnCalls * rows) / (rows * calls);
      return countMeasured({ value, unit }, { details: { here: multiTurn / rows, there: multiTurnCalls / calls } });
    },
  },
  judge: (measured, limits) => {
    if (measured.skipped !== null || measured.value === null) {
      return judgeByLimits({ measured, limits, found: '' });
    }
    const [here, there] = [percent(detail(measured, 'here')), percent(detail(measured, 'there'))];
    const found = `${here} of the rows are conversations, in production ${there}.`;
    return judgeByLimits({ measured, limits, found });
  },
  remedy: 'Sample conversations as often as production has them; keep their earlier turns.',
  action: null,
};
