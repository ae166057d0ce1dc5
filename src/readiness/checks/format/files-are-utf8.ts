import { type Check, noRowMeasure } from '../../check.js';
import type { IntakeFile } from '../../intake/intake-tally.js';
import { counted, plural } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { filesMeasured, ofDeliveries } from '../../judging/row-tally.js';

const isFaulty = (file: IntakeFile) => file.encodingFound !== 'utf-8';

function whereBad(files: readonly IntakeFile[]): string {
  const [first] = files;
  if (first === undefined) {
    return '';
  }
  const at = first.firstBadByte === null ? '' : `, first at byte ${counted(first.firstBadByte)}`;
  return first.encodingFound === 'not-utf-8'
    ? ` (another encoding, such as Latin-1${at})`
    : ` (${first.encodingFound})`;
}

export const filesAreUtf8: Check<null> = {
  id: 'F02',
  name: 'file.utf8',
  version: 1,
  question: 'Is every line valid UTF-8?',
  why: 'Most readers put a question mark in place of what they cannot decode, and the model learns the question marks.',
  source: 'Together and Cohere refuse such files; a lenient decoder replaces bad bytes without a word.',
  blocking: true,
  measure: {
    ...noRowMeasure,
    finish: (_state, { intake }) => {
      const faulty = intake.files.filter(isFaulty);
      const measured = filesMeasured(intake, { found: faulty });
      const lines = faulty.reduce((sum, file) => sum + Math.max(file.badUtf8Lines, 1), 0);
      const value = measured.value === null ? null : lines;
      return {
        ...measured,
        value,
        unit: 'lines',
        numerator: lines,
        details: { ...measured.details, faulty: faulty.length, where: whereBad(faulty) },
      };
    },
  },
  judge: (measured, limits) => {
    const where = measured.details.where ?? '';
    const found = `${plural(measured.value ?? 0, 'line')} of ${ofDeliveries(measured)} cannot be decoded as UTF-8${where}.`;
    return judgeByLimits({ measured, limits, found });
  },
  remedy: 'Convert the file to UTF-8 from the encoding that it is in, and upload it again under the same name.',
  action: null,
};
