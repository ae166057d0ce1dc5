// The shape of a trainer as far as rows are concerned: which it refuses, which it cuts and where, and what of the rest it
// learns. To add one: a file in frameworks/ and a line in all-trainers.ts.
import type { Framework } from '../facts/target-facts.js';
import type { Example } from '../rows/example.js';
import type { RowLengths } from '../tokens/row-lengths.js';
import type { TrainerFate } from './trainer-fate.js';

export const trainerNames = [
  'trl-sft',
  'trl-dpo',
  'axolotl',
  'llama-factory-sft',
  'llama-factory-dpo',
  'unsloth',
  'torchtune',
  'keras',
  'open-clip',
  'scikit-learn',
  'baseline-student',
] as const;
export type TrainerName = (typeof trainerNames)[number];

export interface TrainerSettings {
  /** min(model, recipe); null: no limit. */
  readonly limitTokens: number | null;
  readonly overLong: 'cut' | 'drop' | 'raise';
  /** Which tokens carry the loss. */
  readonly learns: 'answers' | 'last-answer' | 'everything';
  /** A row of which nothing is learnt is left out; otherwise it stays, with a loss of zero. */
  readonly dropsUnlearnt: boolean;
  /** The target's chat template refuses roles that do not alternate. */
  readonly alternatesStrictly: boolean;
  readonly hasToolSlot: boolean;
}

export type TrainerRow = Pick<Example, 'kind' | 'messages' | 'rejected' | 'label'>;

export interface Trainer {
  readonly name: TrainerName;
  readonly title: string;
  readonly framework: Framework;
  readonly question: string;
  /** What it does to rows, as sentences. */
  readonly facts: readonly string[];
  readonly source: string;
  /** Why a row is cut or left out, by rule. */
  readonly rules: Readonly<Record<string, string>>;
  /** What happens to the row whatever its length; null: its length decides. Allocates nothing. */
  fateOfShape(row: TrainerRow, settings: TrainerSettings): TrainerFate | null;
  /** For rows whose shape is taken. */
  fateOf(lengths: RowLengths, settings: TrainerSettings): TrainerFate;
}
