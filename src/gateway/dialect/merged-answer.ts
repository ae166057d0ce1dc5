// What did a stream of chat completion chunks say, taken together? Deltas are joined per choice; tool calls are keyed by
// their index, and a delta without one continues the call that its id names, or the last. The final usage chunk has no
// choices at all. The result has the shape of a plain chat completion, so that whoever reads captured calls reads one
// shape. A chunk that is no JSON is counted, not guessed at.
import { type ReportedUsage, reportedUsage } from './token-usage.js';

type Loose = Readonly<Record<string, unknown>>;

export interface MergedToolCall {
  readonly index: number;
  id: string | null;
  name: string;
  arguments: string;
}

export interface MergedChoice {
  readonly index: number;
  role: string;
  content: string | null;
  refusal: string | null;
  readonly toolCalls: MergedToolCall[];
  finishReason: string | null;
}

function record(value: unknown): Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Loose) : {};
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function joined(before: string | null, more: unknown): string | null {
  const added = text(more);
  return added === null ? before : `${before ?? ''}${added}`;
}

/** The call that a delta continues, made when it starts one. */
function toolCallOf(calls: MergedToolCall[], delta: Loose): MergedToolCall {
  const id = text(delta.id);
  const index = typeof delta.index === 'number' ? delta.index : null;
  const sameIndex = index === null ? undefined : calls.findLast((call) => call.index === index);
  // Some providers put every call on index 0: another id there is another call.
  const clash = sameIndex !== undefined && id !== null && sameIndex.id !== null && sameIndex.id !== id;
  const byId = id === null ? undefined : calls.find((call) => call.id === id);
  const continued =
    byId ?? (clash ? undefined : sameIndex) ?? (index === null && id === null ? calls.at(-1) : undefined);
  if (continued !== undefined) {
    continued.id ??= id;
    return continued;
  }
  const started: MergedToolCall = { index: index ?? calls.length, id, name: '', arguments: '' };
  calls.push(started);
  return started;
}

function addToolCall(calls: MergedToolCall[], raw: unknown): void {
  const delta = record(raw);
  const call = toolCallOf(calls, delta);
  const called = record(delta.function);
  call.name = joined(call.name, called.name) ?? '';
  call.arguments = joined(call.arguments, called.arguments) ?? '';
}

/** Adds up one stream. */
export class MergedAnswer {
  private readonly choices = new Map<number, MergedChoice>();
  private id: string | null = null;
  private created: number | null = null;
  model: string | null = null;
  usage: ReportedUsage | null = null;
  private rawUsage: unknown = null;
  /** Events whose data was no JSON. */
  malformedChunks = 0;

  /** @param data the data of one event, `[DONE]` included */
  add(data: string): void {
    if (data === '[DONE]') {
      return;
    }
    try {
      this.addChunk(record(JSON.parse(data)));
    } catch {
      this.malformedChunks += 1;
    }
  }

  /** Text of the first choice; null when it said none. */
  text(): string | null {
    return this.choices.get(0)?.content ?? null;
  }

  /** As a plain chat completion, for the capture. */
  asChatCompletion(): Record<string, unknown> {
    const choices = [...this.choices.values()].sort((left, right) => left.index - right.index);
    return {
      id: this.id,
      object: 'chat.completion',
      created: this.created,
      model: this.model,
      choices: choices.map((choice) => ({
        index: choice.index,
        message: {
          role: choice.role,
          content: choice.content,
          ...(choice.refusal === null ? {} : { refusal: choice.refusal }),
          ...(choice.toolCalls.length === 0 ? {} : { tool_calls: choice.toolCalls.map(asToolCall) }),
        },
        finish_reason: choice.finishReason,
      })),
      ...(this.rawUsage === null ? {} : { usage: this.rawUsage }),
    };
  }

  private addChunk(chunk: Loose): void {
    this.id ??= text(chunk.id);
    this.model ??= text(chunk.model);
    this.created ??= typeof chunk.created === 'number' ? chunk.created : null;
    const usage = reportedUsage(chunk.usage);
    if (usage !== null) {
      this.usage = usage;
      this.rawUsage = chunk.usage;
    }
    for (const choice of list(chunk.choices)) {
      this.addChoice(record(choice));
    }
  }

  private addChoice(part: Loose): void {
    const index = typeof part.index === 'number' ? part.index : 0;
    const choice = this.choices.get(index) ?? newChoice(index);
    this.choices.set(index, choice);
    const delta = record(part.delta);
    choice.role = text(delta.role) || choice.role;
    choice.content = joined(choice.content, delta.content);
    choice.refusal = joined(choice.refusal, delta.refusal);
    for (const call of list(delta.tool_calls)) {
      addToolCall(choice.toolCalls, call);
    }
    choice.finishReason = text(part.finish_reason) ?? choice.finishReason;
  }
}

function newChoice(index: number): MergedChoice {
  return { index, role: 'assistant', content: null, refusal: null, toolCalls: [], finishReason: null };
}

function asToolCall(call: MergedToolCall): Record<string, unknown> {
  return { id: call.id, type: 'function', function: { name: call.name, arguments: call.arguments } };
}
