// Where did the rows go? From what was captured to what can be trained on: every step names how many rows it took away
// and why, and each begins with what the step before it left. A row that several reasons would take counts for the first.
import type { RowLoss, SetFacts } from './facts/set-facts.js';
import type { IntakeTally } from './intake/intake-tally.js';

export interface LostToReason {
  readonly reason: string;
  readonly rows: number;
}

export const funnelSteps = [
  'captured',
  'parsed',
  'valid',
  'permitted',
  'clean of personal data',
  'unique',
  'not leaked',
  'in budget',
  'trainable',
] as const;

export interface FunnelStep {
  /** Of `funnelSteps`; stored funnels of before have names of their own. */
  readonly step: string;
  /** Rows that are left after the step. */
  readonly rows: number;
  readonly removed: readonly LostToReason[];
}

const reasons: Readonly<Record<RowLoss, string>> = {
  barred: 'licence or terms bar the use',
  highPersonalData: 'holds personal data of a high risk',
  secret: 'holds a secret',
  outranked: 'captured, and an upload has the prompt',
  repeatedTrain: 'repeats an earlier training prompt',
  repeatedHoldout: 'repeats an earlier held-out row',
  leaked: 'the prompt is held out',
  notLearnt: 'the recipe leaves it out, or learns nothing of it',
  truncated: 'the answer was cut by its token budget',
  disliked: 'somebody did not accept the answer',
  heldOut: 'held out for the comparison',
};

const unreadableOfTraffic: readonly string[] = ['no-body', 'request-unreadable', 'response-unreadable'];

export function funnelOf({ allImports, captured }: IntakeTally, { lost }: Pick<SetFacts, 'lost'>): FunnelStep[] {
  const byReason = (losses: readonly RowLoss[]) =>
    losses.map((loss) => ({ reason: reasons[loss], rows: lost[loss] ?? 0 }));
  const uploads = Object.entries(allImports.rejectedByCode).map(([code, rows]) => ({
    isUnreadable: code.startsWith('row.'),
    loss: { reason: `upload: ${code}`, rows },
  }));
  const traffic = Object.entries(captured.excluded).map(([reason, rows]) => ({
    isUnreadable: unreadableOfTraffic.includes(reason),
    loss: { reason: `traffic: ${reason}`, rows },
  }));
  const faults = (isUnreadable: boolean) =>
    [...uploads, ...traffic].filter((one) => one.isUnreadable === isUnreadable).map((one) => one.loss);
  const again = { reason: 'the same row was there already', rows: allImports.duplicates + captured.duplicates };
  const losses: Readonly<Record<(typeof funnelSteps)[number], readonly LostToReason[]>> = {
    captured: [],
    parsed: faults(true),
    valid: [...faults(false), again],
    permitted: byReason(['barred']),
    'clean of personal data': byReason(['highPersonalData', 'secret']),
    unique: byReason(['outranked', 'repeatedTrain', 'repeatedHoldout']),
    'not leaked': byReason(['leaked']),
    'in budget': byReason(['notLearnt']),
    trainable: byReason(['truncated', 'disliked', 'heldOut']),
  };
  let left = allImports.rows + captured.seen;
  return funnelSteps.map((step) => {
    const removed = losses[step].filter((loss) => loss.rows > 0);
    left -= removed.reduce((sum, loss) => sum + loss.rows, 0);
    return { step, rows: left, removed };
  });
}
