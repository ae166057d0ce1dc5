// The shape of a recipe as far as rows are concerned: which trainer, how long a row may be, and what is learnt of it.
import type { TrainerName, TrainerSettings } from './trainer.js';

export interface RowRecipe {
  /** Such as `trl-lora`. */
  readonly name: string;
  readonly title: string;
  readonly trainer: TrainerName;
  /** What it is set to; the model may read less. Null: nothing is cut. */
  readonly sequenceTokens: number | null;
  readonly overLong: TrainerSettings['overLong'];
  readonly dropsUnlearnt: boolean;
  /** `marked-answers`: all answers where the template marks them, otherwise the last one. `everything`: questions, too. */
  readonly loss: 'answers' | 'marked-answers' | 'everything';
  /** Which models it can train. */
  readonly trains: 'causal' | 'pairs-of-picture-and-text' | 'labels';
  /** Beginnings of the names of models it has presets for; null: any. */
  readonly families: readonly string[] | null;
  /** As the framework comes, without our settings: shown beside ours, because people do run it so. */
  readonly asItComes: boolean;
  /** Versions for which this was written, by package. */
  readonly pins: Readonly<Record<string, string>>;
}
