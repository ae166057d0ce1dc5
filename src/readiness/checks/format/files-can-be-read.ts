import { type Check, noRowMeasure } from '../../check.js';
import { plural } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { filesMeasured, ofDeliveries } from '../../judging/row-tally.js';

/** Captured calls are read from the store, record by record: only files can be broken as a whole. */
export const filesCanBeRead: Check<null> = {
  id: 'F01',
  name: 'file.readable',
  version: 1,
  question: 'Can every file be read as a whole?',
  why: 'A file that is empty, cut or packed in an unknown way gives a part of its rows, and nobody notices the rest.',
  source: 'Together, check of files before fine-tuning.',
  blocking: true,
  measure: {
    ...noRowMeasure,
    finish: (_state, { intake }) =>
      filesMeasured(intake, { found: intake.files.filter((file) => file.problem !== null) }),
  },
  judge: (measured, limits) => {
    const found = `${plural(measured.value ?? 0, 'file')} of ${ofDeliveries(measured)} could not be read.`;
    return judgeByLimits({ measured, limits, found });
  },
  remedy: 'Look at the problem of the upload, and upload the whole file again under the same name.',
  action: null,
};
