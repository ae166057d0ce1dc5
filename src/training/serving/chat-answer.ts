// A label in the OpenAI dialect: as one completion, or as the chunks of a stream. Both carry the same id, so that
// whoever captures them sees one answer.
// Usage counts words between white space, not tokens: this model has no tokeniser, and a number that looked like one
// would be made up. Texts without spaces therefore count as one.

export interface LabelAnswer {
  readonly id: string;
  /** Seconds since the epoch. */
  readonly createdAtSeconds: number;
  readonly model: string;
  /** Which bytes answered. */
  readonly fingerprint: string;
  readonly label: string;
  readonly promptTexts: readonly string[];
}

interface Usage {
  readonly prompt_tokens: number;
  readonly completion_tokens: number;
  readonly total_tokens: number;
}

function words(text: string): number {
  return text.match(/\S+/gu)?.length ?? 0;
}

function usageOf({ promptTexts, label }: LabelAnswer): Usage {
  const prompt = promptTexts.reduce((sum, text) => sum + words(text), 0);
  const completion = words(label);
  return { prompt_tokens: prompt, completion_tokens: completion, total_tokens: prompt + completion };
}

function headOf(answer: LabelAnswer, object: string) {
  return {
    id: answer.id,
    object,
    created: answer.createdAtSeconds,
    model: answer.model,
    system_fingerprint: answer.fingerprint,
  };
}

/** A `chat.completion`. */
export function completionOf(answer: LabelAnswer): Record<string, unknown> {
  return {
    ...headOf(answer, 'chat.completion'),
    choices: [
      {
        index: 0,
        message: { role: 'assistant', content: answer.label, refusal: null },
        logprobs: null,
        finish_reason: 'stop',
      },
    ],
    usage: usageOf(answer),
  };
}

/** The server-sent events of the same answer, `[DONE]` last. With usage, a last chunk without choices carries it. */
export function eventsOf(answer: LabelAnswer, includeUsage: boolean): readonly string[] {
  const head = headOf(answer, 'chat.completion.chunk');
  const unknownUsage = includeUsage ? { usage: null } : {};
  const chunk = (delta: Record<string, unknown>, finish: 'stop' | null) => ({
    ...head,
    choices: [{ index: 0, delta, logprobs: null, finish_reason: finish }],
    ...unknownUsage,
  });
  const chunks: Record<string, unknown>[] = [
    chunk({ role: 'assistant', content: '', refusal: null }, null),
    chunk({ content: answer.label }, null),
    chunk({}, 'stop'),
  ];
  if (includeUsage) {
    chunks.push({ ...head, choices: [], usage: usageOf(answer) });
  }
  return [...chunks.map((one) => `data: ${JSON.stringify(one)}\n\n`), 'data: [DONE]\n\n'];
}

/** A refusal in the dialect's words. */
export function errorBody(message: string, more: { param?: string; code?: string; type?: string }): unknown {
  const { type = 'invalid_request_error', param = null, code = null } = more;
  return { error: { message, type, param, code } };
}
