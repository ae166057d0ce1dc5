// From what was seen to the facts that a day is scored from.
import { Inject, Injectable } from '@nestjs/common';
import type { ScoredFrom } from '../days/scored-day.js';
import { type FactDraft, newFacts } from '../facts/new-facts.js';
import { RecordFacts } from '../facts/record-facts.service.js';
import { allIndicators } from '../indicators/all-indicators.js';
import type { LockInSources } from '../measurement.js';
import type { Fact } from '../score/fact.js';
import { floorsOf } from '../score/floors.js';
import { floorFacts } from './floor-facts.js';
import type { HandedFacts } from './handed-facts.js';
import { KeepSources } from './keep-sources.js';

/** How critical a brief calls its function, in the words of the register. Nobody says that it is of no account. */
const criticalityValues = { low: 'supporting', medium: 'supporting', high: 'important', critical: 'critical' } as const;

@Injectable()
export class LearnFacts {
  constructor(
    private readonly facts: RecordFacts,
    @Inject(KeepSources) private readonly sources: KeepSources,
  ) {}

  /** A vendor that was left is measured no more. @returns what was measured anew */
  async learn(projectId: string, sources: LockInSources, handed: HandedFacts): Promise<readonly Fact[]> {
    const ruling = await this.facts.ruling(projectId, sources.now);
    const open = allIndicators.filter((one) => handed.leftVendorAt === null || one.dimension.startsWith('T'));
    const measured = newFacts({ indicators: open, sources, ruling, isTrafficSeen: sources.traffic !== null });
    const added = await this.facts.add(projectId, [...measured, ...criticalityOfBrief(handed, ruling, projectId)]);
    await this.sources.keep(projectId, { sources, leftVendorAt: handed.leftVendorAt, ramp: handed.ramp });
    return added;
  }

  async scoredFrom(
    projectId: string,
    { sources, handed, at }: { sources: LockInSources; handed: HandedFacts; at: number },
  ): Promise<ScoredFrom> {
    const { leftVendorAt } = handed;
    const ruling = await this.facts.ruling(projectId, at);
    const then = leftVendorAt === null ? ruling : await this.facts.ruling(projectId, leftVendorAt);
    const facts = allIndicators.flatMap(
      ({ id, dimension }) => (dimension.startsWith('D') ? then : ruling).get(id) ?? [],
    );
    return {
      facts,
      floors: floorsOf(floorFacts(ruling, sources, handed)),
      vendorShare: leftVendorAt === null ? (sources.traffic?.vendorShare ?? null) : 0,
      sourceClosedAt: leftVendorAt,
    };
  }
}

/** What the brief says of the function is a declaration, until the register says more. */
function criticalityOfBrief(
  { criticality }: HandedFacts,
  ruling: ReadonlyMap<string, Fact>,
  projectId: string,
): FactDraft[] {
  if (criticality === null || ruling.has('1.4')) {
    return [];
  }
  return [
    {
      indicatorId: '1.4',
      value: criticalityValues[criticality.level],
      basis: 'declared',
      observedAt: criticality.at,
      validUntil: null,
      recordedBy: criticality.by,
      evidence: [projectId],
      note: `The project’s brief calls it ${criticality.level}.`,
    },
  ];
}
