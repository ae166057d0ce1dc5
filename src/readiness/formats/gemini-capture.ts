// A call of Gemini: `contents` and, from the response, `candidates`; or `contents` that end with the model's turn, as
// Vertex takes them for tuning. Thoughts are dropped. A blocked prompt has no answer to learn.
import type { ImageRef, ToolCall, ToolDeclaration } from '../rows/example.js';
import { imageMediaTypes } from '../rows/image-facts.js';
import { finishedChat } from './parts/finish-chat.js';
import { readBase64, readImage } from './parts/message-content.js';
import { finishReason, readTraits } from './parts/row-metadata.js';
import { type ReadTurn, RowReading } from './parts/row-reading.js';
import { readArguments } from './parts/tool-calls.js';
import type { Fields, RowFormat } from './row-format.js';

const contentKeys = new Set(
  'contents candidates systemInstruction system_instruction tools generationConfig generation_config promptFeedback request response usageMetadata responseId safetySettings toolConfig cachedContent'.split(
    ' ',
  ),
);

const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);

export const geminiCapture: RowFormat = {
  name: 'gemini-capture',
  title: 'Gemini request and response',
  recognises: (fields) => 'contents' in fields || 'contents' in fieldsOf(fields.request),
  read: (outer) => {
    const fields = { ...outer, ...fieldsOf(outer.request), ...fieldsOf(outer.response) };
    const reading = new RowReading();
    const candidate = fieldsOf(listOf(fields.candidates)[0]);
    const { blockReason } = fieldsOf(fields.promptFeedback);
    if (typeof blockReason === 'string') {
      reading.refuse(
        'msg.ends-assistant',
        'promptFeedback.blockReason',
        'The vendor blocked the prompt: there is no answer.',
      );
    }
    const system = fields.systemInstruction ?? fields.system_instruction;
    const turns = [
      ...(system === undefined || system === null ? [] : readInstruction(system, reading)),
      ...readContents(fields.contents, reading),
      ...(candidate.content === undefined ? [] : readTurn(candidate.content, 'candidates[0].content', reading)),
    ];
    const traits = readTraits({ ...fields, ...configOf(fields, candidate) }, contentKeys, reading);
    return finishedChat({ turns, field: 'contents', tools: readDeclarations(fields.tools, reading), traits }, reading);
  },
};

/** Temperature, form and end in the words that metadata is read by. */
function configOf(fields: Fields, { finishReason: reason }: Fields): Fields {
  const config = fieldsOf(fields.generationConfig ?? fields.generation_config);
  const wantsJson = config.responseMimeType === 'application/json' || config.response_mime_type === 'application/json';
  const schema = config.responseJsonSchema;
  return {
    ...(config.temperature === undefined ? {} : { temperature: config.temperature }),
    ...(wantsJson ? { response_format: { type: 'json_object', ...(schema === undefined ? {} : { schema }) } } : {}),
    ...(reason === undefined ? {} : { finish_reason: finishReason(reason) }),
  };
}

function readInstruction(value: unknown, reading: RowReading): ReadTurn[] {
  const parts = typeof value === 'string' ? [{ text: value }] : listOf(fieldsOf(value).parts);
  const texts = parts.map((part) => fieldsOf(part).text);
  if (texts.length === 0 || !texts.every((text) => typeof text === 'string')) {
    reading.refuse('msg.structure', 'systemInstruction', 'The instruction is made of text parts.');
    return [];
  }
  return [{ message: { role: 'system', content: texts.join('') }, field: 'systemInstruction' }];
}

function readContents(value: unknown, reading: RowReading): ReadTurn[] {
  if (typeof value === 'string') {
    return [{ message: { role: 'user', content: value }, field: 'contents' }];
  }
  if (!Array.isArray(value) || value.length === 0) {
    reading.refuse('msg.structure', 'contents', 'Contents are a list of turns.');
    return [];
  }
  return (value as unknown[]).flatMap((item, place) => readTurn(item, `contents[${place}]`, reading));
}

function readTurn(item: unknown, field: string, reading: RowReading): ReadTurn[] {
  const { role = field.startsWith('candidates') ? 'model' : 'user', parts } = fieldsOf(item);
  if (role !== 'user' && role !== 'model' && role !== 'function') {
    reading.refuse('msg.roles', `${field}.role`, 'A role is user, model or function.');
    return [];
  }
  if (!Array.isArray(parts) || parts.length === 0) {
    reading.refuse('msg.structure', `${field}.parts`, 'A turn has parts.');
    return [];
  }
  const read = new TurnParts(reading);
  for (const [place, part] of (parts as unknown[]).entries()) {
    read.take(fieldsOf(part), `${field}.parts[${place}]`);
  }
  return read.turns(role === 'model' ? 'assistant' : 'user', field);
}

class TurnParts {
  private text = '';
  private hasText = false;
  private readonly images: ImageRef[] = [];
  private readonly calls: ToolCall[] = [];
  private readonly results: ReadTurn[] = [];

  constructor(private readonly reading: RowReading) {}

  take(part: Fields, field: string): void {
    const { reading } = this;
    if (part.thought === true) {
      reading.note('thoughts.dropped');
    } else if (typeof part.text === 'string') {
      this.text += part.text;
      this.hasText = true;
    } else if (part.functionCall !== undefined) {
      this.takeCall(fieldsOf(part.functionCall), field);
    } else if (part.functionResponse !== undefined) {
      this.takeResult(fieldsOf(part.functionResponse), field);
    } else if (part.inlineData !== undefined || part.fileData !== undefined) {
      this.takeImage(part, field);
    } else {
      reading.refuse('msg.unsupported', field, 'A part is a text, a picture, a call or its result.');
    }
  }

  private takeCall({ name, args, id }: Fields, field: string): void {
    const text = readArguments(args, `${field}.functionCall.args`, this.reading);
    if (typeof name !== 'string' || name === '' || text === null) {
      this.reading.refuse('tool.calls', `${field}.functionCall`, 'A call names its tool.');
      return;
    }
    this.calls.push(
      typeof id === 'string' && id !== '' ? { id, name, arguments: text } : this.reading.numbered(name, text),
    );
  }

  private takeResult({ name, response, id }: Fields, field: string): void {
    const known =
      typeof id === 'string' && id !== '' ? id : this.reading.answered(typeof name === 'string' ? name : null);
    const content = typeof response === 'string' ? response : JSON.stringify(response ?? {});
    this.results.push({ message: { role: 'tool', content, toolCallId: known ?? '' }, field });
  }

  private takeImage(part: Fields, field: string): void {
    const inline = fieldsOf(part.inlineData);
    const { fileUri } = fieldsOf(part.fileData);
    const mediaType = imageMediaTypes.find((type) => type === inline.mimeType);
    const place = { field, reading: this.reading };
    const image =
      fileUri !== undefined
        ? readImage(fileUri, field, this.reading)
        : mediaType !== undefined && typeof inline.data === 'string'
          ? readBase64(inline.data, mediaType, place)
          : null;
    if (image !== null) {
      this.images.push(image);
    } else if (mediaType === undefined && fileUri === undefined) {
      this.reading.refuse('msg.unsupported', field, 'Sound, video and documents are not part of a text task.');
    }
  }

  turns(role: 'user' | 'assistant', field: string): ReadTurn[] {
    const says = this.hasText || this.images.length > 0 || this.calls.length > 0;
    if (!says) {
      return this.results.length > 0 ? this.results : [{ message: { role, content: '' }, field }];
    }
    const message = {
      role,
      content: this.text,
      ...(this.calls.length > 0 ? { toolCalls: this.calls } : {}),
      ...(this.images.length > 0 ? { images: this.images } : {}),
    };
    return [...this.results, { message, field }];
  }
}

function readDeclarations(value: unknown, reading: RowReading): readonly ToolDeclaration[] | undefined {
  const listed = listOf(value).flatMap((tool) => listOf(fieldsOf(tool).functionDeclarations));
  if (listed.length === 0) {
    return undefined;
  }
  return listed.flatMap((declared, place) => {
    const { name, parametersJsonSchema } = fieldsOf(declared);
    if (typeof name !== 'string' || name === '') {
      reading.refuse('tool.calls', `tools.functionDeclarations[${place}]`, 'A tool has a name.');
      return [];
    }
    // `parameters` is in the OpenAPI dialect, which is no JSON schema: only the other form can be validated against.
    return [{ name, parameters: parametersJsonSchema === undefined ? '' : JSON.stringify(parametersJsonSchema) }];
  });
}
