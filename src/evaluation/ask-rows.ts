// Asks both models every row, some rows at a time, and hands over what was answered in small lots.
import { type AnswerPair, judgeRow } from './evaluation-evidence.js';
import type { Answered, EvaluationItem, EvaluationRow } from './evaluation-record.js';

export type Ask = (text: string) => Promise<Answered>;

export interface RowsOrder {
  readonly rows: readonly EvaluationRow[];
  readonly incumbent: Ask;
  readonly candidate: Ask;
  /** Rows that are asked at the same time, at least 1. */
  readonly concurrency: number;
  /** Hears of every row as it is answered; false ends the asking. A rejection ends it too, and is passed on. */
  readonly onItem: (item: EvaluationItem) => Promise<boolean>;
}

/** A model that throws has failed to answer. */
async function asked(ask: Ask, text: string): Promise<Answered> {
  try {
    return await ask(text);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { kind: 'failure', reason: 'thrown', detail };
  }
}

async function answerPair(row: EvaluationRow, { incumbent, candidate }: RowsOrder): Promise<AnswerPair> {
  const [left, right] = await Promise.all([asked(incumbent, row.text), asked(candidate, row.text)]);
  return { incumbent: left, candidate: right };
}

/** Resolves when every row has been answered, or when `onItem` has ended it and what was being asked is answered. */
export async function askRows(order: RowsOrder): Promise<void> {
  let next = 0;
  let isEnded = false;
  const work = async () => {
    for (let row = order.rows[next++]; row !== undefined && !isEnded; row = order.rows[next++]) {
      const pair = await answerPair(row, order);
      if (!(await order.onItem(judgeRow(row, pair)))) {
        isEnded = true;
      }
    }
  };
  const lanes = Array.from({ length: Math.max(1, order.concurrency) }, () =>
    work().catch((error: unknown) => {
      isEnded = true;
      throw error;
    }),
  );
  const ends = await Promise.allSettled(lanes);
  const broken = ends.find((end) => end.status === 'rejected');
  if (broken !== undefined) {
    throw broken.reason;
  }
}
