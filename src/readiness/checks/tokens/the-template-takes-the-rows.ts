import type { Check, Judgement, Limits, Measured } from '../../check.js';
import { addEvidence, type EvidenceSample, mergeEvidence, noEvidence } from '../../judging/evidence-sample.js';
import { counted } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { countMeasured, detail, skippedMeasured, unmeasured } from '../../judging/measured.js';
import type { Example, Message } from '../../rows/example.js';

interface Needs {
  rows: number;
  systemRows: number;
  toolRows: number;
  severalAnswersRows: number;
  toolSample: EvidenceSample;
}

function needsTools({ tools, messages }: Example): boolean {
  if (tools.length > 0) {
    return true;
  }
  for (let at = 0; at < messages.length; at += 1) {
    const { role, toolCalls } = messages[at] as Message;
    if (role === 'tool' || toolCalls !== undefined) {
      return true;
    }
  }
  return false;
}

function hasSeveralAnswers({ messages }: Example): boolean {
  let answers = 0;
  for (let at = 0; at < messages.length; at += 1) {
    answers += messages[at]?.role === 'assistant' ? 1 : 0;
  }
  return answers > 1;
}

function judge(measured: Measured, limits: Limits): Judgement {
  if (measured.skipped !== null || measured.value === null) {
    return judgeByLimits({ measured, limits, found: '' });
  }
  const [folded, unmarked] = [detail(measured, 'foldedSystemRows'), detail(measured, 'unmarkedRows')];
  const patches = [
    ...(folded > 0 ? [`${counted(folded)} system prompts are put into the first question`] : []),
    ...(unmarked > 0 ? [`of ${counted(unmarked)} rows with several answers only the last is learnt by TRL`] : []),
  ];
  const found =
    measured.value > 0
      ? `${counted(measured.value)} rows use tools, for which the target's template has no place.`
      : 'The target takes all that the rows use.';
  const judged = judgeByLimits({ measured, limits, found });
  if (judged.outcome !== 'pass' || patches.length === 0) {
    return judged;
  }
  return { outcome: 'warn', text: `The recipe has to help: ${patches.join('; ')}.` };
}

export const theTemplateTakesTheRows: Check<Needs> = {
  id: 'T06',
  name: 'template.support',
  version: 1,
  question: "Has the target's chat template a place for all that the rows use?",
  why: 'A template without a place for tools or the system prompt leaves them out or refuses the row.',
  source: 'huggingface/trl, chat_template_utils.py 1.13: Llama 3 is patched for assistant-only loss, Llama 2 is not.',
  blocking: false,
  measure: {
    start: () => ({ rows: 0, systemRows: 0, toolRows: 0, severalAnswersRows: 0, toolSample: noEvidence }),
    add: (needs, { example }) => {
      needs.rows++;
      needs.systemRows += example.messages[0]?.role === 'system' ? 1 : 0;
      needs.severalAnswersRows += example.messages.length > 2 && hasSeveralAnswers(example) ? 1 : 0;
      if (needsTools(example)) {
        needs.toolRows++;
        needs.toolSample = addEvidence(needs.toolSample, 'T06', example);
      }
      return needs;
    },
    merge: (left, right) => {
      left.rows += right.rows;
      left.systemRows += right.systemRows;
      left.toolRows += right.toolRows;
      left.severalAnswersRows += right.severalAnswersRows;
      left.toolSample = mergeEvidence(left.toolSample, right.toolSample);
      return left;
    },
    finish: ({ rows, systemRows, toolRows, severalAnswersRows, toolSample }, { target }) => {
      if (target.model === null || !target.isTemplateKnown) {
        return skippedMeasured('rows', 'The chat template of the target is not known.');
      }
      const usesMarks = target.framework === 'trl' && !target.marksAssistant;
      const details = {
        template: target.template,
        foldedSystemRows: target.hasSystemSlot ? 0 : systemRows,
        unmarkedRows: usesMarks ? severalAnswersRows : 0,
      };
      const value = target.hasToolSlot ? 0 : toolRows;
      const parts = { details, sample: value > 0 ? toolSample : noEvidence };
      return rows === 0 ? unmeasured('rows') : countMeasured({ value, unit: 'rows', denominator: rows }, parts);
    },
  },
  judge,
  remedy:
    'Give the recipe a template of its own with the missing places, or bring the rows into prompt and completion.',
  action: null,
};
