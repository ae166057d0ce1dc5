import type { ChatTemplate } from './chat-template.js';
import { instructionPlan } from './instruction-turns.js';

export const mistralTemplate: ChatTemplate = {
  name: 'mistral',
  source: 'Chat template of mistralai/Mistral-7B-Instruct-v0.1 to v0.3: the system prompt is put before a question.',
  hasSystemSlot: false,
  hasToolSlot: true,
  marksAssistant: false,
  alternatesStrictly: true,
  aroundTurnMax: 20,
  aroundRowMax: 24,
  plan: (row) =>
    instructionPlan(row, {
      questionMarks: 0,
      openMarks: 1,
      wrapSystem: (system) => `${system}\n\n`,
      trims: false,
      answerTail: '',
    }),
};
