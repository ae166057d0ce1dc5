// Measures how tightly a project is tied: what was seen becomes facts, facts become the score of the day, and the day
// becomes the one row that polls read.
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { ScoreDay } from './days/score-day.service.js';
import { LockInStatusStore } from './days/status-row.js';
import { allIndicators } from './indicators/all-indicators.js';
import { type CostEstimates, costsId, costsKind, nothingEstimated } from './inputs/costs.js';
import { DocumentStore } from './inputs/document-store.js';
import { GatherSources } from './measure/gather-sources.service.js';
import type { HandedFacts } from './measure/handed-facts.js';
import { LearnFacts } from './measure/learn-facts.service.js';
import { type LockInDocument, lockInDocument } from './measure/lock-in-document.js';
import type { Fact } from './score/fact.js';

export interface MeasuredLockIn {
  readonly document: LockInDocument;
  /** What was measured otherwise than before, or again after a day. */
  readonly newFacts: readonly Fact[];
  readonly callsRead: number;
}

@Injectable()
export class LockInService {
  constructor(
    private readonly gather: GatherSources,
    private readonly facts: LearnFacts,
    private readonly days: ScoreDay,
    @Inject(DocumentStore) private readonly documents: DocumentStore,
    @Inject(LockInStatusStore) private readonly status: LockInStatusStore,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Throws what the store throws, and when the calls are being read by somebody else: try again. */
  async measure(projectId: string, handed: HandedFacts): Promise<MeasuredLockIn> {
    const { sources, attritionPerYear, callsRead } = await this.gather.of(projectId, handed, this.clock.now());
    const added = await this.facts.learn(projectId, sources, handed);
    const at = this.clock.now();
    const from = await this.facts.scoredFrom(projectId, { sources, handed, at });
    const scored = await this.days.score(projectId, from, at);
    const kept = await this.documents.find(projectId, costsKind, costsId);
    const document = lockInDocument({
      scored,
      trend: await this.days.trends(projectId, at),
      sources,
      costs: (kept?.value as CostEstimates | undefined) ?? nothingEstimated,
      attritionPerYear,
      indicators: allIndicators,
    });
    const { score, low, high, confidence, band, daysToShutdown, forced } = document;
    await this.status.write({
      ...{ projectId, measuredAt: at, score, low, high, confidence, band, daysToShutdown },
      isForced: forced !== null,
      document: JSON.stringify(document),
    });
    return { document, newFacts: added, callsRead };
  }
}
