import { type ChatTemplate, declaredTools, shownTurn, type TurnPlan, turnText } from './chat-template.js';

const preamble =
  'Below is an instruction that describes a task. Write a response that appropriately completes the request.\n\n';

export const alpacaTemplate: ChatTemplate = {
  name: 'alpaca',
  source: 'tatsu-lab/stanford_alpaca: headings for instruction and response.',
  hasSystemSlot: false,
  hasToolSlot: false,
  marksAssistant: false,
  alternatesStrictly: false,
  aroundTurnMax: 24,
  aroundRowMax: 128,
  plan: (row) => ({
    openMarks: 1,
    open: `${preamble}${declaredTools(row)}`,
    turns: row.messages.map((message): TurnPlan => {
      const text = turnText(message);
      if (message.role === 'assistant') {
        return { role: 'assistant', headMarks: 0, head: '### Response:\n', body: text, bodyMarks: 1 };
      }
      return shownTurn(message.role, 0, message.role === 'system' ? `${text}\n\n` : `### Instruction:\n${text}\n\n`);
    }),
  }),
};
