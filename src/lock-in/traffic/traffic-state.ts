// What a day's calls say of lock-in, as sums that can be added: days, batches and replicas in any order give the same
// state. Names of models are kept as they came; what the catalogue knows of them is looked up when the state is read, so
// a corrected catalogue corrects the past. Counts are whole numbers: adding them again gives the same bits.
import type { PortabilityClass } from '../features/feature-signal.js';

/** Of a flow, as the call's tag `criticality` says; `untold`: by the project's own. */
export const callCriticalities = ['untold', 'low', 'medium', 'high', 'critical'] as const;
export type CallCriticality = (typeof callCriticalities)[number];

export interface CallGroup {
  /** The connection; `own` where the candidate answered. */
  readonly vendor: string;
  readonly modelAsked: string | null;
  readonly modelServed: string | null;
  readonly criticality: CallCriticality;
}

export interface TrafficLine extends CallGroup {
  readonly calls: number;
  /** Calls by the class of their worst feature; what could not be read counts under D. */
  readonly worstFeatures: Readonly<Record<PortabilityClass, number>>;
  /** Whose request was not kept or is no JSON: nothing is known of what they lean on. */
  readonly unread: number;
  readonly stateful: number;
  readonly replayable: number;
  readonly inputTokens: number;
  /** Part of `inputTokens`. */
  readonly cachedTokens: number;
  readonly outputTokens: number;
  readonly costNanoUsd: number;
  readonly unpriced: number;
  readonly firstAt: number;
  readonly lastAt: number;
  readonly sampleIds: readonly string[];
  readonly statefulIds: readonly string[];
}

export interface FeatureLine {
  readonly calls: number;
  readonly firstAt: number;
  readonly lastAt: number;
  readonly sampleIds: readonly string[];
}

/** Answers to one name of a model under one fingerprint of the vendor's system. */
export interface FingerprintLine extends FeatureLine {
  readonly vendor: string;
  readonly modelAsked: string;
  readonly fingerprint: string;
}

export interface TrafficState {
  readonly lines: Readonly<Record<string, TrafficLine>>;
  /** By id of the signal. */
  readonly features: Readonly<Record<string, FeatureLine>>;
  /** By connection, name asked for and fingerprint; the newest of them, where there are many. */
  readonly fingerprints: Readonly<Record<string, FingerprintLine>>;
  /** Calls that nobody answered: they show no dependence, and are no exposure. */
  readonly failedCalls: number;
}

export const nothingSeen: TrafficState = { lines: {}, features: {}, fingerprints: {}, failedCalls: 0 };

/** Newest ids: they sort by time. */
const samplesMax = 5;
/** Clients name models as they like: beyond so many groups of a day the rest is counted without names. */
const linesMax = 200;
/** A vendor changes its build now and then, and runs a few at a time: beyond so many the oldest are forgotten. */
const fingerprintsMax = 100;
export const otherName = '(other)';

export function mergeTraffic(left: TrafficState, right: TrafficState): TrafficState {
  const lines = { ...left.lines };
  for (const line of Object.values(right.lines)) {
    addLine(lines, line);
  }
  const features = { ...left.features };
  for (const [id, line] of Object.entries(right.features)) {
    const known = features[id];
    features[id] = known === undefined ? line : mergeFeature(known, line);
  }
  const fingerprints = mergeFingerprints(left.fingerprints, right.fingerprints);
  return { lines, features, fingerprints, failedCalls: left.failedCalls + right.failedCalls };
}

/** A state as it was stored: what days knew nothing of that are older than it, they saw nothing of. */
export function storedTraffic(document: string): TrafficState {
  return { ...nothingSeen, ...(JSON.parse(document) as Partial<TrafficState>) };
}

/** Under which a fingerprint is kept. */
export function fingerprintKey(line: Pick<FingerprintLine, 'vendor' | 'modelAsked' | 'fingerprint'>): string {
  return JSON.stringify([line.vendor, line.modelAsked, line.fingerprint]);
}

function mergeFingerprints(
  left: TrafficState['fingerprints'],
  right: TrafficState['fingerprints'],
): TrafficState['fingerprints'] {
  const merged: Record<string, FingerprintLine> = { ...left };
  for (const [key, line] of Object.entries(right)) {
    const known = merged[key];
    merged[key] = known === undefined ? line : { ...line, ...mergeFeature(known, line) };
  }
  const all = Object.entries(merged);
  return all.length <= fingerprintsMax
    ? merged
    : Object.fromEntries(
        all.sort(([one, a], [other, b]) => b.lastAt - a.lastAt || (one < other ? -1 : 1)).slice(0, fingerprintsMax),
      );
}

function addLine(lines: Record<string, TrafficLine>, line: TrafficLine): void {
  const own = lineKey(line);
  const isCrowded = lines[own] === undefined && Object.keys(lines).length >= linesMax;
  const named = isCrowded ? { ...line, modelAsked: otherName, modelServed: null } : line;
  const key = isCrowded ? lineKey(named) : own;
  const known = lines[key];
  lines[key] = known === undefined ? named : mergeLine(known, named);
}

/** Under which a line is kept. */
export function lineKey({ vendor, modelAsked, modelServed, criticality }: CallGroup): string {
  return JSON.stringify([vendor, modelAsked, modelServed, criticality]);
}

function mergeLine(left: TrafficLine, right: TrafficLine): TrafficLine {
  return {
    ...left,
    calls: left.calls + right.calls,
    worstFeatures: {
      A: left.worstFeatures.A + right.worstFeatures.A,
      B: left.worstFeatures.B + right.worstFeatures.B,
      C: left.worstFeatures.C + right.worstFeatures.C,
      D: left.worstFeatures.D + right.worstFeatures.D,
    },
    unread: left.unread + right.unread,
    stateful: left.stateful + right.stateful,
    replayable: left.replayable + right.replayable,
    inputTokens: left.inputTokens + right.inputTokens,
    cachedTokens: left.cachedTokens + right.cachedTokens,
    outputTokens: left.outputTokens + right.outputTokens,
    costNanoUsd: left.costNanoUsd + right.costNanoUsd,
    unpriced: left.unpriced + right.unpriced,
    firstAt: Math.min(left.firstAt, right.firstAt),
    lastAt: Math.max(left.lastAt, right.lastAt),
    sampleIds: newestIds(left.sampleIds, right.sampleIds),
    statefulIds: newestIds(left.statefulIds, right.statefulIds),
  };
}

function mergeFeature(left: FeatureLine, right: FeatureLine): FeatureLine {
  return {
    calls: left.calls + right.calls,
    firstAt: Math.min(left.firstAt, right.firstAt),
    lastAt: Math.max(left.lastAt, right.lastAt),
    sampleIds: newestIds(left.sampleIds, right.sampleIds),
  };
}

/** The newest of both lists, newest first. */
export function newestIds(left: readonly string[], right: readonly string[]): readonly string[] {
  return [...new Set([...left, ...right])].sort((one, other) => (one < other ? 1 : -1)).slice(0, samplesMax);
}
