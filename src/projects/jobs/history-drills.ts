// What a project's history shows of leaving and coming back: a rollback that was carried out is a failover that was
// drilled, all traffic on the candidate is an exit that was tested, and both have a date and a length.
import type { HistoryEntry } from '../history-entry.js';

const hourMs = 3_600_000;
const dayMs = 86_400_000;

/** How far the history has been read, and what of it must be remembered to read on. */
export interface HistoryReading {
  readonly version: number;
  readonly startedAt: number | null;
  /** When users first met the candidate in this attempt. */
  readonly canaryAt: number | null;
  /** From the first entry to all traffic on the candidate; null: not there yet. */
  readonly migrationDays: number | null;
  readonly leftVendorAt: number | null;
}

export const unreadHistory: HistoryReading = {
  version: 0,
  startedAt: null,
  canaryAt: null,
  migrationDays: null,
  leftVendorAt: null,
};

export interface SeenDrill {
  readonly version: number;
  readonly at: number;
  readonly kind: 'failover' | 'exit';
  readonly scenario: 'stressed' | 'non-stressed';
  readonly passed: boolean;
  readonly hours: number | null;
  readonly note: string;
}

export interface HistoryRead {
  readonly reading: HistoryReading;
  readonly drills: readonly SeenDrill[];
}

/** @param entries in order, from the version after the reading's */
export function readHistory(before: HistoryReading, entries: readonly HistoryEntry[]): HistoryRead {
  const drills: SeenDrill[] = [];
  let reading = before;
  for (const entry of entries) {
    const drill = drillOf(reading, entry);
    if (drill !== null) {
      drills.push(drill);
    }
    reading = afterEntry(reading, entry);
  }
  return { reading, drills };
}

function isEntered(entry: HistoryEntry, path: string): boolean {
  const at = (place: string | null) => place === path || place?.startsWith(`${path}.`) === true;
  return at(entry.event.to) && !at(entry.event.from);
}

function drillOf({ canaryAt }: HistoryReading, entry: HistoryEntry): SeenDrill | null {
  const { version, at, event } = entry;
  const scenario = event.name.includes('guardrail') ? 'stressed' : 'non-stressed';
  if (isEntered(entry, 'rolledBack')) {
    const passed = event.traffic.mode === 'incumbent';
    const note = passed ? 'Rolled back: the incumbent answers.' : 'Rolled back, and the incumbent does not answer.';
    return { version, at, kind: 'failover', scenario, passed, hours: null, note };
  }
  if (isEntered(entry, 'contained')) {
    const note = 'There was no incumbent to go back to.';
    return { version, at, kind: 'failover', scenario, passed: false, hours: null, note };
  }
  if (isEntered(entry, 'cutover.soak')) {
    const hours = canaryAt === null ? null : (at - canaryAt) / hourMs;
    const note = 'All traffic was moved to the candidate.';
    return { version, at, kind: 'exit', scenario: 'non-stressed', passed: true, hours, note };
  }
  return null;
}

function afterEntry(reading: HistoryReading, entry: HistoryEntry): HistoryReading {
  const { version, at } = entry;
  const startedAt = reading.startedAt ?? at;
  const isSoaking = isEntered(entry, 'cutover.soak');
  return {
    version,
    startedAt,
    canaryAt: isEntered(entry, 'cutover.canary') ? at : reading.canaryAt,
    migrationDays: reading.migrationDays ?? (isSoaking ? (at - startedAt) / dayMs : null),
    leftVendorAt: reading.leftVendorAt ?? (isEntered(entry, 'decommissioned') ? at : null),
  };
}

/** The middle one; of an even number the longer of the two in the middle. Null of none. */
export function medianDays(days: readonly number[]): number | null {
  return [...days].sort((left, right) => left - right)[Math.floor(days.length / 2)] ?? null;
}

export interface FinishedMigration {
  readonly days: number;
  readonly taskKind: string;
}

/** Below it somebody tried the way out, as the demo does; a real one would then seem to take no time. */
const shortestMigrationDays = 1;

/** Median days of finished migrations of one kind of task; null: none took a day or more. */
export function leadTimeDaysOf(finished: readonly FinishedMigration[], taskKind: string): number | null {
  const counted = finished.filter((one) => one.taskKind === taskKind && one.days >= shortestMigrationDays);
  return medianDays(counted.map(({ days }) => days));
}
