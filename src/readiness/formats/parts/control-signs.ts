// Control characters other than tab and line ends. They are looked for once, when a row is read, and remarked on: in
// JSON they can only stand as escapes, so that nearly every row is known to be free of them without a look at its text.
import type { RowContent } from '../../rows/example.js';
import { noTraits } from '../../rows/row-traits.js';

const control = /[^\t\n\r -~\u0080-\uffff]/;
const escapes = ['\\u00', '\\b', '\\f', '\x7f'];

/** Whether the text of a line gives a reason to look. The escapes may belong to an escaped backslash: then it is for nothing. */
export function mayHoldControl(line: string): boolean {
  return escapes.some((sign) => line.includes(sign));
}

/** The content with a remark, or as it is. */
export function withControlNote(content: RowContent): RowContent {
  const { messages, traits = noTraits } = content;
  const isFound = messages.some((message) => control.test(message.content));
  return isFound ? { ...content, traits: { ...traits, notes: [...traits.notes, 'text.control'] } } : content;
}
