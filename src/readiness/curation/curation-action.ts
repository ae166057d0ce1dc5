// The shape of an action: one way to mend a data set. An action looks at all rows first where it has to compare them, then
// says for each row what should become of it. It is a function of the set of rows: neither their order nor the time of day
// plays a part, so that a preview tells exactly what applying will do.
import type { ActionId, TaskKind } from '../check.js';
import type { RowFacts } from '../rows/row-facts.js';
import type { Split } from '../rows/split-of.js';
import type { RowChange } from './row-edit.js';

/** A row with the side on which it stands. */
export interface PlacedRow {
  readonly facts: RowFacts;
  readonly side: Split;
}

export interface ActionContext {
  /** Salt of the project's split and of its pseudonyms. */
  readonly salt: string;
  readonly taskKind: TaskKind;
  /** What the candidate and its recipe read; null: not known. */
  readonly limitTokens: number | null;
  /** Share of refusals among the calls of production; null: not known. */
  readonly refusalShare: number | null;
}

export type ParameterValue = number | string | readonly string[] | Readonly<Record<string, string>>;
export type ParameterValues = Readonly<Record<string, ParameterValue>>;

/** `row keys`: a list of hex SHA-256. `aliases`: from each name to the one that it should have. */
export type ParameterKind = 'share' | 'row keys' | 'aliases' | 'choice';

export interface ActionParameter {
  readonly name: string;
  readonly kind: ParameterKind;
  readonly about: string;
  readonly required: boolean;
  /** Of a choice: the first one is taken when none is given. */
  readonly choices?: readonly string[];
}

export interface ActionPlan {
  /** Called once for every row before any is edited. */
  look(row: PlacedRow): void;
  /** What is to be worked out between looking and editing, in steps of some milliseconds. */
  settle?(): Iterable<void>;
  /** Null: the row stays as it is. */
  edit(row: PlacedRow): RowChange | null;
}

export interface CurationAction {
  readonly id: ActionId;
  readonly question: string;
  /** A sentence: what it does, and what it leaves alone. */
  readonly does: string;
  /** Nobody needs to look before it is applied: nothing that could be wanted gets lost. */
  readonly safe: boolean;
  /** Checks whose measure it changes. */
  readonly changes: readonly string[];
  readonly parameters: readonly ActionParameter[];
  /** The rows must have been searched for personal data. */
  readonly needsPrivacy: boolean;
  /** The rows have to be compared with each other before the first is edited. */
  readonly looksFirst: boolean;
  /** A sentence when the action cannot be carried out with what is known. */
  start(context: ActionContext, parameters: ParameterValues): ActionPlan | string;
}

export const drop: RowChange = { kind: 'drop' };

/** Most actions look at one row at a time. */
export function rowByRow(edit: (row: PlacedRow) => RowChange | null): ActionPlan {
  return { look: () => undefined, edit };
}

/** The hold-out is what everything is compared on: but for secrets and what people name, training rows give way. */
export function dropFromTraining(isUnwanted: (facts: RowFacts) => boolean): ActionPlan {
  return rowByRow(({ facts, side }) => (side === 'train' && isUnwanted(facts) ? drop : null));
}
