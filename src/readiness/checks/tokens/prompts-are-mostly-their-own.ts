import type { Check } from '../../check.js';
import { percent } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { countMeasured, unmeasured } from '../../judging/measured.js';
import type { Message } from '../../rows/example.js';

/** UTF-16 units. */
interface Units {
  system: number;
  prompt: number;
  all: number;
}

export const promptsAreMostlyTheirOwn: Check<Units> = {
  id: 'T08',
  name: 'prompt.share',
  version: 1,
  question: 'Is most of the text something else than system prompt and boilerplate?',
  why: 'What stands in every row costs tokens in every row; a tuned model no longer needs to be told.',
  source: 'OpenAI, legacy fine-tuning guide: drop the constant prefix. Measured in characters, which tokens follow.',
  blocking: false,
  measure: {
    start: () => ({ system: 0, prompt: 0, all: 0 }),
    add: (units, { example }) => {
      const { messages } = example;
      for (let at = 0; at < messages.length; at += 1) {
        const { role, content } = messages[at] as Message;
        units.all += content.length;
        if (role === 'user') {
          units.prompt += content.length;
        } else if (role === 'system') {
          units.system += content.length;
        }
      }
      return units;
    },
    merge: (left, right) => {
      left.system += right.system;
      left.prompt += right.prompt;
      left.all += right.all;
      return left;
    },
    finish: ({ system, prompt, all }, { set }) => {
      if (all === 0) {
        return unmeasured('share of characters');
      }
      const { numerator, denominator } = set.boilerplate;
      const boilerplate = denominator === 0 ? 0 : (prompt * numerator) / denominator;
      const value = (system + boilerplate) / all;
      const details = { system: system / all, boilerplate: boilerplate / all };
      return {
        ...countMeasured({ value, unit: 'share of characters' }, { details }),
        numerator: Math.round(system + boilerplate),
        denominator: all,
      };
    },
  },
  judge: (measured, limits) => {
    const [system, boilerplate] = [measured.details.system, measured.details.boilerplate].map(Number);
    const found = `${percent(measured.value ?? 0)} of the text stands in most rows alike: ${percent(system ?? 0)} system prompt, ${percent(boilerplate ?? 0)} boilerplate.`;
    return judgeByLimits({ measured, limits, found });
  },
  remedy: 'Leave the constant prefix out when tuning, and out of the calls afterwards.',
  action: 'strip-boilerplate',
};
