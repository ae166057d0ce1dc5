import { type Check, noRowMeasure } from '../../check.js';
import { plural } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { filesMeasured, ofDeliveries } from '../../judging/row-tally.js';

export const filesHaveNoByteOrderMark: Check<null> = {
  id: 'F03',
  name: 'file.bom',
  version: 1,
  question: 'Do the files begin without a byte order mark?',
  why: 'Azure asks for the mark, nearly every other reader takes it for a broken first line.',
  source: 'MicrosoftDocs/azure-docs 110314.',
  blocking: false,
  measure: {
    ...noRowMeasure,
    finish: (_state, { intake }) => filesMeasured(intake, { found: intake.files.filter((file) => file.bom) }),
  },
  judge: (measured, limits) => {
    const found = `${plural(measured.value ?? 0, 'file')} of ${ofDeliveries(measured)} began with a byte order mark, which was stripped.`;
    return judgeByLimits({ measured, limits, found });
  },
  remedy: 'Nothing has to be done here; leave the mark out where other programs read the file too.',
  action: null,
};
