// What would each trainer learn of this data set, and what would it cut or leave out in silence? One state for all recipes
// that fit the target, merged segment by segment; a row that fits every limit by its bytes costs one comparison a recipe.
import type { TargetFacts } from '../facts/target-facts.js';
import {
  addEvidence,
  type EvidenceRow,
  type EvidenceSample,
  mergeEvidence,
  noEvidence,
} from '../judging/evidence-sample.js';
import { counted } from '../judging/in-words.js';
import type { Example, ExampleKind } from '../rows/example.js';
import type { RowLengths } from '../tokens/row-lengths.js';
import type { TokenFacts } from '../tokens/token-facts.js';
import { allTrainers } from './all-trainers.js';
import type { RowRecipe } from './recipe-settings.js';
import { isPlain } from './row-shapes.js';
import { trainerSettingsOf } from './target-of.js';
import type { Trainer, TrainerRow, TrainerSettings } from './trainer.js';
import type { TrainerFate } from './trainer-fate.js';

export interface RuleView {
  readonly rule: string;
  readonly fate: TrainerFate['fate'];
  readonly rows: number;
  readonly why: string;
  readonly sample: readonly EvidenceRow[];
}

export interface TrainerView {
  readonly recipe: string;
  readonly title: string;
  readonly framework: string;
  /** As the framework comes, without settings of ours. */
  readonly asItComes: boolean;
  readonly limitTokens: number | null;
  /** Valid rows as delivered. */
  readonly rows: number;
  /** Of these: learnt from, whole or in part. */
  readonly trainedOn: number;
  readonly kept: number;
  readonly cut: number;
  readonly dropped: number;
  /** In the data set, with nothing to learn. */
  readonly masked: number;
  /** What happens to them is not known: no tokeniser is, and the bounds do not decide. */
  readonly untold: number;
  readonly cutTokens: number;
  /** Rows whose answer is cut. */
  readonly answersCut: number;
  readonly byRule: readonly RuleView[];
  readonly pins: Readonly<Record<string, string>>;
  readonly text: string;
}

interface RuleState {
  fate: TrainerFate['fate'];
  rows: number;
  sample: EvidenceSample;
}

/** Plain data. */
export interface RecipeState {
  rows: number;
  kept: number;
  cut: number;
  dropped: number;
  masked: number;
  untold: number;
  cutTokens: number;
  answersCut: number;
  readonly rules: Map<string, RuleState>;
}

export interface TrainerViewState {
  /** Rows of a plain form that fit every limit, by kind: what a recipe does to one it does to all of them. */
  readonly plain: Map<ExampleKind, number>;
  /** The other rows, by recipe name. */
  readonly recipes: Map<string, RecipeState>;
}

export interface TrainerViews {
  start(): TrainerViewState;
  /** Changes the state and returns it. Called for millions of rows. */
  add(state: TrainerViewState, example: Example, tokens: TokenFacts): TrainerViewState;
  /** Changes the left one. */
  merge(left: TrainerViewState, right: TrainerViewState): TrainerViewState;
  /** Recipes that take none of the rows by their kind are left out, the chosen one excepted. */
  finish(state: TrainerViewState): TrainerView[];
}

export interface TrainerViewQuestion {
  readonly target: TargetFacts;
  readonly recipes: readonly RowRecipe[];
  /** Null: no tokeniser is known for the target. Called only for rows that the bounds do not decide. */
  lengthsOf(example: Example): RowLengths | null;
}

interface Prepared {
  readonly recipe: RowRecipe;
  readonly trainer: Trainer;
  readonly settings: TrainerSettings;
  readonly limit: number;
}

export function trainerViewsOf({ target, recipes, lengthsOf }: TrainerViewQuestion): TrainerViews {
  const prepared = recipes.map((recipe): Prepared => {
    const settings = trainerSettingsOf(recipe, target);
    const limit = settings.limitTokens ?? Number.POSITIVE_INFINITY;
    return { recipe, trainer: allTrainers[recipe.trainer], settings, limit };
  });
  const smallestLimit = Math.min(...prepared.map(({ limit }) => limit));
  return {
    start: () => ({ plain: new Map(), recipes: new Map() }),
    add: (state, example, tokens) => {
      if ((tokens.exact ?? tokens.atMost) <= smallestLimit && isPlain(example)) {
        state.plain.set(example.kind, (state.plain.get(example.kind) ?? 0) + 1);
        return state;
      }
      let lengths: RowLengths | null | undefined;
      for (const one of prepared) {
        const recipeState = stateOf(state.recipes, one.recipe.name);
        const shape = one.trainer.fateOfShape(example, one.settings);
        if (shape !== null) {
          addFate(recipeState, shape, example);
        } else if ((tokens.exact ?? tokens.atMost) <= one.limit) {
          recipeState.rows++;
          recipeState.kept++;
        } else {
          lengths = lengths === undefined ? lengthsOf(example) : lengths;
          addFate(recipeState, lengths === null ? null : one.trainer.fateOf(lengths, one.settings), example);
        }
      }
      return state;
    },
    merge: mergeViews,
    finish: (state) =>
      prepared
        .map((one) => ({ one, whole: wholeState(state, one) }))
        .filter(({ one, whole }) => one.recipe.name === target.recipe || takesAnyKind(whole))
        .map(({ one, whole }) => viewOf(one, whole)),
  };
}

/** What stands in for the rows of a plain form. */
function plainRow(kind: ExampleKind): TrainerRow {
  const answer = { role: 'assistant', content: 'yes' } as const;
  const messages = kind === 'text' ? [answer] : [{ role: 'user', content: 'so' } as const, answer];
  return { kind, messages, rejected: kind === 'preference' ? answer : null, label: 'yes' };
}

function wholeState({ plain, recipes }: TrainerViewState, { recipe, trainer, settings }: Prepared): RecipeState {
  const whole = addStates(emptyState(), recipes.get(recipe.name) ?? emptyState());
  for (const [kind, rows] of plain) {
    const told = trainer.fateOfShape(plainRow(kind), settings);
    whole.rows += rows;
    whole[told?.fate ?? 'kept'] += rows;
    if (told !== null && told.rule !== null) {
      const known = whole.rules.get(told.rule);
      const sample = known?.sample ?? noEvidence;
      whole.rules.set(told.rule, { fate: told.fate, rows: (known?.rows ?? 0) + rows, sample });
    }
  }
  return whole;
}

function emptyState(): RecipeState {
  return { rows: 0, kept: 0, cut: 0, dropped: 0, masked: 0, untold: 0, cutTokens: 0, answersCut: 0, rules: new Map() };
}

function stateOf(states: Map<string, RecipeState>, name: string): RecipeState {
  const known = states.get(name);
  if (known !== undefined) {
    return known;
  }
  const made = emptyState();
  states.set(name, made);
  return made;
}

/** Rules by which a trainer refuses rows of another kind than it reads. */
const otherKind = /\.(?:picture-not-read|no-pair|no-picture|no-class)$/;

function addFate(state: RecipeState, told: TrainerFate | null, example: Example): void {
  state.rows++;
  if (told === null) {
    state.untold++;
    return;
  }
  state[told.fate]++;
  state.cutTokens += told.cutTokens;
  state.answersCut += told.answerCut ? 1 : 0;
  if (told.rule !== null) {
    const known = state.rules.get(told.rule);
    const sofar = known?.sample ?? noEvidence;
    // That a recipe reads no rows of this kind needs no examples.
    const sample = otherKind.test(told.rule) ? sofar : addEvidence(sofar, told.rule, example);
    state.rules.set(told.rule, { fate: told.fate, rows: (known?.rows ?? 0) + 1, sample });
  }
}

const counters = ['rows', 'kept', 'cut', 'dropped', 'masked', 'untold', 'cutTokens', 'answersCut'] as const;

function addStates(one: RecipeState, other: RecipeState): RecipeState {
  for (const counter of counters) {
    one[counter] += other[counter];
  }
  for (const [rule, more] of other.rules) {
    const known = one.rules.get(rule);
    const sample = mergeEvidence(known?.sample ?? noEvidence, more.sample);
    one.rules.set(rule, { fate: more.fate, rows: (known?.rows ?? 0) + more.rows, sample });
  }
  return one;
}

function mergeViews(left: TrainerViewState, right: TrainerViewState): TrainerViewState {
  for (const [kind, rows] of right.plain) {
    left.plain.set(kind, (left.plain.get(kind) ?? 0) + rows);
  }
  for (const [name, other] of right.recipes) {
    addStates(stateOf(left.recipes, name), other);
  }
  return left;
}

function takesAnyKind(state: RecipeState): boolean {
  if (state.rows === 0) {
    return true;
  }
  const refused = [...state.rules].reduce((sum, [rule, { rows }]) => (otherKind.test(rule) ? sum + rows : sum), 0);
  return refused < state.rows;
}

/** Rules shown with this many rows each. */
const shownRows = 10;

function viewOf({ recipe, trainer, settings }: Prepared, state: RecipeState): TrainerView {
  const { rules, ...counts } = state;
  const byRule = [...rules]
    .map(([rule, { fate, rows, sample }]) => ({
      rule,
      fate,
      rows,
      why: trainer.rules[rule] ?? '',
      sample: sample.kept.slice(0, shownRows).map((ranked) => ranked.row),
    }))
    .sort((one, other) => other.rows - one.rows || (one.rule < other.rule ? -1 : 1));
  const trainedOn = state.kept + state.cut;
  return {
    recipe: recipe.name,
    title: recipe.title,
    framework: trainer.framework,
    asItComes: recipe.asItComes,
    limitTokens: settings.limitTokens,
    ...counts,
    trainedOn,
    byRule,
    pins: recipe.pins,
    text: sentenceOf(recipe, state),
  };
}

/** Such as "Of 5,000 rows TRL with LoRA trains on 4,612: 301 are cut, 87 are left out." */
function sentenceOf({ title }: RowRecipe, state: RecipeState): string {
  if (state.rows === 0) {
    return `There are no rows for ${title} to train on.`;
  }
  const parts = [
    [state.cut, 'cut'],
    [state.dropped, 'left out'],
    [state.masked, 'kept with nothing to learn'],
    [state.untold, 'not known, for want of the tokeniser'],
  ] as const;
  const said = parts
    .filter(([rows]) => rows > 0)
    .map(([rows, what]) => `${counted(rows)} ${rows === 1 ? 'is' : 'are'} ${what}`);
  const trainedOn = state.kept + state.cut;
  const all = said.length === 0 ? ', all of them whole' : `: ${said.join(', ')}`;
  return `Of ${counted(state.rows)} rows ${title} trains on ${counted(trainedOn)}${all}.`;
}
