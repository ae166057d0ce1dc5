// What a reading would change. One change is everything that it says anew about one model at one host: when one of its facts
// is suspicious, the others beside it are no better. A source that is silent about a fact takes it back only where it was
// itself the one that told it; a source of lower rank that repeats an old contradiction is a conflict and no news.
import { listedField, type Offer, offerKey } from './catalog-row.js';
import { heldValue, type PresentCatalog, type PresentOffer } from './present-catalog.js';
import type { Reading, ToldOffer } from './reading.js';

export interface ChangedField {
  readonly field: string;
  /** Null: not known before. */
  readonly before: string | null;
  /** Null: taken back. */
  readonly after: string | null;
  /** Of the row that holds now; null when there is none. */
  readonly heldRank: number | null;
  readonly source: string;
  /** True since, ms. */
  readonly validFrom: number;
}

export const changeKinds = ['added', 'changed', 'removed'] as const;

export interface Change {
  readonly offer: Offer;
  readonly kind: (typeof changeKinds)[number];
  readonly fields: readonly ChangedField[];
}

/** A better source holds another value: kept as a record, and shown. */
export interface Conflict {
  readonly offer: Offer;
  readonly field: string;
  readonly held: string;
  readonly heldSource: string;
  readonly told: string;
  readonly toldBy: string;
}

export interface Difference {
  readonly changes: readonly Change[];
  readonly conflicts: readonly Conflict[];
  /** Offers of the catalogue about which the source says or said something. */
  readonly offersCompared: number;
  /** Those of them of which something known would change, or that would go; what is new is not counted. */
  readonly offersTouched: number;
}

export interface DiffInput {
  readonly present: PresentCatalog;
  readonly reading: Reading;
  /** The last one of the same source; null: there is none. */
  readonly previous: Reading | null;
}

type ToldBefore = ReadonlyMap<string, ToldOffer>;

function originOf(told: ToldOffer, field: string, reading: Reading) {
  return told.origins?.[field] ?? { source: reading.source, validFrom: reading.observedAt };
}

/** What is told against what a better source, or a later look at one, holds. */
function conflictOf(told: ToldOffer, field: string, { held, reading }: { held: PresentOffer; reading: Reading }) {
  const row = held.facts.get(field);
  const value = told.values[field];
  const isBelow = row !== undefined && (row.rank > reading.rank || row.observedAt > reading.observedAt);
  return !isBelow || row.value === null || value === undefined
    ? []
    : [{ offer: held.offer, field, held: row.value, heldSource: row.source, told: value, toldBy: reading.source }];
}

/** A document of before the day on which the fact was last looked at changes nothing. */
function isOld(held: PresentOffer | undefined, field: string, { observedAt }: Reading): boolean {
  return (held?.facts.get(field)?.observedAt ?? observedAt) > observedAt;
}

/** What one offer says anew, field by field. */
function changedFields(told: ToldOffer, held: PresentOffer | undefined, input: DiffInput & { before: ToldBefore }) {
  const former = input.before.get(offerKey(told))?.values ?? {};
  const fields: ChangedField[] = [];
  const conflicts: Conflict[] = [];
  for (const [field, after] of Object.entries(told.values)) {
    const before = heldValue(held, field);
    if (before === after) {
      continue;
    }
    const contradictions = held === undefined ? [] : conflictOf(told, field, { held, reading: input.reading });
    conflicts.push(...contradictions);
    const isNews = contradictions.length === 0 || former[field] !== after;
    if (isNews && !isOld(held, field, input.reading)) {
      const heldRank = held?.facts.get(field)?.rank ?? null;
      fields.push({ field, before, after, heldRank, ...originOf(told, field, input.reading) });
    }
  }
  for (const field of Object.keys(former).filter((one) => told.values[one] === undefined)) {
    const row = held?.facts.get(field);
    const isOwn = row?.source === input.reading.source && !isOld(held, field, input.reading);
    if (isOwn && row !== undefined && row.value !== null) {
      fields.push({ ...takenBack(field, input.reading), before: row.value, heldRank: row.rank });
    }
  }
  return { fields, conflicts };
}

function takenBack(field: string, { source, observedAt }: Reading) {
  return { field, after: null, source, validFrom: observedAt };
}

function goneOffers({ present, reading, previous }: DiffInput): Change[] {
  const told = new Set(reading.offers.map(offerKey));
  return (previous?.offers ?? []).flatMap((one): Change[] => {
    const held = present.get(offerKey(one));
    const isThere = told.has(offerKey(one)) || held === undefined || isOld(held, listedField, reading);
    if (isThere || heldValue(held, listedField) === 'no') {
      return [];
    }
    const { source, observedAt } = reading;
    const heldRank = held.facts.get(listedField)?.rank ?? null;
    const field = { field: listedField, before: 'yes', after: 'no', heldRank, source, validFrom: observedAt };
    return [{ offer: held.offer, kind: 'removed', fields: [field] }];
  });
}

/** That a model exists is told by every list; without a fact about it there is nothing to keep. */
const isWorthKeeping = ({ fields }: Change) => fields.some(({ field }) => field !== listedField);

/** Pure; the order is that of the reading, then what is gone. */
export function diffCatalog(input: DiffInput): Difference {
  const before = new Map((input.previous?.offers ?? []).map((one) => [offerKey(one), one]));
  const changes: Change[] = [];
  const conflicts: Conflict[] = [];
  let offersKnown = 0;
  for (const told of input.reading.offers) {
    const held = input.present.get(offerKey(told));
    offersKnown += held === undefined ? 0 : 1;
    const found = changedFields(told, held, { ...input, before });
    conflicts.push(...found.conflicts);
    const { host, region, model } = told;
    const offer = held?.offer ?? { host, region, model };
    const change: Change = { offer, kind: held === undefined ? 'added' : 'changed', fields: found.fields };
    if (found.fields.length > 0 && (held !== undefined || isWorthKeeping(change))) {
      changes.push(change);
    }
  }
  const gone = goneOffers(input);
  const touched = changes.filter(({ fields }) => fields.some(({ before }) => before !== null)).length + gone.length;
  return {
    changes: [...changes, ...gone],
    conflicts,
    offersCompared: offersKnown + gone.length,
    offersTouched: touched,
  };
}
