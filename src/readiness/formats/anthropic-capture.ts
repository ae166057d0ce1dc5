// A call of Anthropic's messages: `system` beside the turns, content as text or blocks, and the response's own `content`
// with `stop_reason`; flat or as `request` and `response`. Thinking is dropped.
import type { ImageRef, Message, ToolCall } from '../rows/example.js';
import { imageMediaTypes } from '../rows/image-facts.js';
import { finishedChat } from './parts/finish-chat.js';
import { readBase64, readImage } from './parts/message-content.js';
import { readTraits } from './parts/row-metadata.js';
import { type ReadTurn, RowReading } from './parts/row-reading.js';
import { readArguments, readTools } from './parts/tool-calls.js';
import type { Fields, RowFormat } from './row-format.js';

const contentKeys = new Set([
  'system',
  'messages',
  'content',
  'tools',
  'request',
  'response',
  'role',
  'type',
  'thinking',
]);

const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};

export const anthropicCapture: RowFormat = {
  name: 'anthropic-capture',
  title: 'Anthropic request and response',
  recognises: (fields) =>
    ('messages' in fields && ('stop_reason' in fields || Array.isArray(fields.content) || hasOwnSystem(fields))) ||
    ('request' in fields && 'messages' in fieldsOf(fields.request) && Array.isArray(fieldsOf(fields.response).content)),
  read: (outer) => {
    const { content: answer, ...fields } = {
      ...outer,
      ...fieldsOf(outer.request),
      ...fieldsOf(outer.response),
    } as Fields;
    const reading = new RowReading();
    const turns = [
      ...readSystem(fields.system, reading),
      ...readTurns(fields.messages, reading),
      ...(answer === undefined ? [] : readTurn({ role: 'assistant', content: answer }, 'response', reading)),
    ];
    const tools = readTools(fields.tools, 'tools', reading);
    return finishedChat({ turns, field: 'messages', tools, traits: readTraits(fields, contentKeys, reading) }, reading);
  },
};

function hasOwnSystem({ system, messages }: Fields): boolean {
  if (system === undefined) {
    return false;
  }
  const first = Array.isArray(messages) ? fieldsOf((messages as unknown[])[0]) : {};
  return first.role !== 'system';
}

function readSystem(value: unknown, reading: RowReading): ReadTurn[] {
  if (value === undefined || value === null || value === '') {
    return [];
  }
  const blocks = typeof value === 'string' ? [{ text: value }] : Array.isArray(value) ? (value as unknown[]) : [];
  const texts = blocks.map((block) => fieldsOf(block).text);
  if (texts.length === 0 || !texts.every((text) => typeof text === 'string')) {
    reading.refuse('msg.structure', 'system', 'The system prompt is a text or text blocks.');
    return [];
  }
  return [{ message: { role: 'system', content: texts.join('\n') }, field: 'system' }];
}

function readTurns(value: unknown, reading: RowReading): ReadTurn[] {
  if (!Array.isArray(value) || value.length === 0) {
    reading.refuse('msg.structure', 'messages', 'Messages are missing, empty or no list.');
    return [];
  }
  return (value as unknown[]).flatMap((item, place) => readTurn(item, `messages[${place}]`, reading));
}

function readTurn(item: unknown, field: string, reading: RowReading): ReadTurn[] {
  const { role, content } = fieldsOf(item);
  if (role !== 'user' && role !== 'assistant') {
    reading.refuse(
      'msg.roles',
      `${field}.role`,
      'A role is user or assistant; the system prompt stands beside the messages.',
    );
    return [];
  }
  if (typeof content === 'string') {
    return [{ message: { role, content }, field }];
  }
  if (!Array.isArray(content) || content.length === 0) {
    reading.refuse('msg.structure', `${field}.content`, 'Content is a text or a list of blocks.');
    return [];
  }
  const blocks = new Blocks(reading);
  for (const [place, block] of (content as unknown[]).entries()) {
    blocks.take(fieldsOf(block), `${field}.content[${place}]`);
  }
  return blocks.turns(role, field);
}

class Blocks {
  private readonly texts: string[] = [];
  private readonly images: ImageRef[] = [];
  private readonly calls: ToolCall[] = [];
  private readonly results: ReadTurn[] = [];

  constructor(private readonly reading: RowReading) {}

  take(block: Fields, field: string): void {
    const { type, text } = block;
    if (type === 'text' && typeof text === 'string') {
      this.texts.push(text);
    } else if (type === 'thinking' || type === 'redacted_thinking') {
      this.reading.note('thoughts.dropped');
    } else if (type === 'tool_use') {
      this.takeCall(block, field);
    } else if (type === 'tool_result') {
      const content = resultText(block.content);
      const toolCallId = typeof block.tool_use_id === 'string' ? block.tool_use_id : '';
      this.results.push({ message: { role: 'tool', content, toolCallId }, field });
    } else if (type === 'image') {
      this.takeImage(fieldsOf(block.source), field);
    } else {
      this.reading.refuse('msg.unsupported', field, 'A block is a text, a picture, a call of a tool or its result.');
    }
  }

  private takeCall({ id, name, input }: Fields, field: string): void {
    const text = readArguments(input, `${field}.input`, this.reading);
    if (typeof id !== 'string' || id === '' || typeof name !== 'string' || name === '' || text === null) {
      this.reading.refuse('tool.calls', field, 'A call has an id and names its tool.');
      return;
    }
    this.calls.push({ id, name, arguments: text });
  }

  private takeImage({ media_type: given, data, url }: Fields, field: string): void {
    const mediaType = imageMediaTypes.find((type) => type === given);
    const image =
      mediaType !== undefined && typeof data === 'string'
        ? readBase64(data, mediaType, { field, reading: this.reading })
        : readImage(url, field, this.reading);
    if (image !== null) {
      this.images.push(image);
    }
  }

  /** Results go before what the user says with them. */
  turns(role: 'user' | 'assistant', field: string): ReadTurn[] {
    const says = this.texts.length > 0 || this.images.length > 0 || this.calls.length > 0;
    if (!says && this.results.length > 0) {
      return this.results;
    }
    const message: Message = {
      role,
      content: this.texts.join(''),
      ...(this.calls.length > 0 ? { toolCalls: this.calls } : {}),
      ...(this.images.length > 0 ? { images: this.images } : {}),
    };
    return [...this.results, { message, field }];
  }
}

function resultText(content: unknown): string {
  if (typeof content === 'string') {
    return content;
  }
  const blocks = Array.isArray(content) ? (content as unknown[]) : [];
  return blocks
    .map((block) => fieldsOf(block).text)
    .filter((text) => typeof text === 'string')
    .join('\n');
}
