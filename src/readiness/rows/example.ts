// One training or evaluation row with its two keys. `rowKey` is the identity of its content: the same content gives the
// same key whether it came as CSV, as chat or from traffic. `promptKey` is what was asked, in normal form and without
// the system prompt: rows that share it must never stand on both sides of the split.
import { canonicalJson } from '../../kernel/canonical-json.js';
import { sha256Hex } from '../../kernel/digest.js';
import { normalText } from './normal-form.js';

export type MessageRole = 'system' | 'user' | 'assistant';

export interface Message {
  readonly role: MessageRole;
  readonly content: string;
}

/** What the uploader said the row is for; `auto` leaves it to the hash of its prompt. */
export const declaredSplits = ['train', 'holdout', 'auto'] as const;
export type DeclaredSplit = (typeof declaredSplits)[number];

/** `import`: a file that somebody uploaded. `exchange`: an answer of the incumbent, captured from traffic. */
export type ExampleOrigin = 'import' | 'exchange';

export interface Provenance {
  readonly origin: ExampleOrigin;
  /** Import id or exchange id. */
  readonly originId: string;
  /** 1-based line of the uploaded file; null for captured rows. */
  readonly line: number | null;
  readonly declaredSplit: DeclaredSplit;
}

export interface Example extends Provenance {
  /** Hex SHA-256. */
  readonly rowKey: string;
  /** Hex SHA-256. */
  readonly promptKey: string;
  /** What is asked: the user's text, or for several turns one line per turn. The system prompt is left out. */
  readonly input: string;
  /** The answer that is right, or was given: the last assistant turn. */
  readonly label: string;
  readonly messages: readonly Message[];
}

/**
 * @param messages ends with an assistant turn and has at least one user turn before it; RangeError otherwise: whoever
 * reads rows has to have refused such a row, with its line.
 */
export function makeExample(messages: readonly Message[], provenance: Provenance): Example {
  const answer = messages.at(-1);
  const asked = messages.slice(0, -1).filter((message) => message.role !== 'system');
  if (answer?.role !== 'assistant' || !asked.some((message) => message.role === 'user')) {
    throw new RangeError('an example is a question of a user and the answer of an assistant');
  }
  const trainable = messages.map(({ role, content }) => ({ role, content }));
  return {
    ...provenance,
    rowKey: sha256Hex(canonicalJson({ messages: trainable })),
    promptKey: sha256Hex(asked.map((message) => normalText(message.content)).join('\n')),
    input: inputText(asked),
    label: answer.content,
    messages: trainable,
  };
}

function inputText(asked: readonly Message[]): string {
  const [only] = asked;
  if (only !== undefined && asked.length === 1) {
    return only.content;
  }
  return asked.map(({ role, content }) => `${role}: ${content}`).join('\n');
}
