// One row as a line of JSON, as a data set is handed to whoever trains on it, and back. Every turn has all members, so that
// the lines of a file make one table; traits stay with the facts.
import type { Example, ImageRef, Message, MessageRole, RowContent, ToolCall, ToolDeclaration } from './example.js';

export interface ExportedTurn {
  readonly role: MessageRole;
  readonly content: string;
  readonly tool_calls: readonly ToolCall[] | null;
  readonly tool_call_id: string | null;
  readonly weight: 0 | 1 | null;
  readonly images: readonly ImageRef[] | null;
}

export interface ExportedContent {
  readonly kind: Example['kind'];
  readonly messages: readonly ExportedTurn[];
  readonly rejected: ExportedTurn | null;
  readonly tools: readonly ToolDeclaration[];
}

type Exportable = Pick<Example, 'kind' | 'messages' | 'rejected' | 'tools'>;

export function exportedContent({ kind, messages, rejected, tools }: Exportable): ExportedContent {
  return {
    kind,
    messages: messages.map(exportedTurn),
    rejected: rejected === null ? null : exportedTurn(rejected),
    tools,
  };
}

function exportedTurn({ role, content, toolCalls, toolCallId, weight, images }: Message): ExportedTurn {
  return {
    role,
    content,
    tool_calls: toolCalls ?? null,
    tool_call_id: toolCallId ?? null,
    weight: weight ?? null,
    images: images ?? null,
  };
}

/** @param line JSON of `exportedContent`, other members beside it or not; SyntaxError for anything that is no JSON */
export function contentOfLine(line: string): RowContent {
  const { kind, messages, rejected, tools } = JSON.parse(line) as ExportedContent;
  return {
    kind,
    messages: messages.map(turnOf),
    ...(rejected === null ? {} : { rejected: turnOf(rejected) }),
    ...(tools.length === 0 ? {} : { tools }),
  };
}

function turnOf({ role, content, tool_calls, tool_call_id, weight, images }: ExportedTurn): Message {
  return {
    role,
    content,
    ...(tool_calls === null ? {} : { toolCalls: tool_calls }),
    ...(tool_call_id === null ? {} : { toolCallId: tool_call_id }),
    ...(weight === null ? {} : { weight }),
    ...(images === null ? {} : { images }),
  };
}
