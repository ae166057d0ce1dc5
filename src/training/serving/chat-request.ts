// What of an OpenAI chat request a classifier can answer, and what it has to refuse. It refuses whatever would make the
// answer something else than one label (several choices, a JSON schema, a forced tool): answering as if it had not been
// asked for would look like success. Sampling parameters are taken and mean nothing: there is one most probable label.

export interface ChatRequest {
  /** Text of the last message of the user: what is classified. */
  readonly question: string;
  /** Text of every message, for counting. */
  readonly texts: readonly string[];
  readonly stream: boolean;
  readonly includeUsage: boolean;
}

/** In the words of the dialect; `param` names the part of the body that is at fault. */
export interface ChatFault {
  readonly fault: string;
  readonly param: string;
}

type Fields = Readonly<Record<string, unknown>>;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Text of a message: a string, or parts that are all texts. Null when it holds anything else. */
function textOf(content: unknown): string | null {
  if (typeof content === 'string') {
    return content;
  }
  if (!Array.isArray(content)) {
    return content === null || content === undefined ? '' : null;
  }
  const texts = content.map((part: unknown) => (isFields(part) && typeof part.text === 'string' ? part.text : null));
  return texts.includes(null) ? null : texts.join('\n');
}

function refusedOption(body: Fields): ChatFault | null {
  const { n, logprobs, response_format: format, tool_choice: choice } = body;
  if (n !== undefined && n !== null && n !== 1) {
    return { fault: 'This model gives one choice; n must be 1.', param: 'n' };
  }
  if (logprobs === true) {
    return { fault: 'This model has no token probabilities.', param: 'logprobs' };
  }
  if (isFields(format) && format.type !== 'text') {
    return { fault: 'This model answers in plain text only.', param: 'response_format' };
  }
  if (isFields(choice) || choice === 'required') {
    return { fault: 'This model calls no tools.', param: 'tool_choice' };
  }
  return null;
}

/** Reads a body that nothing is known of. */
export function parseChatRequest(body: unknown): ChatRequest | ChatFault {
  if (!isFields(body)) {
    return { fault: 'The body must be a JSON object.', param: 'body' };
  }
  const { messages } = body;
  if (!Array.isArray(messages) || messages.length === 0 || !messages.every(isFields)) {
    return { fault: 'messages must be a list of at least one message.', param: 'messages' };
  }
  const texts = messages.map((message) => textOf(message.content));
  const unreadable = texts.indexOf(null);
  if (unreadable >= 0) {
    return { fault: 'This model reads text only.', param: `messages[${unreadable}].content` };
  }
  const last = messages.findLastIndex((message) => message.role === 'user');
  const question = texts[last];
  if (question === undefined || question === null) {
    return { fault: 'There is no message of the role user to answer.', param: 'messages' };
  }
  const refused = refusedOption(body);
  if (refused !== null) {
    return refused;
  }
  const options = body.stream_options;
  return {
    question,
    texts: texts.filter((text) => text !== null),
    stream: body.stream === true,
    includeUsage: isFields(options) && options.include_usage === true,
  };
}
