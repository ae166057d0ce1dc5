// What production asks now: the window of captured traffic that a data set is compared with. Histograms only, no text.

export interface ProductionFacts {
  readonly fromAt: number;
  readonly untilAt: number;
  readonly calls: number;
  /** 1,024 buckets of word hashes of the prompts. */
  readonly words: Uint32Array;
  /** 1,024 buckets of prompt clusters (hash of the masked, normal prompt). */
  readonly clusters: Uint32Array;
  /** Prompt lengths, normal characters: bucket index of the log histogram to calls. */
  readonly lengths: ReadonlyMap<number, number>;
  readonly labels: Readonly<Record<string, number>>;
  readonly tools: Readonly<Record<string, number>>;
  readonly models: Readonly<Record<string, number>>;
  /** Distinct system prompts, by digest. */
  readonly systemPrompts: Readonly<Record<string, number>>;
  readonly multiTurnCalls: number;
  readonly refusals: number;
  /** By UTC day, of all days that are kept, the newest sixty with calls: what a forecast looks at is longer than the window. */
  readonly callsByDay: Readonly<Record<string, number>>;
}
