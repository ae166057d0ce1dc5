import { type Check, noRowMeasure } from '../../check.js';
import type { IntakeFile } from '../../intake/intake-tally.js';
import { counted, plural } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { detail } from '../../judging/measured.js';
import { filesMeasured, ofDeliveries } from '../../judging/row-tally.js';

/** Neither JSON nor a table with known columns. Files of another encoding are asked about by F02. */
const isAmbiguous = ({ kind, problem, encodingFound }: IntakeFile) =>
  problem !== null && encodingFound === 'utf-8' && (kind === null || kind === 'csv' || kind === 'tsv');

const sumOf = (files: readonly IntakeFile[], count: (file: IntakeFile) => number) =>
  files.reduce((sum, file) => sum + count(file), 0);

export const filesAreOfTheKindTheySay: Check<null> = {
  id: 'F04',
  name: 'file.kind',
  version: 1,
  question: 'Is every file of the kind that its name says?',
  why: 'A .jsonl that is one JSON list, or a table under the name of another, stops most trainers at the first line.',
  source: 'Ours; the data preparation tool of openai-python read any of these kinds.',
  blocking: true,
  measure: {
    ...noRowMeasure,
    finish: (_state, { intake: { files, ...intake } }) =>
      filesMeasured(
        { ...intake, files },
        {
          found: files.filter((file) => file.autoConverted),
          details: {
            ambiguous: files.filter(isAmbiguous).length,
            blankLines: sumOf(files, (file) => file.blankLines),
            crlfLines: sumOf(files, (file) => file.crlfLines),
            unended: files.filter((file) => file.lines > 0 && !file.endsWithNewline).length,
          },
        },
      ),
  },
  judge: (measured, limits) => {
    if (measured.value === null) {
      return judgeByLimits({ measured, limits, found: '' });
    }
    const ambiguous = detail(measured, 'ambiguous');
    const lines = `${counted(detail(measured, 'blankLines'))} blank lines, ${counted(detail(measured, 'crlfLines'))} ended by CR and LF, ${plural(detail(measured, 'unended'), 'file')} without a last line end.`;
    if (ambiguous > 0) {
      return {
        outcome: 'fail',
        text: `${plural(ambiguous, 'file')} of ${ofDeliveries(measured)} are of no known kind. ${lines}`,
      };
    }
    const found = `${plural(measured.value, 'file')} of ${ofDeliveries(measured)} were of another kind than they said, and were converted. ${lines}`;
    return judgeByLimits({ measured, limits, found });
  },
  remedy: 'Name the file after what it is: .jsonl for one object a line, .json for a list, .csv or .tsv for a table.',
  action: null,
};
