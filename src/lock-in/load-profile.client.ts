// Reads the profile of weights. What is missing or does not sum is told at once, all faults together: a profile that lost
// an indicator would quietly make every project safer.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { type Dimension, dimensions, factBases, type Indicator } from './indicator.js';
import type { Profile } from './score/profile.js';

const tolerance = 1e-9;
/** The profile that comes with Openward. */
export const shippedProfile = fileURLToPath(new URL('../../config/lock-in/profile.yaml', import.meta.url));

/** @throws Error that names every fault */
export function loadProfile(path: string, indicators: readonly Indicator[]): Profile {
  const faults: string[] = [];
  const read = fieldsOf(readYaml(path));
  const dimensionWeights = numbersOf(
    read.dimensionWeights,
    Object.keys(dimensions),
    faultsUnder(faults, 'dimensionWeights'),
  );
  const ids = indicators.map((one) => one.id);
  const indicatorWeights = numbersOf(read.indicatorWeights, ids, faultsUnder(faults, 'indicatorWeights'));
  const confidenceOfBasis = numbersOf(read.confidenceOfBasis, factBases, faultsUnder(faults, 'confidenceOfBasis'));
  const unknownRisk = typeof read.unknownRisk === 'number' ? read.unknownRisk : Number.NaN;
  if (!(unknownRisk >= 0.5 && unknownRisk <= 1)) {
    faults.push('unknownRisk: must be a number from 0.5 to 1, so that what is unknown never counts as safe');
  }
  for (const ledger of ['source', 'target'] as const) {
    const own = Object.entries(dimensions).filter(([, of]) => of.ledger === ledger);
    checkSum(
      own.map(([name]) => dimensionWeights[name] ?? 0),
      100,
      { faults, what: `dimensionWeights of the ${ledger} ledger` },
    );
  }
  for (const name of Object.keys(dimensions)) {
    const own = indicators.filter((one) => one.dimension === name);
    checkSum(
      own.map((one) => indicatorWeights[one.id] ?? 0),
      1,
      { faults, what: `indicatorWeights of ${name}` },
    );
  }
  if (typeof read.version !== 'string' || typeof read.signedOffBy !== 'string') {
    faults.push('version and signedOffBy: must be texts; a profile is somebody’s decision');
  }
  if (faults.length > 0) {
    throw new Error(`the profile of lock-in cannot be used:\n${faults.map((fault) => `${path}: ${fault}`).join('\n')}`);
  }
  return Object.freeze({
    version: String(read.version),
    signedOffBy: String(read.signedOffBy),
    dimensionWeights: dimensionWeights as Readonly<Record<Dimension, number>>,
    indicatorWeights,
    unknownRisk,
    confidenceOfBasis,
  });
}

function readYaml(path: string): unknown {
  try {
    return parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Error(`${path}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`);
  }
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

type AddFault = (fault: string) => void;

function faultsUnder(faults: string[], part: string): AddFault {
  return (fault) => faults.push(`${part}.${fault}`);
}

/** One number from 0 on for each name, and no name that nobody asks for. */
function numbersOf(value: unknown, names: readonly string[], addFault: AddFault): Record<string, number> {
  const given = fieldsOf(value);
  const numbers: Record<string, number> = {};
  for (const name of names) {
    const number = given[name];
    if (typeof number === 'number' && number >= 0) {
      numbers[name] = number;
    } else {
      addFault(`${name}: must be a number from 0 on`);
    }
  }
  for (const name of Object.keys(given).filter((one) => !names.includes(one))) {
    addFault(`${name}: is not known`);
  }
  return numbers;
}

function checkSum(
  weights: readonly number[],
  whole: number,
  { faults, what }: { faults: string[]; what: string },
): void {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (Math.abs(sum - whole) > tolerance * whole) {
    faults.push(`${what}: sum to ${Number(sum.toFixed(6))} instead of ${whole}`);
  }
}
