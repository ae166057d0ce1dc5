import type { Check } from '../check.js';
import { unreadableRows } from '../intake-tally.js';
import { counted, percent } from '../judging/in-words.js';
import { judgeByLimits } from '../judging/judge-limits.js';
import { shareMeasured } from '../judging/measured.js';

/** Counts come from the uploads and captures: a row that cannot be read never becomes a row. */
export const rowsParse: Check<null> = {
  id: 'F05',
  name: 'row.json',
  version: 1,
  question: 'Can the rows be read?',
  why: 'A trainer or a provider refuses the file, or drops the rows without a word. Many bad rows mean a broken export.',
  source: 'Provider validators refuse a file for one bad row; five in a hundred is our bound for a broken export.',
  blocking: true,
  limits: { better: 'low', warn: 0, fail: 'malformedShareMax', source: 'policy; any bad row warns' },
  measure: {
    start: () => null,
    add: (state) => state,
    merge: (left) => left,
    finish: (_state, { intake }) => {
      const { unreadable, delivered } = unreadableRows(intake);
      const shown = intake.faults.filter((fault) => fault.code.startsWith('row.'));
      return {
        ...shareMeasured({ numerator: unreadable, denominator: delivered }),
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
  judge: (measured, thresholds) =>
    judgeByLimits({
      measured,
      limits: rowsParse.limits,
      thresholds,
      found: `${counted(measured.numerator ?? 0)} of ${counted(measured.denominator ?? 0)} rows (${percent(measured.value ?? 0)}) could not be read; they were left out.`,
    }),
  remedy: 'Look the lines up in the faults of the upload, mend them, and upload the file again under the same name.',
};
