// How many tokens does the provider say a call used? Read from the `usage` object of chat completions, completions and
// embeddings (prompt_tokens, completion_tokens) and of responses (input_tokens, output_tokens). Never estimated: an
// estimate can miss more than nine tenths where a model reasons unseen. Unknown is null.

export interface ReportedUsage {
  readonly promptTokens: number;
  readonly cachedTokens: number | null;
  readonly completionTokens: number;
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function count(value: unknown): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null;
}

/** @param usage the provider's `usage` object, whatever it holds. Null when the counts are missing or impossible. */
export function reportedUsage(usage: unknown): ReportedUsage | null {
  const said = record(usage);
  const promptTokens = count(said.prompt_tokens ?? said.input_tokens);
  if (promptTokens === null) {
    return null;
  }
  const output = said.completion_tokens ?? said.output_tokens;
  // Embeddings report no output at all; that is none, not unknown, as long as the total agrees.
  const completionTokens = output === undefined && said.total_tokens === promptTokens ? 0 : count(output);
  if (completionTokens === null) {
    return null;
  }
  const details = record(said.prompt_tokens_details ?? said.input_tokens_details);
  const cachedTokens = count(details.cached_tokens);
  return {
    promptTokens,
    cachedTokens: cachedTokens !== null && cachedTokens <= promptTokens ? cachedTokens : null,
    completionTokens,
  };
}
