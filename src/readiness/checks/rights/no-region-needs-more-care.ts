import { type Check, noRowMeasure } from '../../check.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { countMeasured, skippedMeasured } from '../../judging/measured.js';

export const noRegionNeedsMoreCare: Check<null> = {
  id: 'R05',
  name: 'region.tier',
  version: 1,
  question: 'Do users, place or contract ask for more care?',
  why: 'Unpaid routes, users in the EEA, minors and medical use have rules of their own.',
  source: 'Gemini API Additional Terms; the terms in config/catalog.',
  blocking: false,
  measure: {
    ...noRowMeasure,
    finish: (_state, { rights }) =>
      rights.regionKnown !== true && rights.regionNotes.length === 0
        ? skippedMeasured(
            'notes',
            'Where the users are, and whether minors or health are concerned, has not been said.',
          )
        : countMeasured(
            { value: rights.regionNotes.length, unit: 'notes' },
            { details: { notes: rights.regionNotes.join(' ') } },
          ),
  },
  judge: (measured, limits) => {
    const notes = String(measured.details.notes ?? '');
    const found = notes === '' ? 'Nothing that was declared asks for more care.' : notes;
    return judgeByLimits({ measured, limits, found });
  },
  remedy: 'Use a paid route, leave out minors and health, or have the use reviewed.',
  action: null,
};
