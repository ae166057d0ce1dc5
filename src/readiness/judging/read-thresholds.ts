// A document of config/thresholds: by check id, which side is worse, where warning and failing begin, and who says so.
// Every fault is named, with its place.
import type { PolicyNumber, WrittenLimits } from './thresholds.js';

const policyNumbers: Readonly<Record<PolicyNumber, true>> = {
  trainRowsMin: true,
  trainRowsEnough: true,
  holdoutRowsMin: true,
  rowsPerClassMin: true,
  malformedShareMax: true,
  exactDuplicateShareMax: true,
  nearDuplicateShareMax: true,
  leakedHoldoutShareMax: true,
  rarestClassShareOfEvenMin: true,
  overLengthShareMax: true,
};

const fieldNames = ['better', 'warn', 'fail', 'source'];

export interface ReadThresholds {
  readonly limits: ReadonlyMap<string, WrittenLimits>;
  /** Such as `F05.warn: must be …`. */
  readonly faults: readonly string[];
}

/** @param document as YAML gives it */
export function readThresholds(document: unknown): ReadThresholds {
  const limits = new Map<string, WrittenLimits>();
  if (!isRecord(document)) {
    return { limits, faults: ['must be a mapping of check ids to their limits'] };
  }
  const faults: string[] = [];
  for (const [id, written] of Object.entries(document)) {
    const found = faultsOf(id, written);
    faults.push(...found);
    if (found.length === 0) {
      limits.set(id, written as WrittenLimits);
    }
  }
  return { limits, faults };
}

function faultsOf(id: string, written: unknown): string[] {
  if (!/^[A-Z]\d{2}$/.test(id)) {
    return [`${id}: is no id of a check, such as F05`];
  }
  if (!isRecord(written)) {
    return [`${id}: must be a mapping of ${fieldNames.join(', ')}`];
  }
  const unknown = Object.keys(written).filter((name) => !fieldNames.includes(name));
  return [
    ...unknown.map((name) => `${id}.${name}: is not known`),
    ...(written.better === 'low' || written.better === 'high' ? [] : [`${id}.better: must be low or high`]),
    ...(isLimit(written.warn) ? [] : [`${id}.warn: must be a number, a number of the policy by name, or null`]),
    ...(isLimit(written.fail) ? [] : [`${id}.fail: must be a number, a number of the policy by name, or null`]),
    ...(typeof written.source === 'string' && written.source !== ''
      ? []
      : [`${id}.source: must say where it comes from`]),
  ];
}

function isLimit(value: unknown): boolean {
  const isNumber = typeof value === 'number' && Number.isFinite(value);
  return value === null || isNumber || (typeof value === 'string' && Object.hasOwn(policyNumbers, value));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
