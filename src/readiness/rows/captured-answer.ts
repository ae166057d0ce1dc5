// The answer in the bytes of a chat completion, plain or streamed: what was said, what was called, and why it ended.

type Fields = Readonly<Record<string, unknown>>;

export interface CapturedAnswer {
  /** In the OpenAI form: content, and tool calls where there are any. */
  readonly message: Fields;
  /** Why the answer ended, as the vendor said; null when it did not say. */
  readonly finish: string | null;
  readonly model: string | null;
}

const decoder = new TextDecoder('utf-8', { fatal: true });

/** Null when it is no completion, or a stream that broke off. */
export function readCapturedAnswer(response: Uint8Array): CapturedAnswer | null {
  const plain = parsedBytes(response);
  return plain === null ? streamedAnswer(response) : plainAnswer(plain);
}

/** The object in the bytes, or null. */
export function parsedBytes(bytes: Uint8Array): Fields | null {
  const text = decoded(bytes);
  return text === null ? null : parsedText(text);
}

function plainAnswer(fields: Fields): CapturedAnswer | null {
  const [choice] = listOf(fields.choices);
  return choice === undefined
    ? null
    : { message: fieldsOf(choice.message), finish: textOf(choice.finish_reason), model: textOf(fields.model) };
}

interface StreamedCall {
  id: string;
  name: string;
  arguments: string;
}

class StreamedAnswer {
  private content = '';
  private readonly calls = new Map<number, StreamedCall>();
  private legacy: StreamedCall | null = null;
  finish: string | null = null;
  private model: string | null = null;

  add(chunk: Fields): void {
    this.model ??= textOf(chunk.model);
    const choice = listOf(chunk.choices).find((one) => (one.index ?? 0) === 0);
    if (choice === undefined) {
      return;
    }
    const delta = fieldsOf(choice.delta);
    this.content += textOf(delta.content) ?? textOf(delta.refusal) ?? '';
    this.finish = textOf(choice.finish_reason) ?? this.finish;
    for (const piece of listOf(delta.tool_calls)) {
      const index = typeof piece.index === 'number' ? piece.index : 0;
      this.calls.set(index, extended(this.calls.get(index), textOf(piece.id), fieldsOf(piece.function)));
    }
    if ((delta.function_call ?? null) !== null) {
      this.legacy = extended(this.legacy ?? undefined, null, fieldsOf(delta.function_call));
    }
  }

  answer(): CapturedAnswer {
    const calls = [...this.calls].sort(([left], [right]) => left - right).map(([, call]) => call);
    const message = {
      role: 'assistant',
      content: this.content,
      ...(calls.length === 0
        ? {}
        : {
            tool_calls: calls.map(({ id, name, arguments: text }) => ({
              id,
              type: 'function',
              function: { name, arguments: text },
            })),
          }),
      ...(this.legacy === null ? {} : { function_call: { name: this.legacy.name, arguments: this.legacy.arguments } }),
    };
    return { message, finish: this.finish, model: this.model };
  }
}

function extended(call: StreamedCall | undefined, id: string | null, piece: Fields): StreamedCall {
  return {
    id: call?.id || (id ?? ''),
    name: (call?.name ?? '') + (textOf(piece.name) ?? ''),
    arguments: (call?.arguments ?? '') + (textOf(piece.arguments) ?? ''),
  };
}

/** The first choice of a stream of chunks; null unless it ended by `[DONE]` or by a reason to finish. */
function streamedAnswer(response: Uint8Array): CapturedAnswer | null {
  const text = decoded(response);
  if (text === null || !text.includes('data:')) {
    return null;
  }
  const streamed = new StreamedAnswer();
  let ended = false;
  for (const line of text.split(/\r\n|\n|\r/)) {
    const data = line.startsWith('data:') ? line.slice('data:'.length).trim() : '';
    ended ||= data === '[DONE]';
    if (data !== '' && data !== '[DONE]') {
      const fields = parsedText(data);
      if (fields === null) {
        return null;
      }
      streamed.add(fields);
    }
  }
  return ended || streamed.finish !== null ? streamed.answer() : null;
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}

function parsedText(text: string): Fields | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;
  } catch {
    return null;
  }
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

function listOf(value: unknown): Fields[] {
  return Array.isArray(value) ? (value as unknown[]).map(fieldsOf) : [];
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
