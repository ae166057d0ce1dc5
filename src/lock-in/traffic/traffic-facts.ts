// Thirty days of small states as the numbers that indicators read. What depends on names (who made a model, whether it is
// pinned) is looked up here, from the catalogue as it is now.
import { portabilityWeights } from '../features/feature-signal.js';
import { isPinned, isServedByOther, isTunedAtVendor } from '../features/pinned-model.js';
import { featureSignals } from '../features/read-features.js';
import type { TrafficFacts } from '../measurement.js';
import { ownServer } from './read-exchange.js';
import { type CallCriticality, newestIds, type TrafficLine, type TrafficState } from './traffic-state.js';

export interface KnownNames {
  /** Of the model that answered; the connection's own name where nobody knows it. */
  developerOf(model: string | null, vendor: string): string;
  /** Both names stand for one model in the catalogue. */
  isSameModel(one: string, other: string): boolean;
  /** Names that move from model to model. */
  readonly movingNames: ReadonlySet<string>;
}

export interface TrafficQuestion {
  readonly state: TrafficState;
  /** Of the project, for calls that tell none; null while it was not assessed. */
  readonly criticality: Exclude<CallCriticality, 'untold'> | null;
  readonly names: KnownNames;
  readonly fromAt: number;
  readonly untilAt: number;
}

/** How much a call counts by the flow it belongs to: a proposal of ours. */
const criticalityWeights: Readonly<Record<CallCriticality, number>> = {
  untold: 1,
  low: 1,
  medium: 2,
  high: 3,
  critical: 4,
};

/** Null where no call was answered: nothing is known then. */
export function trafficFacts({ state, criticality, names, fromAt, untilAt }: TrafficQuestion): TrafficFacts | null {
  const lines = Object.values(state.lines).map(
    (line): TrafficLine => (line.criticality === 'untold' && criticality !== null ? { ...line, criticality } : line),
  );
  const calls = sumOf(lines, (line) => line.calls);
  if (calls === 0) {
    return null;
  }
  const atVendor = lines.filter((line) => line.vendor !== ownServer);
  const critical = lines.filter((line) => line.criticality === 'high' || line.criticality === 'critical');
  const weighed = (some: readonly TrafficLine[]) =>
    sumOf(some, (line) => line.calls * criticalityWeights[line.criticality]);
  const unpinned = atVendor.filter((line) => !isPinned(line.modelAsked ?? '', names.movingNames));
  const naming = atVendor.filter((line) => isOtherModel(line, names) !== null);
  const servedByOther = naming.filter((line) => isOtherModel(line, names) === true);
  const tuned = atVendor.filter((line) => isTunedAtVendor(line.modelAsked ?? ''));
  return {
    fromAt,
    untilAt,
    calls,
    criticalCalls: sumOf(critical, (line) => line.calls),
    vendorShare: weighed(atVendor) / weighed(lines),
    callsByVendor: countsBy(lines, (line) => line.vendor),
    callsByDeveloper: countsBy(lines, (line) => names.developerOf(line.modelServed ?? line.modelAsked, line.vendor)),
    unpinnedCalls: sumOf(unpinned, (line) => line.calls),
    portabilitySum: portabilitySum(lines),
    worstPortabilityInCriticalFlows: Math.max(0, ...critical.map(worstOfLine)),
    statefulCalls: sumOf(lines, (line) => line.stateful),
    unreadCalls: sumOf(lines, (line) => line.unread),
    vendorTunedCalls: sumOf(tuned, (line) => line.calls),
    callsNamingModel: sumOf(naming, (line) => line.calls),
    callsServedByOther: sumOf(servedByOther, (line) => line.calls),
    storedReplayable: sumOf(lines, (line) => line.replayable),
    inputTokens: sumOf(lines, (line) => line.inputTokens),
    outputTokens: sumOf(lines, (line) => line.outputTokens),
    spendNanoUsdByVendor: lines.some((line) => line.unpriced > 0) ? null : countsBy(lines, vendorOf, spendOf),
    features: featuresOf(state),
    sampleIds: {
      unpinned: samplesOf(unpinned),
      stateful: lines.reduce<readonly string[]>((ids, line) => newestIds(ids, line.statefulIds), []),
      servedByOther: samplesOf(servedByOther),
      vendorTuned: samplesOf(tuned),
    },
  };
}

const vendorOf = (line: TrafficLine) => line.vendor;
const spendOf = (line: TrafficLine) => line.costNanoUsd;

function isOtherModel({ modelAsked, modelServed }: TrafficLine, names: KnownNames): boolean | null {
  const differs = isServedByOther(modelAsked, modelServed);
  const isAlias =
    differs === true && modelAsked !== null && modelServed !== null && names.isSameModel(modelAsked, modelServed);
  return isAlias ? false : differs;
}

function featuresOf({ features }: TrafficState): TrafficFacts['features'] {
  return featureSignals.flatMap(({ id, portability }) => {
    const line = features[id];
    return line === undefined ? [] : [{ feature: id, portability: portabilityWeights[portability], ...line }];
  });
}

/** Whole counts are added first, so that the order of the lines does not move the last bit. */
function portabilitySum(lines: readonly TrafficLine[]): number {
  return classes.reduce(
    (sum, name) => sum + portabilityWeights[name] * sumOf(lines, (line) => line.worstFeatures[name]),
    0,
  );
}

function worstOfLine({ worstFeatures }: TrafficLine): number {
  return Math.max(0, ...classes.filter((name) => worstFeatures[name] > 0).map((name) => portabilityWeights[name]));
}

const classes = ['A', 'B', 'C', 'D'] as const;

function sumOf(lines: readonly TrafficLine[], of: (line: TrafficLine) => number): number {
  return lines.reduce((sum, line) => sum + of(line), 0);
}

function countsBy(
  lines: readonly TrafficLine[],
  by: (line: TrafficLine) => string,
  of: (line: TrafficLine) => number = (line) => line.calls,
): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const line of lines) {
    counts[by(line)] = (counts[by(line)] ?? 0) + of(line);
  }
  return counts;
}

function samplesOf(lines: readonly TrafficLine[]): readonly string[] {
  return lines.reduce<readonly string[]>((ids, line) => newestIds(ids, line.sampleIds), []);
}
