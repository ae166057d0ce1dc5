// From a reading to a proposal: what would change, what of it is held and why, and whether the whole of it waits.
import { type Offer, offerKey } from './catalog-row.js';
import { type Change, type Conflict, diffCatalog } from './diff-catalog.js';
import type { PresentCatalog } from './present-catalog.js';
import { allQuarantineRules } from './quarantine/all-quarantine-rules.js';
import type { QuarantineScene } from './quarantine/quarantine-rule.js';
import type { Reading, ToldOffer } from './reading.js';

export interface Finding {
  readonly rule: string;
  readonly text: string;
}

export interface JudgedChange extends Change {
  /** Empty: clean. */
  readonly findings: readonly Finding[];
}

export interface Proposal {
  readonly changes: readonly JudgedChange[];
  readonly conflicts: readonly Conflict[];
  /** Why even the clean changes wait for somebody else's approval with a reason; null: they do not. */
  readonly hold: string | null;
}

export interface JudgeInput {
  readonly present: PresentCatalog;
  readonly reading: Reading;
  /** The last reading of every source, this one's included. */
  readonly readings: readonly Reading[];
  /** Names of models in lower case that calls named within the last 30 days. */
  readonly namesInUse: ReadonlySet<string>;
}

const touchedShareMax = 0.02;
/** In a small catalogue one change is more than a fiftieth: below this number they are looked at one by one. */
const touchedCountMin = 10;

function holdOf({ offersCompared, offersTouched }: { offersCompared: number; offersTouched: number }): string | null {
  if (offersTouched < touchedCountMin || offersTouched <= touchedShareMax * offersCompared) {
    return null;
  }
  const share = ((100 * offersTouched) / offersCompared).toFixed(1);
  return `${offersTouched} of ${offersCompared} models would change at once (${share} %, above 2 %): the source may have changed its form.`;
}

/** The last word of a name with a path: hosts put the developer in front of it. */
function isNamed(offer: Offer, names: ReadonlySet<string>): boolean {
  const model = offer.model.toLowerCase();
  return names.has(model) || names.has(model.slice(model.lastIndexOf('/') + 1));
}

function othersByOffer({ readings, reading }: JudgeInput): ReadonlyMap<string, readonly ToldOffer[]> {
  const told = new Map<string, ToldOffer[]>();
  for (const other of readings.filter((one) => one.source !== reading.source)) {
    for (const offer of other.offers) {
      const key = offerKey(offer);
      told.set(key, [...(told.get(key) ?? []), offer]);
    }
  }
  return told;
}

function afterOf(change: Change, present: PresentCatalog): Map<string, string | null> {
  const held = present.get(offerKey(change.offer))?.facts ?? new Map();
  const after = new Map<string, string | null>([...held].map(([field, row]) => [field, row.value]));
  for (const { field, after: value } of change.fields) {
    after.set(field, value);
  }
  return after;
}

/** Pure. */
export function judgeReading(input: JudgeInput): Proposal {
  const { present, reading, readings, namesInUse } = input;
  const previous = readings.find((one) => one.source === reading.source) ?? null;
  const difference = diffCatalog({ present, reading, previous });
  const others = othersByOffer(input);
  const changes = difference.changes.map((change): JudgedChange => {
    const elsewhere = others.get(offerKey(change.offer)) ?? [];
    const scene: QuarantineScene = {
      reading,
      after: afterOf(change, present),
      isInUse: isNamed(change.offer, namesInUse),
      toldElsewhere: (field) => elsewhere.flatMap(({ values }) => values[field] ?? []),
    };
    const findings = allQuarantineRules.flatMap((rule) =>
      rule.find(change, scene).map((text) => ({ rule: rule.name, text })),
    );
    return { ...change, findings };
  });
  return { changes, conflicts: difference.conflicts, hold: holdOf(difference) };
}
