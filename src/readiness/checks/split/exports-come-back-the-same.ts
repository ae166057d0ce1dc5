import type { Check } from '../../check.js';
import { addEvidence, type EvidenceSample, mergeEvidence, noEvidence } from '../../judging/evidence-sample.js';
import { counted } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { countMeasured, detail, unmeasured } from '../../judging/measured.js';
import { type Example, rowKeyOf } from '../../rows/example.js';
import { contentOfLine, exportedLine } from '../../rows/exported-line.js';

/** One row in sixteen, by its key: the same rows whatever the order. */
const isSampled = (rowKey: string) => rowKey.charCodeAt(0) === zero;
const zero = 48;

interface Exported {
  rows: number;
  sampled: number;
  /** Of the sampled: those that came back as another row. */
  changed: EvidenceSample;
}

function comesBack(example: Example): boolean {
  return rowKeyOf(contentOfLine(exportedLine(example))) === example.rowKey;
}

export const exportsComeBackTheSame: Check<Exported> = {
  id: 'S06',
  name: 'export.roundtrip',
  version: 1,
  question: 'Do rows that are written out and read again stay the same rows?',
  why: 'What the trainer reads must be what was checked: an export that loses a turn trains another data set.',
  source: 'Ours: one row in sixteen is written as a line, read again, and must have the same key.',
  blocking: false,
  measure: {
    start: () => ({ rows: 0, sampled: 0, changed: noEvidence }),
    add: (state, { example }) => {
      state.rows += 1;
      if (isSampled(example.rowKey)) {
        state.sampled += 1;
        state.changed = comesBack(example) ? state.changed : addEvidence(state.changed, 'S06', example);
      }
      return state;
    },
    merge: (left, right) => ({
      rows: left.rows + right.rows,
      sampled: left.sampled + right.sampled,
      changed: mergeEvidence(left.changed, right.changed),
    }),
    finish: ({ rows, sampled, changed }) =>
      sampled === 0
        ? unmeasured('rows')
        : countMeasured(
            { value: changed.total, unit: 'rows', denominator: sampled },
            { sample: changed, details: { rows } },
          ),
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
