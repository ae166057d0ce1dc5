// `{"request":{"messages",…},"response":{"choices",…}}`: a call as logs and batch exports keep it. The first choice is the
// answer.
import { finishedChat } from './parts/finish-chat.js';
import { readOpenAiMessage, readOpenAiMessages } from './parts/openai-messages.js';
import { readTraits } from './parts/row-metadata.js';
import { RowReading } from './parts/row-reading.js';
import { readTools } from './parts/tool-calls.js';
import type { Fields, ReadOutcome, RowFormat } from './row-format.js';

const contentKeys = new Set([
  'request',
  'response',
  'messages',
  'tools',
  'functions',
  'choices',
  'body',
  'status_code',
]);

const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
/** Batch files put the body one level deeper. */
const bodyOf = (value: unknown): Fields => {
  const outer = fieldsOf(value);
  return 'body' in outer ? fieldsOf(outer.body) : outer;
};

export const openAiExchange: RowFormat = {
  name: 'openai-exchange',
  title: 'OpenAI request and response',
  recognises: (fields) =>
    'request' in fields &&
    'response' in fields &&
    'messages' in bodyOf(fields.request) &&
    !Array.isArray(bodyOf(fields.response).content),
  read: (fields) => {
    const response = bodyOf(fields.response);
    const choice = Array.isArray(response.choices) ? fieldsOf((response.choices as unknown[])[0]) : {};
    return readOpenAiCall({
      request: bodyOf(fields.request),
      message: choice.message,
      metadata: {
        ...response,
        ...fields,
        ...('finish_reason' in choice ? { finish_reason: choice.finish_reason } : {}),
      },
    });
  },
};

export interface OpenAiCall {
  /** Body of the request. */
  readonly request: Fields;
  /** The message of the choice; undefined: there is none. */
  readonly message: unknown;
  /** What is known beside the request: end, model, time, and whatever the log holds. */
  readonly metadata: Fields;
}

export function readOpenAiCall({ request, message, metadata }: OpenAiCall): ReadOutcome {
  const reading = new RowReading();
  const asked = readOpenAiMessages(request.messages, 'request.messages', reading);
  const field = 'response.choices[0]';
  if (message === undefined) {
    reading.refuse('msg.ends-assistant', field, 'The response holds no choice: there is no answer to learn.');
  }
  const answer = message === undefined ? null : readOpenAiMessage(message, `${field}.message`, reading);
  const tools = readTools(request.tools ?? request.functions, 'request.tools', reading);
  // The request names the model that was asked for: the one that answered goes before it.
  const traits = readTraits({ ...metadata, ...request, ...metadata }, contentKeys, reading);
  const turns = answer === null ? asked : [...asked, answer];
  return finishedChat({ turns, field: 'request.messages', tools, traits }, reading);
}
