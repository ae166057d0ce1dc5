// Must the project leave? From what was announced about the incumbent's model, and what leaving takes.
import type { CatalogModel, ModelCatalog } from '../../catalog/model-catalog.js';
import type { IncumbentLife } from '../../lifecycle/facts.js';
import { counted } from '../../lock-in/in-words.js';
import { modelNamed } from '../../lock-in/measure/known-names.js';
import type { ForcedMode } from './project-standing.js';

const dayMs = 86_400_000;
const replacementsMax = 5;

export interface LifeQuestion {
  readonly catalog: ModelCatalog;
  /** Name of the incumbent's model. */
  readonly model: string;
  readonly leadTimeDays: number;
  readonly now: number;
}

const goneAdvice =
  'Its calls cannot be captured any more: import the calls and labels that you kept; what was captured before is still there.';
const goingAdvice = 'Capture its calls while it answers, and import what you kept of earlier ones.';

/** How long the model goes on being served. Only closed models end: weights that one holds are never off. */
export function incumbentLifeOf(question: LifeQuestion): IncumbentLife {
  const { catalog, model: name, leadTimeDays, now } = question;
  const known = modelNamed(catalog, name);
  const lifecycle = known === null || known.openness !== 'closed' ? null : catalog.lifecycleOf(known.id);
  const shutdownAt = lifecycle?.shutdownAt ?? null;
  return {
    model: name,
    isKnown: known !== null,
    shutdownOn: lifecycle?.shutdownOn ?? null,
    daysLeft: shutdownAt === null ? null : Math.trunc((shutdownAt - now) / dayMs),
    leadTimeDays: Math.round(leadTimeDays),
    replacements: known === null || shutdownAt === null ? [] : replacementsOf(known, question),
  };
}

/** Null where nothing forces: no end is announced, or there is time enough to leave before it. */
export function forcedModeOf(life: IncumbentLife): ForcedMode | null {
  const { model, shutdownOn, daysLeft, leadTimeDays, replacements } = life;
  if (shutdownOn === null || daysLeft === null || daysLeft >= leadTimeDays) {
    return null;
  }
  const isOver = daysLeft < 0;
  const due = daysLeft === 0 ? 'within a day' : `in ${counted(daysLeft, 'day')}`;
  const when = isOver ? `was shut down on ${shutdownOn}` : `is shut down on ${shutdownOn}, ${due}`;
  return {
    because: `${model} ${when}; leaving takes ${leadTimeDays < 1 ? 'less than a day' : `${leadTimeDays} days`}.`,
    ...{ shutdownOn, daysLeft, leadTimeDays, replacements },
    advice: isOver ? goneAdvice : goingAdvice,
  };
}

/** What the vendor names; where it names nothing, what the same developer still serves of that kind for long enough. */
function replacementsOf(ended: CatalogModel, { catalog, leadTimeDays, now }: LifeQuestion): readonly string[] {
  const named = catalog.lifecycleOf(ended.id)?.replacements ?? [];
  if (named.length > 0) {
    return named;
  }
  const lastsLong = ({ shutdownOn }: CatalogModel) =>
    shutdownOn === null || Date.parse(shutdownOn) - now >= leadTimeDays * dayMs;
  return catalog
    .all()
    .filter((one) => one.developer === ended.developer && one.kind === ended.kind && one.id !== ended.id)
    .filter((one) => one.openness === 'closed' && lastsLong(one))
    .map((one) => one.id)
    .slice(0, replacementsMax);
}
