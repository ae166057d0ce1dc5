import type { ChatTemplate } from './chat-template.js';
import { instructionPlan } from './instruction-turns.js';

export const llama2Template: ChatTemplate = {
  name: 'llama-2',
  source: 'meta-llama/llama, generation.py; the chat template of meta-llama/Llama-2-7b-chat-hf.',
  // <<SYS>> stands inside the first question, and the tuned models follow it.
  hasSystemSlot: true,
  hasToolSlot: false,
  // Not among the templates that TRL patches for assistant-only loss.
  marksAssistant: false,
  alternatesStrictly: true,
  aroundTurnMax: 20,
  aroundRowMax: 56,
  plan: (row) =>
    instructionPlan(row, {
      questionMarks: 1,
      openMarks: 0,
      wrapSystem: (system) => `<<SYS>>\n${system}\n<</SYS>>\n\n`,
      trims: true,
      answerTail: ' ',
    }),
};
