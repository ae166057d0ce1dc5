import type { Check } from '../../check.js';
import { unreadableRows } from '../../intake/intake-tally.js';
import { counted, percent, plural } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { detail, shareMeasured } from '../../judging/measured.js';

/** Counts of unreadable rows come from uploads and captures: what cannot be read never becomes a row. */
export const rowsParse: Check<{ inexact: number }> = {
  id: 'F05',
  name: 'row.json',
  version: 2,
  question: 'Can the rows be read?',
  why: 'A trainer or a provider refuses the file, or drops the rows without a word. Many bad rows mean a broken export.',
  source: 'Provider validators refuse a file for one bad row; five in a hundred is our bound for a broken export.',
  blocking: true,
  measure: {
    start: () => ({ inexact: 0 }),
    add: (state, { example }) => {
      if (example.traits.notes.length > 0 && example.traits.notes.includes('number.inexact')) {
        state.inexact += 1;
      }
      return state;
    },
    merge: (left, right) => {
      left.inexact += right.inexact;
      return left;
    },
    finish: ({ inexact }, { intake }) => {
      const { unreadable, delivered } = unreadableRows(intake);
      const shown = intake.faults.filter((fault) => fault.code.startsWith('row.') && fault.code !== 'row.shape');
      return {
        ...shareMeasured({ numerator: unreadable, denominator: delivered }, { details: { inexact } }),
        evidence: shown.map((fault) => ({
          rowKey: null,
          origin: 'import',
          originId: fault.importId,
          line: fault.line,
          excerpt: `${fault.field === '' ? '' : `${fault.field}: `}${fault.reason}`,
        })),
        evidenceTotal: unreadable,
      };
    },
  },
  judge: (measured, limits) => {
    const inexact = measured.value === null ? 0 : detail(measured, 'inexact');
    const numbers = inexact === 0 ? '' : ` ${plural(inexact, 'row')} hold numbers beyond 2^53 beside the text.`;
    const found = `${counted(measured.numerator ?? 0)} of ${counted(measured.denominator ?? 0)} rows (${percent(measured.value ?? 0)}) could not be read; they were left out.${numbers}`;
    return judgeByLimits({ measured, limits, found });
  },
  remedy: 'Look the lines up in the faults of the upload, mend them, and upload the file again under the same name.',
  action: null,
};
