// What does a chat template put around the turns of a row? A plan of texts and marks, in the order in which the model
// reads them. A mark is one token that stands for no text (`<s>`, `<|im_end|>`). Texts between marks are tokenised
// each by itself; what is learnt of a turn (the answer and its end mark) is kept apart from what only leads up to it.
import type { Example, Message, MessageRole, ToolCall } from '../../rows/example.js';
import { spacedJson } from '../spaced-json.js';
import type { TemplateName } from './template-names.js';

export type TemplatedRow = Pick<Example, 'kind' | 'messages' | 'tools'>;

export interface TurnPlan {
  readonly role: MessageRole;
  /** Marks before the head. */
  readonly headMarks: number;
  /** Text that leads up to the answer; of other roles than the assistant the whole turn. */
  readonly head: string;
  /** The answer; empty for other roles. */
  readonly body: string;
  /** Marks after the body, learnt with it. */
  readonly bodyMarks: number;
  /** Tokens at the end of the head that the template marks as said by the assistant; absent: none. */
  readonly markedHead?: number;
}

export interface RowPlan {
  /** Marks before the first turn. */
  readonly openMarks: number;
  /** Text before the first turn: tools that the row declares, or a system prompt that the template brings along. */
  readonly open: string;
  /** One for each message, in order. */
  readonly turns: readonly TurnPlan[];
}

export interface ChatTemplate {
  readonly name: TemplateName;
  /** Where the form is written down. */
  readonly source: string;
  readonly hasSystemSlot: boolean;
  readonly hasToolSlot: boolean;
  /** Whether trainers can tell by the template which tokens the assistant says. */
  readonly marksAssistant: boolean;
  /** Whether it refuses turns that do not alternate between user and assistant. */
  readonly alternatesStrictly: boolean;
  /** Never less than the marks and UTF-8 bytes that it puts around one turn, two dummy prefixes included. */
  readonly aroundTurnMax: number;
  /** The same around the whole row. */
  readonly aroundRowMax: number;
  plan(row: TemplatedRow): RowPlan;
}

/** UTF-8 bytes at most that one UTF-16 unit becomes. */
export const bytesPerUnitMax = 3;
/** Quotes, names of fields and brackets around one call, one tool or what one tool said. */
const aroundEntryMax = 64;
/** What templates say about tools before and after the list of them. */
const aroundToolsMax = 512;

/** What a turn says, its calls included: each call as one line of JSON. */
export function turnText({ content, toolCalls }: Message): string {
  if (toolCalls === undefined || toolCalls.length === 0) {
    return content;
  }
  return [...(content === '' ? [] : [content]), ...toolCalls.map(callText)].join('\n');
}

/** A call as one line of JSON. */
export function callText({ name, arguments: given }: ToolCall): string {
  return `{"name": "${name}", "arguments": ${spacedJson(given)}}`;
}

/** The tools that a row declares, one JSON object a line; empty when there are none. */
export function toolsText({ tools }: Pick<TemplatedRow, 'tools'>): string {
  return tools
    .map(({ name, parameters }) => {
      const schema = parameters === '' ? '{}' : spacedJson(parameters);
      return `{"type": "function", "function": {"name": "${name}", "parameters": ${schema}}}`;
    })
    .join('\n');
}

/** Never less than the UTF-8 bytes of calls and tools, which stand beside the contents. Allocates nothing. */
export function callBytesMax({ messages, tools }: Pick<TemplatedRow, 'messages' | 'tools'>): number {
  let units = 0;
  let entries = tools.length;
  for (const tool of tools) {
    units += tool.name.length + tool.parameters.length;
  }
  for (const { role, toolCalls } of messages) {
    entries += role === 'tool' ? 1 : 0;
    if (toolCalls !== undefined) {
      entries += toolCalls.length;
      for (const call of toolCalls) {
        units += call.name.length + call.arguments.length;
      }
    }
  }
  return units * bytesPerUnitMax + entries * aroundEntryMax + aroundToolsMax;
}

/** A turn that only leads up to an answer. */
export function shownTurn(role: MessageRole, headMarks: number, head: string): TurnPlan {
  return { role, headMarks, head, body: '', bodyMarks: 0 };
}

/** What stands before the turns, under a heading that models know; empty where the row declares no tools. */
export function declaredTools(row: TemplatedRow): string {
  return row.tools.length === 0 ? '' : `# Tools\n${toolsText(row)}\n`;
}
