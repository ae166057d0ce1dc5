import { type ChatTemplate, shownTurn, type TurnPlan } from './chat-template.js';

/** CLIP reads the caption alone, between a start and an end mark. */
export const clipTemplate: ChatTemplate = {
  name: 'clip',
  source: 'openai/CLIP and open_clip: 77 tokens, start and end mark included.',
  hasSystemSlot: false,
  hasToolSlot: false,
  marksAssistant: false,
  alternatesStrictly: false,
  aroundTurnMax: 8,
  aroundRowMax: 8,
  plan: ({ messages }) => ({
    openMarks: 1,
    open: '',
    turns: messages.map(
      (message): TurnPlan =>
        message.role === 'assistant'
          ? { role: 'assistant', headMarks: 0, head: '', body: message.content, bodyMarks: 1 }
          : shownTurn(message.role, 0, ''),
    ),
  }),
};
