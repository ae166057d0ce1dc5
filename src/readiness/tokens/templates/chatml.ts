import type { ChatTemplate } from './chat-template.js';
import { headedPlan } from './headed-turns.js';

const form = {
  openMarks: 0,
  open: '',
  headMarks: 1,
  roleName: (role: string) => role,
  afterRole: '\n',
  marksAfterTurn: 1,
} as const;

export const chatmlTemplate: ChatTemplate = {
  name: 'chatml',
  source: 'ChatML: <|im_start|>role, newline, content, <|im_end|>, newline; used by Qwen 3 among others.',
  hasSystemSlot: true,
  hasToolSlot: true,
  marksAssistant: true,
  alternatesStrictly: false,
  aroundTurnMax: 20,
  aroundRowMax: 24,
  plan: (row) => headedPlan(row, form),
};

/** Its template brings a system prompt along where the row has none. */
const broughtSystem = 'system\nYou are Qwen, created by Alibaba Cloud. You are a helpful assistant.';

export const qwen25Template: ChatTemplate = {
  ...chatmlTemplate,
  name: 'qwen-2.5',
  source: 'Chat template of Qwen/Qwen2.5-7B-Instruct: ChatML, with a system prompt of its own where the row has none.',
  aroundRowMax: 112,
  plan: (row) => {
    const hasSystem = row.messages[0]?.role === 'system';
    return headedPlan(row, hasSystem ? form : { ...form, openMarks: 3, open: broughtSystem });
  },
};
