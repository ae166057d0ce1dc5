// Which features of a vendor does a call use, and how well could another server serve it? Classes by what an
// OpenAI-compatible open server (vLLM) serves: A as it is, B with work, C not quite, D not at all.

export const portabilityWeights = { A: 0, B: 0.3, C: 0.7, D: 1 } as const;
export type PortabilityClass = keyof typeof portabilityWeights;

export type Fields = Readonly<Record<string, unknown>>;

/** One captured call, read once: what the signals look at. */
export interface CallView {
  /** As below the base URL, `/chat/completions`. */
  readonly path: string;
  readonly modelAsked: string | null;
  readonly modelServed: string | null;
  readonly request: Fields;
  readonly response: Fields;
  readonly promptTokens: number | null;
}

export interface FeatureSignal {
  /** Stable, such as `openai.hosted-tools`. */
  readonly id: string;
  readonly feature: string;
  readonly portability: PortabilityClass;
  /** State that the vendor holds and that ends with the contract. */
  readonly isState: boolean;
  /** What to do instead. */
  readonly instead: string;
  isUsedIn(call: CallView): boolean;
}

export function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

export function listOf(value: unknown): readonly Fields[] {
  return Array.isArray(value) ? value.map(fieldsOf) : [];
}

/** Present and neither null nor empty. */
export function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);
}

export function isPositive(value: unknown): boolean {
  return typeof value === 'number' && value > 0;
}

/** Content parts of all messages (OpenAI), or parts of all contents (Gemini). */
export function partsOf(request: Fields): readonly Fields[] {
  const messages = listOf(request.messages).flatMap((message) => listOf(message.content));
  return [...messages, ...listOf(request.contents).flatMap((content) => listOf(content.parts))];
}
