// Puts together what is known of a project: its name, the newest score, the facts that rule, and what was looked at last.
import { Inject, Injectable } from '@nestjs/common';
import { StandingAlerts } from '../alerts/standing-alerts.service.js';
import { DayStore } from '../days/day-store.js';
import { RecordFacts } from '../facts/record-facts.service.js';
import { dayMs } from '../in-words.js';
import { DocumentStore } from '../inputs/document-store.js';
import { InvoiceStore } from '../invoices/invoice-store.js';
import { dayOf } from '../traffic/utc-day.js';
import { annualExpense, yearMs } from './annual-expense.js';
import { type KeptSources, newestSources, nothingGathered, sourcesKind } from './kept-sources.js';
import { ProjectBriefs } from './project-briefs.js';
import { type ProjectPicture, ProjectPictures } from './project-picture.js';

@Injectable()
export class PictureOfProject extends ProjectPictures {
  constructor(
    @Inject(ProjectBriefs) private readonly briefs: ProjectBriefs,
    @Inject(DocumentStore) private readonly documents: DocumentStore,
    @Inject(DayStore) private readonly days: DayStore,
    @Inject(InvoiceStore) private readonly invoices: InvoiceStore,
    private readonly facts: RecordFacts,
    private readonly alerts: StandingAlerts,
  ) {
    super();
  }

  async of(projectId: string, now: number): Promise<ProjectPicture | null> {
    const named = await this.briefs.find(projectId);
    if (named === null) {
      return null;
    }
    const [kept, day, facts, invoices, alerts] = await Promise.all([
      this.documents.find(projectId, sourcesKind, newestSources),
      this.days.lastBefore(projectId, dayOf(now + dayMs)),
      this.facts.ruling(projectId, now),
      this.invoices.since(projectId, now - yearMs),
      this.alerts.of(projectId, now),
    ]);
    const { sources, leftVendorAt } = (kept?.value as KeptSources | undefined) ?? nothingGathered(now);
    return {
      ...named,
      now,
      sourceClosedAt: leftVendorAt,
      assessment: day?.assessment ?? null,
      facts,
      sources,
      annualExpense: annualExpense(invoices, now),
      alerts,
    };
  }
}
