// What would a trainer do to a row? Trainers cut and drop rows in silence; this says it before the training.

export interface TrainerFate {
  /** `kept`: learnt whole. `cut`: learnt in part. `dropped`: left out. `masked`: kept, and nothing of it is learnt. */
  readonly fate: 'kept' | 'cut' | 'dropped' | 'masked';
  /** Name of the rule that did it, such as `axolotl.over-sequence-len`; null when kept. */
  readonly rule: string | null;
  /** Tokens of answers that are learnt; null: not counted, because nothing is lost. */
  readonly trainableTokens: number | null;
  /** Tokens that are cut away. */
  readonly cutTokens: number;
  /** The answer itself is cut. */
  readonly answerCut: boolean;
}
