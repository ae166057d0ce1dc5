// Watches the events of a chat stream as they pass: has it ended as it should (the [DONE] mark, or a finish reason), did
// it report an error, what usage did it report, and which event is nothing but usage. Events are parsed only when their
// text can matter, so that a token costs next to nothing.
import { type ReportedUsage, reportedUsage } from './token-usage.js';

export interface EventReading {
  /** The final chunk that carries usage and no choice. */
  readonly isUsageOnly: boolean;
}

const mayMatter = /"(?:usage|finish_reason)"\s*:\s*[{"]|"error"\s*:/;
const doneMark = '[DONE]';

function parsed(data: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(data);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

function hasFinishReason(choice: unknown): boolean {
  return typeof (choice as { finish_reason?: unknown } | null)?.finish_reason === 'string';
}

/** Whether the first data of a stream is a chunk that a chat client can read. */
export function startsWell(data: string): boolean {
  const chunk = parsed(data);
  return chunk !== null && Array.isArray(chunk.choices) && (chunk.error ?? null) === null;
}

/** One per stream. */
export class StreamWatch {
  private sawDone = false;
  private sawFinishReason = false;
  private sawError = false;
  private lastUsage: ReportedUsage | null = null;

  read(data: string | null): EventReading {
    if (data === null) {
      return { isUsageOnly: false };
    }
    if (data.trim() === doneMark) {
      this.sawDone = true;
      return { isUsageOnly: false };
    }
    const chunk = mayMatter.test(data) ? parsed(data) : null;
    return chunk === null ? { isUsageOnly: false } : this.readChunk(chunk);
  }

  /** The end was announced. Without it the stream was cut, whatever its last bytes are. */
  get sawEnd(): boolean {
    return this.sawDone || this.sawFinishReason;
  }

  /** The provider reported an error inside the stream. */
  get reportedError(): boolean {
    return this.sawError;
  }

  get usage(): ReportedUsage | null {
    return this.lastUsage;
  }

  private readChunk(chunk: Readonly<Record<string, unknown>>): EventReading {
    const choices = Array.isArray(chunk.choices) ? (chunk.choices as unknown[]) : null;
    const usage = reportedUsage(chunk.usage);
    this.lastUsage = usage ?? this.lastUsage;
    this.sawError ||= (chunk.error ?? null) !== null;
    this.sawFinishReason ||= (choices ?? []).some(hasFinishReason);
    return { isUsageOnly: choices !== null && choices.length === 0 && usage !== null };
  }
}
