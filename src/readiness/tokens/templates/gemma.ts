import type { Message } from '../../rows/example.js';
import type { ChatTemplate, TemplatedRow } from './chat-template.js';
import { headedPlan } from './headed-turns.js';

/** Gemma has no turn of the system: what it says is put before the first question. */
function withoutSystem(row: TemplatedRow): TemplatedRow {
  const system = row.messages.filter((message) => message.role === 'system').map((message) => message.content);
  if (system.length === 0) {
    return row;
  }
  const first = row.messages.findIndex((message) => message.role !== 'system');
  const messages = row.messages.map((message, at): Message => {
    if (message.role === 'system') {
      return { ...message, content: '' };
    }
    return at === first ? { ...message, content: [...system, message.content].join('\n\n') } : message;
  });
  return { ...row, messages };
}

export const gemmaTemplate: ChatTemplate = {
  name: 'gemma',
  source: 'Chat template of google/gemma-2-9b-it: <start_of_turn>role, newline, content, <end_of_turn>, newline.',
  hasSystemSlot: false,
  hasToolSlot: false,
  // TRL patches this one so that the loss can be put on the assistant alone.
  marksAssistant: true,
  alternatesStrictly: true,
  aroundTurnMax: 24,
  aroundRowMax: 24,
  plan: (row) =>
    headedPlan(withoutSystem(row), {
      openMarks: 1,
      headMarks: 1,
      roleName: (role) => (role === 'assistant' ? 'model' : 'user'),
      afterRole: '\n',
      marksAfterTurn: 1,
    }),
};
