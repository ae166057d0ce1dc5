// What floors are judged by, from the facts that rule. A fact that is over still holds against the project where it is
// bad, and no longer for it where it is good.
import { daysToWorstShutdown } from '../measured-fact.js';
import type { LockInSources } from '../measurement.js';
import type { Fact } from '../score/fact.js';
import type { FloorFacts } from '../score/floors.js';
import { type HandedFacts, usualLeadTimeDays } from './handed-facts.js';

export function floorFacts(
  ruling: ReadonlyMap<string, Fact>,
  { catalog, now }: LockInSources,
  handed: HandedFacts,
): FloorFacts {
  const ruled = (indicatorId: string) => ruling.get(indicatorId)?.value ?? null;
  const holds = (indicatorId: string) => {
    const fact = ruling.get(indicatorId);
    return fact !== undefined && (fact.validUntil === null || fact.validUntil > now);
  };
  const isLeft = handed.leftVendorAt !== null;
  const criticality = ruled('1.4');
  const lineage = ruling.get('t1.3')?.value.toString() ?? null;
  const right = rights.find((one) => one === ruled('3.4')) ?? null;
  return {
    daysToShutdown: isLeft || catalog === null ? null : (daysToWorstShutdown(catalog)?.days ?? null),
    exitLeadTimeDays: catalog?.exitLeadTimeDays ?? handed.measuredLeadTimeDays ?? usualLeadTimeDays,
    isImportant: !isLeft && (criticality === 'important' || criticality === 'critical'),
    hasApprovedExitPlan: ruled('6.1') === 'approved' && holds('6.1'),
    rightToTrain: right,
    // What was trained once stays in the weights: a report that says nothing of it does not undo it.
    trainsOnVendorAnswers: handed.trainsOnVendorAnswers || !['no', null].includes(lineage),
    targetLicenceBreached: ruled('t1.1') === 'breached',
  };
}

const rights = ['permitted', 'non_competing', 'ambiguous', 'forbidden'] as const;
