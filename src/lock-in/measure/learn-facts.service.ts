// From what was seen to the facts that a day is scored from.
import { Inject, Injectable } from '@nestjs/common';
import type { ScoredFrom } from '../days/scored-day.js';
import { type FactDraft, measurer, newFacts } from '../facts/new-facts.js';
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
    const said = [...criticalityOfBrief(handed, ruling, projectId), ...closingFacts(handed, ruling)];
    const added = await this.facts.add(projectId, [...measured, ...said]);
    await this.sources.keep(projectId, { sources, leftVendorAt: handed.leftVendorAt, ramp: handed.ramp });
    return added;
  }

  async scoredFrom(
    projectId: string,
    { sources, handed, at }: { sources: LockInSources; handed: HandedFacts; at: number },
  ): Promise<ScoredFrom> {
    const { leftVendorAt } = handed;
    const ruling = await this.facts.ruling(projectId, at);
    const then = leftVendorAt === null ? ruling : await this.whenLeft(projectId, ruling, leftVendorAt);
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

  /** What was known when the vendor was left, and what leaving itself ended. */
  private async whenLeft(
    projectId: string,
    ruling: ReadonlyMap<string, Fact>,
    leftVendorAt: number,
  ): Promise<ReadonlyMap<string, Fact>> {
    const ended = [...ruling].filter(([id, fact]) => endedIndicators.includes(id) && isClosing(fact, leftVendorAt));
    return new Map([...(await this.facts.ruling(projectId, leftVendorAt)), ...ended]);
  }
}

/** What ends with the last call to the vendor: its share of requests and of spending, and calls to names that move. */
const endedIndicators = ['1.1', '1.2', '1.6'];

function isClosing({ value, observedAt, recordedBy }: Fact, leftVendorAt: number): boolean {
  return value === 0 && observedAt >= leftVendorAt && recordedBy === measurer;
}

/** Once, when the vendor is left for good. */
function closingFacts({ leftVendorAt }: HandedFacts, ruling: ReadonlyMap<string, Fact>): FactDraft[] {
  if (leftVendorAt === null) {
    return [];
  }
  const open = endedIndicators.filter((id) => {
    const known = ruling.get(id);
    return known === undefined || !isClosing(known, leftVendorAt);
  });
  // A measurement that began before the vendor was left may have ended after it.
  const at = (id: string) => Math.max(leftVendorAt, ruling.get(id)?.observedAt ?? 0);
  return open.map((indicatorId) => ({
    ...{ indicatorId, value: 0, basis: 'measured' as const, observedAt: at(indicatorId), validUntil: null },
    ...{ recordedBy: measurer, evidence: [], note: 'The vendor was left for good: nothing is asked of it any more.' },
  }));
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
