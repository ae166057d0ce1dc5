// Templates that give every turn a header with its role and an end mark: ChatML, Llama 3, Gemma.
import type { MessageRole } from '../../rows/example.js';
import { declaredTools, type RowPlan, shownTurn, type TemplatedRow, type TurnPlan, turnText } from './chat-template.js';

export interface HeadedForm {
  /** Marks before the first turn. */
  readonly openMarks: number;
  /** What the template says before anybody else. */
  readonly open: string;
  /** Marks around the header of a turn, its end mark not counted. */
  readonly headMarks: number;
  roleName(role: MessageRole): string;
  /** Between the role's name and the content. */
  readonly afterRole: string;
  /** Text after the end mark: one token, counted as a mark. */
  readonly marksAfterTurn: number;
}

export function headedPlan(row: TemplatedRow, form: HeadedForm): RowPlan {
  const { openMarks, open, headMarks, roleName, afterRole, marksAfterTurn } = form;
  const turns = row.messages.map((message): TurnPlan => {
    const head = `${roleName(message.role)}${afterRole}`;
    const text = turnText(message);
    if (message.role === 'assistant') {
      return { role: 'assistant', headMarks, head, body: text, bodyMarks: 1 + marksAfterTurn };
    }
    // The end mark is not learnt here, and a mark is one token wherever it stands.
    return shownTurn(message.role, headMarks + 1 + marksAfterTurn, `${head}${text}`);
  });
  return { openMarks, open: `${open}${declaredTools(row)}`, turns };
}
