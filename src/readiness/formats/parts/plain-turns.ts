// The short way for nearly all chats: turns of a role and a text, in an order that nothing is wrong with. Whatever is
// unusual is read the long way, which gives the same for what is not.
import type { Message } from '../../rows/example.js';
import type { Fields } from '../row-format.js';

/** The turns as they were parsed; null: read them the long way. */
export function plainTurns(value: unknown): readonly Message[] | null {
  if (!Array.isArray(value) || value.length === 0) {
    return null;
  }
  let asked = false;
  let role: unknown = null;
  for (let place = 0; place < value.length; place += 1) {
    const item = value[place] as unknown;
    if (typeof item !== 'object' || item === null || !isPlainTurn(item as Fields)) {
      return null;
    }
    ({ role } = item as Fields);
    if (role === 'user') {
      asked = true;
    } else if (role !== 'assistant' && (role !== 'system' || place > 0)) {
      return null;
    }
  }
  return asked && role === 'assistant' ? (value as readonly Message[]) : null;
}

function isPlainTurn(item: Fields): boolean {
  for (const key in item) {
    if (key !== 'role' && key !== 'content') {
      return false;
    }
  }
  const { content } = item;
  return typeof content === 'string' && (content.charCodeAt(0) > space || content.trim() !== '') && !isWide(content);
}

const space = 32;

/** A first sign beyond ASCII may be a space of its own kind: `trim` knows them all. */
function isWide(content: string): boolean {
  return content.charCodeAt(0) > 127 && content.trim() === '';
}
