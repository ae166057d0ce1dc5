import type { ChatTemplate } from './chat-template.js';
import { headedPlan } from './headed-turns.js';

const form = {
  openMarks: 1,
  headMarks: 2,
  roleName: (role: string) => (role === 'tool' ? 'ipython' : role),
  afterRole: '\n\n',
  marksAfterTurn: 0,
} as const;

export const llama3Template: ChatTemplate = {
  name: 'llama-3',
  source:
    'Chat template of meta-llama/Meta-Llama-3-8B-Instruct: header marks around the role, <|eot_id|> after the turn.',
  hasSystemSlot: true,
  hasToolSlot: false,
  // TRL patches this one so that the loss can be put on the assistant alone.
  marksAssistant: true,
  alternatesStrictly: false,
  aroundTurnMax: 20,
  aroundRowMax: 24,
  plan: (row) => headedPlan(row, form),
};

/** Two dates that the template writes before the system prompt, in a turn that is there even without one. */
const beforeSystem = 'Cutting Knowledge Date: December 2023\nToday Date: 26 Jul 2024\n\n';

export const llama31Template: ChatTemplate = {
  ...llama3Template,
  name: 'llama-3.1',
  source:
    'Chat template of meta-llama/Llama-3.1-8B-Instruct: as Llama 3, with two dates in the system turn and a slot for tools.',
  hasToolSlot: true,
  // TRL has a form with marks for Llama 3 alone, and stops where it has none.
  marksAssistant: false,
  aroundRowMax: 128,
  plan: (row) => headedPlan(row, { ...form, beforeSystem }),
};
