import type { Check } from '../../check.js';
import { counted } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { countMeasured, detail, unmeasured } from '../../judging/measured.js';
import { addFound, mergeTallies, type RowTally, startTally } from '../../judging/row-tally.js';
import { type Example, rowKeyOf } from '../../rows/example.js';
import { contentOfLine, exportedContent } from '../../rows/exported-line.js';

interface Exported {
  rows: number;
  /** Of the sampled rows; found are those that came back as another row. */
  readonly tried: RowTally;
}

function comesBack(example: Example): boolean {
  return rowKeyOf(contentOfLine(JSON.stringify(exportedContent(example)))) === example.rowKey;
}

export const exportsComeBackTheSame: Check<Exported> = {
  id: 'S06',
  name: 'export.roundtrip',
  version: 3,
  question: 'Do rows that are written out and read again stay the same rows?',
  why: 'What the trainer reads must be what was checked: an export that loses a turn trains another data set.',
  source:
    'Ours: a row is written as a line, read again, and must have the same key; of a large set, some four thousand by their keys.',
  blocking: false,
  measure: {
    start: () => ({ rows: 0, tried: startTally() }),
    add: (state, { example, isSampled }) => {
      state.rows += 1;
      if (isSampled) {
        state.tried.rows += 1;
        if (!comesBack(example)) {
          addFound(state.tried, 'S06', example);
        }
      }
      return state;
    },
    merge: (left, right) => ({ rows: left.rows + right.rows, tried: mergeTallies(left.tried, right.tried) }),
    finish: ({ rows, tried: { rows: denominator, sample } }) =>
      denominator === 0
        ? unmeasured('rows')
        : countMeasured({ value: sample.total, unit: 'rows', denominator }, { sample, details: { rows } }),
  },
  judge: (measured, limits) =>
    judgeByLimits({
      measured,
      limits,
      found:
        measured.value === null
          ? ''
          : `${counted(measured.value)} of ${counted(measured.denominator ?? 0)} rows that were written out and read again (of ${counted(detail(measured, 'rows'))}) came back changed.`,
    }),
  remedy: 'This is a fault of Openward: report it with the rows that are shown.',
  action: null,
};
