// Reads what was captured of an answer, off the hot path: the text that the assistant said, the usage and the model that
// served it. What cannot be read is null.
import { MergedAnswer } from './merged-answer.js';
import { SseSplitter } from './sse-splitter.js';
import { type ReportedUsage, reportedUsage } from './token-usage.js';

export interface AnswerReading {
  /** What the assistant said in the first choice; null for tool calls, refusals without text and unreadable bytes. */
  readonly text: string | null;
  readonly usage: ReportedUsage | null;
  readonly modelServed: string | null;
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function contentText(content: unknown): string | null {
  if (typeof content === 'string') {
    return content;
  }
  const parts = Array.isArray(content) ? content.map((part) => record(part).text) : [];
  return parts.length > 0 && parts.every((part) => typeof part === 'string') ? parts.join('') : null;
}

/** Whether the bytes are a chat completion with at least one choice: what a candidate must answer to count. */
export function isChatCompletion(body: Buffer): boolean {
  try {
    const { choices } = record(JSON.parse(body.toString('utf8')));
    return Array.isArray(choices) && choices.length > 0;
  } catch {
    return false;
  }
}

export function readPlainAnswer(body: Buffer): AnswerReading {
  try {
    const answer = record(JSON.parse(body.toString('utf8')));
    const first = record(Array.isArray(answer.choices) ? answer.choices[0] : undefined);
    return {
      text: contentText(record(first.message).content),
      usage: reportedUsage(answer.usage),
      modelServed: typeof answer.model === 'string' ? answer.model : null,
    };
  } catch {
    return { text: null, usage: null, modelServed: null };
  }
}

export function readStreamedAnswer(bytes: Buffer): AnswerReading {
  const splitter = new SseSplitter();
  const merged = new MergedAnswer();
  for (const event of [...splitter.push(bytes), splitter.end()]) {
    if (event?.data != null) {
      merged.add(event.data);
    }
  }
  return { text: merged.text(), usage: merged.usage, modelServed: merged.model };
}
