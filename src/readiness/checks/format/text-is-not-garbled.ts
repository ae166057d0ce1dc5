import type { Check } from '../../check.js';
import { counted, percent } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { shareMeasured } from '../../judging/measured.js';
import { addFound, mergeTallies, type RowTally, startTally } from '../../judging/row-tally.js';
import type { Example, Message } from '../../rows/example.js';
import { textSigns } from '../../rows/text-signs.js';

/**
 * The replacement character; private use; C1 controls; UTF-8 that was read as Latin-1 or Windows-1252: a capital A with
 * circumflex or tilde before a sign that follows it in no language, or a small a with circumflex before a euro sign.
 */
const garbled =
  /[\ufffd\ue000-\uf8ff\u0080-\u009f]|[\u00c2\u00c3][\u00a0-\u00bf\u2018-\u203a\u20ac\u2122]|\u00e2\u20ac/;

const isMessageGarbled = ({ content }: Message) => garbled.test(content);

/** Control characters were looked for when the row was read. */
function isGarbled({ messages, traits }: Example, signs: number): boolean {
  if (traits.notes.length > 0 && traits.notes.includes('text.control')) {
    return true;
  }
  return (signs & textSigns.maybeGarbled) !== 0 && messages.some(isMessageGarbled);
}

export const textIsNotGarbled: Check<RowTally> = {
  id: 'F19',
  name: 'mojibake',
  version: 1,
  question: 'Is the text free of garbled characters?',
  why: 'Text that was decoded wrongly once is learnt and said again wrongly.',
  source: 'Proposal of this service; such characters stand in published data sets.',
  blocking: false,
  measure: {
    start: startTally,
    add: (tally, { example, signs }) => {
      tally.rows += 1;
      if (isGarbled(example, signs)) {
        addFound(tally, 'F19', example);
      }
      return tally;
    },
    merge: mergeTallies,
    finish: ({ rows, sample }) => ({
      ...shareMeasured({ numerator: sample.total, denominator: rows }, { sample }),
      effect: sample.total === 0 ? null : { rows: -sample.total, tokens: null, metricAfter: 0 },
    }),
  },
  judge: (measured, limits) => {
    const found = `${counted(measured.numerator ?? 0)} of ${counted(measured.denominator ?? 0)} rows (${percent(measured.value ?? 0)}) hold characters that were decoded wrongly, of private use, or control characters.`;
    return judgeByLimits({ measured, limits, found });
  },
  remedy: 'Decode the source again in its own encoding, or drop the rows.',
  action: 'drop-by-row-keys',
};
