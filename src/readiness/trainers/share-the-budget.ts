// How does LLaMA-Factory share a budget of tokens between a question and its answer? An answer of less than half the
// budget is kept whole and the question is cut; a question of less than half is kept whole and the answer is cut; where
// both are longer, each keeps its proportion. (hiyouga/LLaMA-Factory, data/processor/processor_utils.py)

export interface SharedBudget {
  readonly sourceTokens: number;
  readonly targetTokens: number;
}

export function shareTheBudget(sourceTokens: number, targetTokens: number, budget: number): SharedBudget {
  const targetMax = targetMaxOf(sourceTokens, targetTokens, budget);
  const target = Math.min(targetMax, targetTokens);
  return { sourceTokens: Math.min(Math.max(budget - target, 0), sourceTokens), targetTokens: target };
}

function targetMaxOf(source: number, target: number, budget: number): number {
  if (target * 2 < budget) {
    return budget;
  }
  return source * 2 < budget ? budget - source : Math.floor(budget * (target / (source + target)));
}
