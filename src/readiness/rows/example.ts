// One training or evaluation row with its two keys. `rowKey` is the identity of its content: the same content gives the
// same key whether it came as CSV, as chat or from traffic. `promptKey` is what was asked, in normal form and without
// the system prompt: rows that share it must never stand on both sides of the split.
import { canonicalJson } from '../../kernel/canonical-json.js';
import { sha256Hex } from '../../kernel/digest.js';
import { clusterOf } from '../drift/prompt-cluster.js';
import { lookAt } from '../quality/answer-look.js';
import { normalText } from './normal-form.js';
import { plainRowTexts, type RowTexts } from './row-bytes.js';
import { noTraits, type RowTraits } from './row-traits.js';
import { signsOf } from './text-signs.js';

export type MessageRole = 'system' | 'user' | 'assistant' | 'tool';

export interface ToolCall {
  readonly id: string;
  readonly name: string;
  /** JSON text of an object, as the OpenAI format has it. */
  readonly arguments: string;
}

/** A picture that a row shows. Its bytes are kept beside the rows, under the digest. */
export interface ImageRef {
  /** As the file named it: a path, an address, or `data:` for one that was inline. */
  readonly ref: string;
  /** Hex SHA-256 of the bytes; null where the bytes were not delivered. */
  readonly sha256: string | null;
}

export interface Message {
  readonly role: MessageRole;
  readonly content: string;
  readonly toolCalls?: readonly ToolCall[];
  /** Of a `tool` turn: the call that it answers. */
  readonly toolCallId?: string;
  /** 0: the turn is shown, not learnt. */
  readonly weight?: 0 | 1;
  readonly images?: readonly ImageRef[];
}

/** A tool as the row declares it; `parameters` is JSON text of a JSON schema, empty where there is none. */
export interface ToolDeclaration {
  readonly name: string;
  readonly parameters: string;
}

/** `text`: no question, the whole is learnt. `preference`: two answers, one better. `image-text`: picture and caption. */
export const exampleKinds = ['chat', 'preference', 'text', 'image-text'] as const;
export type ExampleKind = (typeof exampleKinds)[number];

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

/** What a row holds, whatever format it came in. */
export interface RowContent {
  readonly kind: ExampleKind;
  /** Ends with an assistant turn; for `text` it is that turn alone. */
  readonly messages: readonly Message[];
  /** Of a preference pair: the answer that was liked less. */
  readonly rejected?: Message;
  readonly tools?: readonly ToolDeclaration[];
  readonly traits?: RowTraits;
}

export interface Example extends Provenance {
  /** Hex SHA-256. */
  readonly rowKey: string;
  /** What is asked: the user's text, or for several turns one line per turn. The system prompt is left out. */
  readonly input: string;
  /** The answer that is right, or was given: the last assistant turn. */
  readonly label: string;
  readonly kind: ExampleKind;
  readonly messages: readonly Message[];
  readonly rejected: Message | null;
  readonly tools: readonly ToolDeclaration[];
  readonly traits: RowTraits;
}

/** A row as it is stored and dealt to a side. A row that is only measured is asked for this key by the set pass alone. */
export interface KeyedExample extends Example {
  /** Hex SHA-256 of the normal prompt. */
  readonly promptKey: string;
}

/**
 * RangeError on content that is no example: whoever reads rows has to have refused such a row, with its line. A chat
 * ends with an assistant turn and has at least one user turn before it.
 */
export function makeExample(content: RowContent, provenance: Provenance): KeyedExample {
  const { example, texts } = readExample(content, provenance);
  return { ...example, promptKey: sha256Hex(texts.normalPrompt) };
}

export interface ReadExample {
  readonly example: Example;
  /** Normal forms, the key and signs, which were made on the way. */
  readonly texts: RowTexts;
}

/**
 * As `makeExample`, for those who need the normal forms too and would make them again.
 * @param known texts of this content that came off while it was read
 */
export function readExample(content: RowContent, provenance: Provenance, known?: RowTexts): ReadExample {
  const { kind, messages, rejected = null, tools = [], traits = noTraits } = content;
  const answer = messages.at(-1);
  if (answer?.role !== 'assistant' || (kind !== 'text' && !isAsked(messages))) {
    throw new RangeError('an example is a question of a user and the answer of an assistant');
  }
  const isBare = rejected === null && tools.length === 0;
  const texts = known ?? (isBare ? plainRowTexts(kind, messages) : null) ?? rowTextsAtLength(content);
  const example: Example = {
    origin: provenance.origin,
    originId: provenance.originId,
    line: provenance.line,
    declaredSplit: provenance.declaredSplit,
    rowKey: texts.rowKey,
    input: inputText(messages),
    label: answer.content,
    kind,
    messages,
    rejected,
    tools,
    traits,
  };
  return { example, texts };
}

/** The `rowKey` that `makeExample` gives this content, for those who need nothing else of it. */
export function rowKeyOf(content: RowContent): string {
  return sha256Hex(trainableText(content));
}

/** By the letter of the definitions, for any row: what the short way is tested against. */
export function rowTextsAtLength(content: RowContent): RowTexts {
  const { kind, messages, rejected = null } = content;
  const label = messages.at(-1)?.content ?? '';
  const normalPrompt = normalOf(kind, askedOf(messages), label);
  const texts = storedTextsOf({ kind, messages, rejected, label, normalPrompt });
  return { rowKey: rowKeyOf(content), ...texts };
}

/** Of a row that was stored: its key is there, its normal forms are not. */
export function storedRowTexts(example: Example): RowTexts {
  return { rowKey: example.rowKey, ...storedTextsOf({ ...example, normalPrompt: normalPromptOf(example) }) };
}

type Read = Pick<Example, 'kind' | 'messages' | 'rejected' | 'label'> & Pick<RowTexts, 'normalPrompt'>;

function storedTextsOf(read: Read): Omit<RowTexts, 'rowKey'> {
  const { kind, messages, rejected, label, normalPrompt } = read;
  const normalAnswer = kind === 'text' ? normalPrompt : normalText(label);
  return {
    normalPrompt,
    normalAnswer,
    contentBytes: contentBytesOf(messages, rejected),
    signs: signsOf(messages, rejected),
    answerLook: lookAt(label),
    promptCluster: clusterOf(normalPrompt),
  };
}

/** UTF-8 bytes of all turns, the rejected answer included. */
function contentBytesOf(messages: readonly Message[], rejected: Message | null): number {
  let bytes = rejected === null ? 0 : Buffer.byteLength(rejected.content);
  for (const { content } of messages) {
    bytes += Buffer.byteLength(content);
  }
  return bytes;
}

/** Of a row that was stored: the text of which its `promptKey` is the digest. */
export function normalPromptOf({ kind, messages, label }: Pick<Example, 'kind' | 'messages' | 'label'>): string {
  return normalOf(kind, askedOf(messages), label);
}

function normalOf(kind: ExampleKind, asked: readonly Message[], answer: string): string {
  return kind === 'text' ? normalText(answer) : normalTurns(asked);
}

/** The turns before the answer, the system prompt left out. */
function askedOf(messages: readonly Message[]): readonly Message[] {
  const asked: Message[] = [];
  for (let at = 0; at < messages.length - 1; at += 1) {
    const message = messages[at];
    if (message !== undefined && message.role !== 'system') {
      asked.push(message);
    }
  }
  return asked;
}

/** Whether a turn of a user stands before the answer. */
function isAsked(messages: readonly Message[]): boolean {
  for (let at = 0; at < messages.length - 1; at += 1) {
    if (messages[at]?.role === 'user') {
      return true;
    }
  }
  return false;
}

/** One line a turn. */
function normalTurns(asked: readonly Message[]): string {
  const [only] = asked;
  return only !== undefined && asked.length === 1 ? promptText(only) : asked.map(promptText).join('\n');
}

function promptText({ content, toolCalls = [], images = [] }: Message): string {
  if (toolCalls.length === 0 && images.length === 0) {
    return normalText(content);
  }
  const calls = toolCalls.map((call) => `${call.name} ${call.arguments}`);
  const shown = images.map((image) => image.sha256 ?? image.ref);
  return normalText([content, ...calls, ...shown].join(' '));
}

function inputText(messages: readonly Message[]): string {
  let asked = 0;
  let text = '';
  let first = '';
  for (let at = 0; at < messages.length - 1; at += 1) {
    const { role, content } = messages[at] as Message;
    if (role !== 'system') {
      text += asked === 0 ? `${role}: ${content}` : `\n${role}: ${content}`;
      first = asked === 0 ? content : first;
      asked += 1;
    }
  }
  return asked === 1 ? first : text;
}

/**
 * What is learnt from: turns, calls, pictures, tools; neither ids nor times nor usage. Absent parts leave no trace. It is
 * canonical JSON, its keys in the order of their code units, written directly because every row that is read needs it.
 */
function trainableText({ messages, rejected, tools }: RowContent): string {
  let turns = '';
  for (const message of messages) {
    turns += turns === '' ? turnText(message) : `,${turnText(message)}`;
  }
  const other = rejected === undefined ? '' : `,"rejected":${turnText(rejected)}`;
  const declared = tools === undefined || tools.length === 0 ? '' : `,"tools":${canonicalJson(tools)}`;
  return `{"messages":[${turns}]${other}${declared}}`;
}

function turnText({ role, content, toolCalls, weight, images }: Message): string {
  const calls = toolCalls === undefined ? '' : `"calls":${canonicalJson(toolCalls.map(learntOfCall))},`;
  const shown =
    images === undefined ? '' : `,"images":${canonicalJson(images.map(({ sha256, ref }) => sha256 ?? ref))}`;
  const learnt = weight === undefined ? '' : `,"weight":${weight}`;
  return `{${calls}"content":${JSON.stringify(content)}${shown},"role":"${role}"${learnt}}`;
}

function learntOfCall(call: ToolCall): Record<string, string> {
  return { name: call.name, arguments: call.arguments };
}
