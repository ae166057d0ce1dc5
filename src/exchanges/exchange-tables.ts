// The rows of captured calls and shadow pairs as the schema has them. Flags are 0 and 1: one text for both engines.

export interface ExchangeRow {
  readonly id: string;
  readonly project_id: string;
  readonly at: number;
  readonly attempt: number;
  readonly arm: string;
  readonly route: string;
  readonly vendor: string;
  readonly model_asked: string | null;
  readonly model_served: string | null;
  readonly status: number | null;
  readonly outcome: string;
  readonly streamed: number;
  readonly unit_hash: string | null;
  readonly prompt_tokens: number | null;
  readonly cached_tokens: number | null;
  readonly completion_tokens: number | null;
  readonly usage_source: string;
  readonly cost_nano_usd: number | null;
  readonly latency_ms: number;
  readonly first_byte_ms: number | null;
  readonly path: string;
  readonly request: Uint8Array | null;
  readonly response: Uint8Array | null;
  readonly truncated: number;
  readonly error: string | null;
  /** JSON object of strings. */
  readonly tags: string;
  readonly terms_version: string | null;
}

export interface ShadowPairRow {
  readonly id: string;
  readonly project_id: string;
  readonly attempt: number;
  readonly at: number;
  readonly agree: number | null;
  readonly candidate_failed: number;
  readonly incumbent_answer: string | null;
  readonly candidate_answer: string | null;
  readonly candidate_latency_ms: number | null;
  readonly failure: string | null;
}

export interface ExchangeTables {
  readonly exchanges: ExchangeRow;
  readonly shadow_pairs: ShadowPairRow;
}
