// Questions about the shape of a row that trainers ask before they count tokens. None allocates.
import type { Message } from '../rows/example.js';
import type { TrainerRow, TrainerSettings } from './trainer.js';

/** Whether a template that wants user and assistant in turns would refuse these: one system prompt first is allowed. */
export function refusesRoles({ messages, kind }: TrainerRow, settings: TrainerSettings): boolean {
  if (!settings.alternatesStrictly || kind === 'text') {
    return false;
  }
  const offset = messages[0]?.role === 'system' ? 1 : 0;
  for (let at = offset; at < messages.length; at++) {
    if (!isInTurn(messages[at], at - offset, settings.hasToolSlot)) {
      return true;
    }
  }
  return false;
}

function isInTurn(message: Message | undefined, place: number, takesTools: boolean): boolean {
  const role = message?.role;
  return place % 2 === 0 ? role === 'user' || (takesTools && role === 'tool') : role === 'assistant';
}

/** Whether the answers that are learnt all carry the weight 0. */
export function learnsNothing({ messages }: TrainerRow, learns: TrainerSettings['learns']): boolean {
  if (learns === 'last-answer') {
    return messages.at(-1)?.weight === 0;
  }
  for (const message of messages) {
    if (message.role === 'assistant' && message.weight !== 0) {
      return false;
    }
  }
  return true;
}

/**
 * Whether no trainer of text finds anything to refuse in the form: one system prompt at most, then user and assistant in
 * turns, no weights. A pair has its second answer; pictures are never plain.
 */
export function isPlain({ kind, messages, rejected, label }: TrainerRow): boolean {
  if (
    kind === 'image-text' ||
    (kind === 'preference' && rejected === null) ||
    label.charCodeAt(0) <= 0x20 ||
    label === ''
  ) {
    return false;
  }
  if (kind === 'text') {
    return messages.length === 1 && messages[0]?.weight === undefined;
  }
  const offset = messages[0]?.role === 'system' ? 1 : 0;
  for (let at = offset; at < messages.length; at++) {
    const message = messages[at];
    if (message?.weight !== undefined || message?.role !== ((at - offset) % 2 === 0 ? 'user' : 'assistant')) {
      return false;
    }
  }
  return messages.length > offset;
}
