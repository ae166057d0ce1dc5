// The stored form of a project's machine, and the way back into it. A snapshot that is not understood is never repaired
// by guessing and never written back: restoring throws, the stored row stays as it was.

import type { SnapshotFrom } from 'xstate';
import { initialTransition } from 'xstate';
import type { Json } from '../kernel/canonical-json.js';
import type { LifecycleContext } from './lifecycle-context.js';
import { initialContext } from './lifecycle-context.js';
import { lifecycleMachine, machineId } from './machine.js';

/** Rises whenever an older snapshot would mean something else; each rise needs an upgrade below. */
export const machineVersion = 1;

export interface StoredSnapshot {
  readonly machineId: string;
  readonly machineVersion: number;
  /** The states of the five regions, as XState writes them. */
  readonly value: Json;
  readonly context: LifecycleContext;
}

export type LiveSnapshot = SnapshotFrom<typeof lifecycleMachine>;

/** The stored machine cannot be read by this version of Openward; nothing may be written over it. */
export class UnreadableSnapshotError extends Error {
  override readonly name = 'UnreadableSnapshotError';
}

/** Lifts a snapshot by exactly one version, purely. */
export interface SnapshotUpgrade {
  readonly fromVersion: number;
  readonly lift: (stored: StoredSnapshot) => StoredSnapshot;
}

/** In order of `fromVersion`, without a gap. Version 1 is the first, so there is nothing to lift yet. */
export const allUpgrades: readonly SnapshotUpgrade[] = [];

const contextKeys = Object.keys(initialContext(0)) as (keyof LifecycleContext)[];

/** Lifts a stored snapshot to the current version. Throws `UnreadableSnapshotError` where no way leads there. */
export function upgrade(
  stored: StoredSnapshot,
  upgrades: readonly SnapshotUpgrade[] = allUpgrades,
  currentVersion: number = machineVersion,
): StoredSnapshot {
  let lifted = stored;
  while (lifted.machineVersion !== currentVersion) {
    const next = upgrades.find((candidate) => candidate.fromVersion === lifted.machineVersion);
    if (!next) {
      throw new UnreadableSnapshotError(
        `The project was stored by machine version ${stored.machineVersion}; this Openward reads version ${currentVersion} and knows no upgrade from ${lifted.machineVersion}.`,
      );
    }
    lifted = { ...next.lift(lifted), machineVersion: lifted.machineVersion + 1 };
  }
  return lifted;
}

function sameValue(left: unknown, right: unknown): boolean {
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) {
    return left === right;
  }
  const leftEntries = Object.entries(left);
  const other = right as Record<string, unknown>;
  return (
    leftEntries.length === Object.keys(other).length && leftEntries.every(([key, item]) => sameValue(item, other[key]))
  );
}

function checkContext(context: LifecycleContext): void {
  const missing = contextKeys.filter((key) => context?.[key] === undefined);
  if (missing.length > 0) {
    throw new UnreadableSnapshotError(`The stored machine has forgotten ${missing.join(', ')}.`);
  }
}

/** Steps and readings often meet the same stored object; the library's own form of it is kept as long as it lives. */
const restored = new WeakMap<StoredSnapshot, LiveSnapshot>();

/**
 * The machine's own form of a stored snapshot.
 * Throws `UnreadableSnapshotError` for another machine's id, an unknown version, an unknown or missing state, or a
 * context with a field missing: the library would silently enter a missing region at its initial state.
 */
export function restore(stored: StoredSnapshot): LiveSnapshot {
  const known = restored.get(stored);
  if (known) {
    return known;
  }
  if (stored.machineId !== machineId) {
    throw new UnreadableSnapshotError(`The snapshot belongs to machine ${stored.machineId}, not to ${machineId}.`);
  }
  const current = upgrade(stored);
  checkContext(current.context);
  const live = resolve(current);
  if (!sameValue(live.value, current.value)) {
    throw new UnreadableSnapshotError(
      `The stored state ${JSON.stringify(current.value)} is not a whole state of machine version ${machineVersion}.`,
    );
  }
  restored.set(stored, live);
  return live;
}

function resolve(current: StoredSnapshot): LiveSnapshot {
  try {
    return lifecycleMachine.resolveState({ value: current.value as LiveSnapshot['value'], context: current.context });
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new UnreadableSnapshotError(
      `The stored state ${JSON.stringify(current.value)} is unknown to machine version ${machineVersion}: ${why}`,
      { cause },
    );
  }
}

/** What goes into the database. */
export function store(live: LiveSnapshot): StoredSnapshot {
  const stored = { machineId, machineVersion, value: live.value as Json, context: live.context };
  restored.set(stored, live);
  return stored;
}

/** A project that begins at `at`, milliseconds since the epoch. */
export function initialSnapshot(at: number): StoredSnapshot {
  const [live] = initialTransition(lifecycleMachine, { at });
  return store(live);
}
