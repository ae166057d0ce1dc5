// Templates that give every turn a header with its role and an end mark: Llama 3, Gemma.
import type { MessageRole } from '../../rows/example.js';
import { declaredTools, type RowPlan, shownTurn, type TemplatedRow, type TurnPlan, turnText } from './chat-template.js';

export interface HeadedForm {
  /** Marks before the first turn. */
  readonly openMarks: number;
  /** Marks around the header of a turn, its end mark not counted. */
  readonly headMarks: number;
  roleName(role: MessageRole): string;
  /** Between the role's name and the content. */
  readonly afterRole: string;
  /** Text after the end mark: one token, counted as a mark. */
  readonly marksAfterTurn: number;
  /** Put before the system prompt, in its turn; a row that has none is given a turn with it. */
  readonly beforeSystem?: string;
}

/** White space at the edges of a text is left out, as these templates do. */
export function headedPlan(row: TemplatedRow, form: HeadedForm): RowPlan {
  const { headMarks, roleName, afterRole, marksAfterTurn, beforeSystem = '' } = form;
  const turns = row.messages.map((message, at): TurnPlan => {
    const head = `${roleName(message.role)}${afterRole}`;
    const text = turnText(message).trim();
    if (message.role === 'assistant') {
      return { role: 'assistant', headMarks, head, body: text, bodyMarks: 1 + marksAfterTurn };
    }
    const before = at === 0 && message.role === 'system' ? beforeSystem : '';
    // The end mark is not learnt here, and a mark is one token wherever it stands.
    return shownTurn(message.role, headMarks + 1 + marksAfterTurn, `${head}${before}${text}`);
  });
  const isBrought = beforeSystem !== '' && row.messages[0]?.role !== 'system';
  const open = isBrought ? `${roleName('system')}${afterRole}${beforeSystem}` : '';
  const openMarks = form.openMarks + (isBrought ? headMarks + 1 + marksAfterTurn : 0);
  return { openMarks, open: `${open}${declaredTools(row)}`, turns };
}
