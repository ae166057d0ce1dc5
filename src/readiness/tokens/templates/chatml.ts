// ChatML and what Qwen made of it: an introduction to the tools in the turn of the system, calls and what tools say between
// tags, and in Qwen 3 an empty thought before each answer.
import type { Message } from '../../rows/example.js';
import {
  type ChatTemplate,
  callText,
  type RowPlan,
  shownTurn,
  type TemplatedRow,
  type TurnPlan,
  toolsText,
} from './chat-template.js';

interface ChatmlForm {
  /** What the turn of the system says where the row has none; empty: there is no such turn. */
  readonly broughtSystem: string;
  /** Said before each answer, and learnt with it. */
  readonly thought: string;
  /** The line end after the role counts as said by the assistant. */
  readonly marksLineEnd: boolean;
}

/** `<|im_start|>` before a turn, `<|im_end|>` and a line end after it. */
const [marksBefore, marksAfter] = [1, 2];

const aboutTools =
  '# Tools\n\nYou may call one or more functions to assist with the user query.\n\n' +
  'You are provided with function signatures within <tools></tools> XML tags:\n<tools>';
const aboutCalls =
  '\n</tools>\n\nFor each function call, return a json object with function name and arguments within ' +
  '<tool_call></tool_call> XML tags:\n<tool_call>\n' +
  '{"name": <function-name>, "arguments": <args-json-object>}\n</tool_call>';

function introducedTools(row: TemplatedRow): string {
  return row.tools.length === 0 ? '' : `${aboutTools}\n${toolsText(row)}${aboutCalls}`;
}

function answerText({ content, toolCalls = [] }: Message): string {
  const calls = toolCalls.map((call) => `<tool_call>\n${callText(call)}\n</tool_call>`);
  return [...(content === '' && calls.length > 0 ? [] : [content]), ...calls].join('\n');
}

/** Behind a thought, line ends at the beginning of an answer are left out. */
function withoutLineEnds(message: Message): Message {
  return { ...message, content: message.content.replace(/^\n+/, '') };
}

/** What several tools say after each other is one turn of the user. */
function toolTurn(content: string, isFirst: boolean, isLast: boolean): TurnPlan {
  const said = `\n<tool_response>\n${content}\n</tool_response>`;
  const marks = (isFirst ? marksBefore : 0) + (isLast ? marksAfter : 0);
  return shownTurn('tool', marks, isFirst ? `user${said}` : said);
}

function chatmlPlan(row: TemplatedRow, { broughtSystem, thought, marksLineEnd }: ChatmlForm): RowPlan {
  const { messages } = row;
  const tools = introducedTools(row);
  const isBrought = messages[0]?.role !== 'system' && (tools !== '' || broughtSystem !== '');
  const turns = messages.map((message, at): TurnPlan => {
    const { role, content } = message;
    if (role === 'assistant') {
      const turn = { headMarks: marksBefore, head: 'assistant\n', bodyMarks: marksAfter };
      return {
        role,
        ...turn,
        body: `${thought}${answerText(thought === '' ? message : withoutLineEnds(message))}`,
        ...(marksLineEnd ? { markedHead: 1 } : {}),
      };
    }
    if (role === 'tool') {
      return toolTurn(content, messages[at - 1]?.role !== 'tool', messages[at + 1]?.role !== 'tool');
    }
    const after = at === 0 && role === 'system' && tools !== '' ? `\n\n${tools}` : '';
    return shownTurn(role, marksBefore + marksAfter, `${role}\n${content}${after}`);
  });
  const brought = [broughtSystem, tools].filter((part) => part !== '').join('\n\n');
  const open = isBrought ? `system\n${brought}` : '';
  return { openMarks: isBrought ? marksBefore + marksAfter : 0, open, turns };
}

export const chatmlTemplate: ChatTemplate = {
  name: 'chatml',
  source: 'ChatML: <|im_start|>role, newline, content, <|im_end|>, newline; as Qwen3-4B-Instruct-2507 has it.',
  hasSystemSlot: true,
  hasToolSlot: true,
  marksAssistant: true,
  alternatesStrictly: false,
  aroundTurnMax: 20,
  aroundRowMax: 24,
  plan: (row) => chatmlPlan(row, { broughtSystem: '', thought: '', marksLineEnd: false }),
};

/** Its template brings a system prompt along where the row has none. */
const broughtSystem = 'You are Qwen, created by Alibaba Cloud. You are a helpful assistant.';

export const qwen25Template: ChatTemplate = {
  ...chatmlTemplate,
  name: 'qwen-2.5',
  source: 'Chat template of Qwen/Qwen2.5-7B-Instruct: ChatML, with a system prompt of its own where the row has none.',
  aroundRowMax: 112,
  plan: (row) => chatmlPlan(row, { broughtSystem, thought: '', marksLineEnd: true }),
};

export const qwen3Template: ChatTemplate = {
  ...chatmlTemplate,
  name: 'qwen-3',
  source: 'Chat template of Qwen/Qwen3-8B as TRL trains it: ChatML, with an empty thought before each answer.',
  aroundTurnMax: 40,
  plan: (row) => chatmlPlan(row, { broughtSystem: '', thought: '<think>\n\n</think>\n\n', marksLineEnd: false }),
};
