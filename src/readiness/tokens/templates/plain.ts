import { type ChatTemplate, declaredTools, shownTurn, type TurnPlan, turnText } from './chat-template.js';

/** No template: the prompt, a newline, the completion and the end mark. What GPT-Neo, GPT-2 and base models are given. */
export const plainTemplate: ChatTemplate = {
  name: 'plain',
  source: 'Prompt and completion rows of TRL; EleutherAI/gpt-neo has no chat template.',
  hasSystemSlot: false,
  hasToolSlot: false,
  // Prompt and completion are told apart by the row: the completion alone is learnt.
  marksAssistant: false,
  alternatesStrictly: false,
  aroundTurnMax: 8,
  aroundRowMax: 24,
  plan: (row) => ({
    openMarks: 0,
    open: declaredTools(row),
    turns: row.messages.map((message): TurnPlan => {
      const text = turnText(message);
      return message.role === 'assistant'
        ? { role: 'assistant', headMarks: 0, head: '', body: text, bodyMarks: 1 }
        : shownTurn(message.role, 0, `${text}\n`);
    }),
  }),
};
