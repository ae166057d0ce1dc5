import { type ChatTemplate, declaredTools, shownTurn, type TurnPlan, turnText } from './chat-template.js';

/** Three for each message and one for its role's name, as OpenAI's cookbook counts. */
const marksPerTurn = 4;

export const openaiTemplate: ChatTemplate = {
  name: 'openai',
  source:
    'openai-cookbook, Chat_finetuning_data_prep: three tokens a message, its role and content, three for the reply.',
  hasSystemSlot: true,
  hasToolSlot: true,
  marksAssistant: true,
  alternatesStrictly: false,
  aroundTurnMax: 16,
  aroundRowMax: 24,
  plan: (row) => ({
    openMarks: 3,
    open: declaredTools(row),
    turns: row.messages.map((message): TurnPlan => {
      const text = turnText(message);
      return message.role === 'assistant'
        ? { role: 'assistant', headMarks: marksPerTurn, head: '', body: text, bodyMarks: 0 }
        : shownTurn(message.role, marksPerTurn, text);
    }),
  }),
};
