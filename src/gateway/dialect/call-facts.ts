// What the gateway must know of a request body before it forwards it: the model, whether a stream is wanted, whether
// the client asked for usage, and which unit the call belongs to. Only these members are parsed, not the messages.
import { type TopLevel, topLevelMembers } from './top-level-members.js';

export interface CallFacts {
  readonly model: string | null;
  readonly streamed: boolean;
  /** The client itself asked for the final usage chunk, so it must see it. */
  readonly usageWanted: boolean;
  readonly unit: string | null;
  /** Null when the body is not a JSON object: it is then forwarded as it is. */
  readonly topLevel: TopLevel | null;
}

/** Members of `metadata` that name a conversation, in the order they are believed. */
const unitMetadataKeys = ['conversation_id', 'session_id', 'thread_id'] as const;
const unitCharactersMax = 256;

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

function unitText(value: unknown): string | null {
  return typeof value === 'string' && value.length > 0 && value.length <= unitCharactersMax ? value : null;
}

/** The value of a member, parsed; undefined when absent or broken. Of duplicates the last counts, as JSON parsers do. */
function memberValue(body: Buffer, topLevel: TopLevel, key: string): unknown {
  const member = topLevel.members.findLast((one) => one.key === key);
  if (member === undefined) {
    return undefined;
  }
  try {
    return JSON.parse(body.toString('utf8', member.valueStart, member.valueEnd));
  } catch {
    return undefined;
  }
}

export function readCallFacts(body: Buffer): CallFacts {
  const topLevel = topLevelMembers(body);
  if (topLevel === null) {
    return { model: null, streamed: false, usageWanted: false, unit: null, topLevel };
  }
  const model = memberValue(body, topLevel, 'model');
  const metadata = record(memberValue(body, topLevel, 'metadata'));
  const named = unitMetadataKeys.map((key) => unitText(metadata[key])).find((unit) => unit !== null);
  return {
    model: typeof model === 'string' ? model : null,
    streamed: memberValue(body, topLevel, 'stream') === true,
    usageWanted: record(memberValue(body, topLevel, 'stream_options')).include_usage === true,
    unit: unitText(memberValue(body, topLevel, 'user')) ?? named ?? null,
    topLevel,
  };
}
