// Templates of the [INST] kind know no turn of the system: its text is put before the first question. One form for
// Llama 2 and Mistral, which differ in marks and in how the system prompt is wrapped.
import { declaredTools, type RowPlan, shownTurn, type TemplatedRow, type TurnPlan, turnText } from './chat-template.js';

export interface InstructionForm {
  /** Marks before each question. */
  readonly questionMarks: number;
  /** Marks before the first question only. */
  readonly openMarks: number;
  wrapSystem(system: string): string;
  /** Leaves out white space at the edges of every turn. */
  readonly trims: boolean;
  /** After the answer, before its end mark. */
  readonly answerTail: string;
}

/** @returns turns of the system with nothing in them: what they say is in the head of the question that follows */
export function instructionPlan(row: TemplatedRow, form: InstructionForm): RowPlan {
  const { questionMarks, openMarks, wrapSystem, trims, answerTail } = form;
  const tools = declaredTools(row);
  let before = tools === '' ? '' : `${tools}\n`;
  const turns = row.messages.map((message): TurnPlan => {
    const said = turnText(message);
    const text = trims ? said.trim() : said;
    if (message.role === 'system') {
      before += wrapSystem(text);
      return shownTurn('system', 0, '');
    }
    if (message.role === 'assistant') {
      return { role: 'assistant', headMarks: 0, head: '', body: `${text}${answerTail}`, bodyMarks: 1 };
    }
    const head = `[INST] ${before}${text} [/INST]`;
    before = '';
    return shownTurn(message.role, questionMarks, head);
  });
  return { openMarks, open: '', turns };
}
