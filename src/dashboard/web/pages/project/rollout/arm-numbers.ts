// Calls, failures, latency and cost of each arm, from the calls themselves. What is not known is left out and counted.
import type { Arm, Exchange } from './use-exchanges';

export interface ArmNumbers {
  readonly arm: Arm;
  readonly calls: number;
  readonly failures: number;
  readonly failureShare: number | null;
  readonly latencyMsP50: number | null;
  readonly latencyMsP95: number | null;
  /** Of the calls whose cost is known; null where none is. */
  readonly costNanoUsdMean: number | null;
  readonly costUnknown: number;
  readonly tokens: number | null;
}

/** What the arm could not answer; a caller that hung up is no failure of the arm. */
const failing = new Set(['upstream-error', 'unreachable', 'timeout']);

export function isFailure(one: Exchange): boolean {
  return failing.has(one.outcome);
}

/** Nearest rank; null without values. */
export function percentile(values: readonly number[], share: number): number | null {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, one) => sum + one, 0) / values.length;
}

export function armNumbers(exchanges: readonly Exchange[], arm: Arm): ArmNumbers {
  const own = exchanges.filter((one) => one.arm === arm);
  const failures = own.filter(isFailure).length;
  const latencies = own.filter((one) => !isFailure(one)).map((one) => one.latencyMs);
  const costs = own.flatMap((one) => ((one.costNanoUsd as number | null) === null ? [] : [Number(one.costNanoUsd)]));
  const tokens = own.flatMap((one) =>
    (one.promptTokens as number | null) === null ? [] : [Number(one.promptTokens) + Number(one.completionTokens ?? 0)],
  );
  return {
    arm,
    calls: own.length,
    failures,
    failureShare: own.length === 0 ? null : failures / own.length,
    latencyMsP50: percentile(latencies, 0.5),
    latencyMsP95: percentile(latencies, 0.95),
    costNanoUsdMean: mean(costs),
    costUnknown: own.length - costs.length,
    tokens: mean(tokens),
  };
}

export interface Buckets {
  /** Beginning of each bucket, seconds since the epoch. */
  readonly starts: readonly number[];
  readonly sizeSeconds: number;
  readonly of: (arm: Arm, value: (own: readonly Exchange[]) => number | null) => readonly (number | null)[];
}

const sizesSeconds = [1, 5, 10, 30, 60, 300, 900, 3600, 21_600, 86_400];
const bucketsMax = 60;

export function bucketsOf(exchanges: readonly Exchange[]): Buckets {
  const times = exchanges.map((one) => Date.parse(one.at) / 1000);
  const first = times.reduce((least, one) => Math.min(least, one), Number.POSITIVE_INFINITY);
  const last = times.reduce((most, one) => Math.max(most, one), 0);
  const span = Math.max(1, last - first);
  const sizeSeconds = sizesSeconds.find((size) => span / size <= bucketsMax) ?? 86_400;
  const begin = Math.floor(first / sizeSeconds);
  const length = exchanges.length === 0 ? 0 : Math.floor(last / sizeSeconds) - begin + 1;
  const groups = new Map<string, Exchange[]>();
  exchanges.forEach((one, at) => {
    const key = `${one.arm} ${Math.floor((times[at] ?? 0) / sizeSeconds) - begin}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  });
  return {
    starts: Array.from({ length }, (_, at) => (begin + at) * sizeSeconds),
    sizeSeconds,
    of: (arm, value) => Array.from({ length }, (_, at) => value(groups.get(`${arm} ${at}`) ?? [])),
  };
}
