// When does a model end? The most believed source rules (contract, then the vendor's interface, its pages, registries,
// price files), and of one source what it said last. What others say is a conflict that is shown, never settled in
// silence; what the ruling source said before is kept, since a date that moved once may move again.
import { startOfDayIn } from '../utc-day.js';
import { endTellers, type LifecycleRecord, type ToldEnd } from './told-end.js';

export interface Lifecycle {
  readonly model: string;
  readonly announcedOn: string | null;
  readonly deprecatedOn: string | null;
  /** ISO day in the developer's time zone; null: no firm day is known. */
  readonly shutdownOn: string | null;
  /** The moment at which that day begins there, ms. */
  readonly shutdownAt: number | null;
  /** Only where no firm day is known. */
  readonly earliestShutdownOn: string | null;
  readonly timeZone: string;
  readonly behaviour: LifecycleRecord['behaviour'];
  readonly replacements: readonly string[];
  /** What rules; null: no source speaks of an end. */
  readonly ruling: ToldEnd | null;
  /** What each source says now, the most believed first. */
  readonly told: readonly ToldEnd[];
  /** Those of `told` that name another day than the one that rules. */
  readonly conflicts: readonly ToldEnd[];
  /** What the sources said before, oldest first. */
  readonly formerEnds: readonly ToldEnd[];
}

function believed(one: ToldEnd, other: ToldEnd): number {
  return (
    endTellers.indexOf(one.by) - endTellers.indexOf(other.by) ||
    other.accessedOn.localeCompare(one.accessedOn) ||
    Number(other.shutdownOn !== null) - Number(one.shutdownOn !== null)
  );
}

/** What each source says last, and what it said before. */
function latestAndFormer(told: readonly ToldEnd[]): { latest: ToldEnd[]; former: ToldEnd[] } {
  const oldestFirst = [...told].sort((one, other) => one.accessedOn.localeCompare(other.accessedOn));
  const latest = new Map<string, ToldEnd>();
  const former: ToldEnd[] = [];
  for (const end of oldestFirst) {
    former.push(
      ...end.saidBefore.map((shutdownOn) => ({ ...end, shutdownOn, earliestShutdownOn: null, saidBefore: [] })),
    );
    const before = latest.get(end.source);
    if (before !== undefined && before.shutdownOn !== end.shutdownOn) {
      former.push(before);
    }
    latest.set(end.source, end);
  }
  return { latest: [...latest.values()], former };
}

/** Two days that cannot both be right. An earliest day agrees with every firm one that does not lie before it. */
function contradict(ruling: ToldEnd, other: ToldEnd): boolean {
  if (ruling.shutdownOn !== null && other.shutdownOn !== null) {
    return ruling.shutdownOn !== other.shutdownOn;
  }
  const firm = ruling.shutdownOn ?? other.shutdownOn;
  const earliest = ruling.shutdownOn === null ? ruling.earliestShutdownOn : other.earliestShutdownOn;
  return firm !== null && earliest !== null && firm < earliest;
}

/** @param timeZone IANA name of where the developer's day begins. */
export function lifecycleFrom(record: LifecycleRecord, timeZone: string): Lifecycle {
  const { latest, former } = latestAndFormer(record.told);
  const told = latest.sort(believed);
  const ruling = told.find((end) => end.shutdownOn !== null || end.earliestShutdownOn !== null) ?? null;
  const shutdownOn = ruling?.shutdownOn ?? null;
  return {
    model: record.model,
    announcedOn: record.announcedOn,
    deprecatedOn: record.deprecatedOn,
    shutdownOn,
    shutdownAt: shutdownOn === null ? null : startOfDayIn(shutdownOn, timeZone),
    earliestShutdownOn: shutdownOn === null ? (ruling?.earliestShutdownOn ?? null) : null,
    timeZone,
    behaviour: record.behaviour,
    replacements: record.replacements,
    ruling,
    told,
    conflicts: ruling === null ? [] : told.filter((end) => contradict(ruling, end)),
    formerEnds: former,
  };
}
