// How long would the training take? Six floating point operations per parameter and token for a pass forth and back
// (Kaplan and others, arXiv 2001.08361), on a card that does 312 · 10¹² a second (A100, bf16) and is used to 40 %. A rough
// number to plan by, named with its assumptions.

export const assumedEpochs = 3;
const operationsPerParameterAndToken = 6;
const usableOperationsPerSecond = 312e12 * 0.4;

/** `llama-2-7b` → 7e9, `gpt-neo-1.3b` → 1.3e9; null where the name does not say. */
export function parametersByName(model: string): number | null {
  const found = /(?:^|[-_:/ ])(\d{1,4}(?:\.\d{1,3})?)(b|m)(?=$|[-_:/ ])/i.exec(model);
  const [, digits, scale] = found ?? [];
  return digits === undefined ? null : Number(digits) * (scale?.toLowerCase() === 'b' ? 1e9 : 1e6);
}

/** Hours of one A100 for three epochs. */
export function gpuHours(parameters: number, tokens: number): number {
  return (operationsPerParameterAndToken * parameters * tokens * assumedEpochs) / usableOperationsPerSecond / 3_600;
}
