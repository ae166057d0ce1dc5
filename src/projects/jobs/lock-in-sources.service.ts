// What lock-in has to be told of a project, from its brief, its evidence and its history.
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import type { Evidence, EvidenceKind } from '../../kernel/evidence.js';
import { IdSource } from '../../kernel/ids.js';
import { systemActor } from '../../kernel/principal.js';
import { stageOf } from '../../lifecycle/reading.js';
import { DocumentStore } from '../../lock-in/inputs/document-store.js';
import { DrillStore } from '../../lock-in/inputs/drill-store.js';
import type { HandedFacts } from '../../lock-in/measure/handed-facts.js';
import type { LineageFacts, TestedAlternative } from '../../lock-in/measurement.js';
import { ReportStore } from '../../readiness/report/report-store.js';
import type { Project, ProjectBrief } from '../project.js';
import { ProjectRecords } from '../project-store.js';
import {
  type FinishedMigration,
  type HistoryReading,
  leadTimeDaysOf,
  readHistory,
  type SeenDrill,
  unreadHistory,
} from './history-drills.js';
import {
  evaluationFacts,
  lineageFacts,
  servingFacts,
  shadowFacts,
  targetFacts,
  testedAlternatives,
} from './lock-in-evidence.js';
import { rampEndsAt } from './ramp-end.js';

const entriesPerPage = 500;
const readingKind = 'history-reading';
const migrationKind = 'finished-migration';
const migrationsMax = 1000;
const evidenceMax = 200;
const kindsRead = [
  'readiness.report',
  'dataset.frozen',
  'training.run',
  'evaluation.comparison',
  'shadow.agreement',
  'guardrail.window',
] as const;

@Injectable()
export class LockInSourcesOfProject {
  constructor(
    private readonly records: ProjectRecords,
    private readonly reports: ReportStore,
    @Inject(DocumentStore) private readonly documents: DocumentStore,
    @Inject(DrillStore) private readonly drills: DrillStore,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(IdSource) private readonly ids: IdSource,
  ) {}

  /** All but the candidate's licence, which is read from the brief. */
  async of(project: Project): Promise<Omit<HandedFacts, 'licence'>> {
    const { id: projectId, brief, snapshot, createdAt } = project;
    const reading = await this.readHistory(projectId, brief.task.kind);
    const evidence = await this.records.rulingEvidence(projectId, kindsRead);
    const lineage = await this.lineage(project, evidence);
    const alternatives = await this.alternatives(projectId);
    const endsAt = rampEndsAt(snapshot, project.policy, this.clock.now());
    const isCritical = brief.criticality === 'high' || brief.criticality === 'critical';
    return {
      criticality:
        stageOf(snapshot) === 'assessing' ? null : { level: brief.criticality, at: createdAt, by: brief.owner },
      models: reading.leftVendorAt === null ? [brief.incumbent.model] : [],
      measuredLeadTimeDays: await this.leadTimeDays(brief),
      evaluation: evaluationFacts(evidence, alternatives, isCritical),
      shadow: shadowFacts(evidence),
      lineage,
      target: targetFacts(evidence, brief.candidate.model),
      serving: servingFacts(evidence),
      trainsOnVendorAnswers: lineage !== null && lineage.vendorRows > 0,
      leftVendorAt: reading.leftVendorAt,
      ramp: endsAt === null ? null : { rollbackModel: brief.incumbent.model, endsAt },
    };
  }

  /** Each entry once: how far it was read is kept. */
  private async readHistory(projectId: string, taskKind: string): Promise<HistoryReading> {
    const kept = await this.documents.find(projectId, readingKind, 'current');
    let reading = (kept?.value as HistoryReading | undefined) ?? unreadHistory;
    const before = reading.version;
    for (let isMore = true; isMore; ) {
      const page = { projectId, afterVersion: reading.version, limit: entriesPerPage };
      const entries = await this.records.history(page);
      const read = readHistory(reading, entries);
      for (const drill of read.drills) {
        await this.keepDrill(projectId, drill);
      }
      reading = read.reading;
      isMore = entries.length === entriesPerPage;
    }
    if (reading.version !== before) {
      await this.keep(projectId, readingKind, reading);
      if (reading.migrationDays !== null) {
        await this.keep(projectId, migrationKind, { days: reading.migrationDays, taskKind });
      }
    }
    return reading;
  }

  private keep(projectId: string, kind: string, value: unknown): Promise<void> {
    const marks = { updatedBy: systemActor, updatedAt: this.clock.now() };
    return this.documents.put({ projectId, kind, id: 'current', value, ...marks });
  }

  private keepDrill(projectId: string, drill: SeenDrill): Promise<void> {
    const { version, at, kind, scenario, passed, hours, note } = drill;
    const source = `history:${version}`;
    return this.drills.add({
      ...{ id: this.ids.next('drl'), projectId, source, at, kind, scenario, passed, hours, note },
      impactToleranceHours: null,
      recordedBy: systemActor,
      evidence: [source],
    });
  }

  /** Of the projects of this kind of task that have moved their traffic; a walk of hours was a rehearsal. */
  async leadTimeDays({ task }: Pick<ProjectBrief, 'task'>): Promise<number | null> {
    const finished = await this.documents.ofKind(migrationKind, migrationsMax);
    return leadTimeDaysOf(
      finished.map(({ value }) => value as FinishedMigration),
      task.kind,
    );
  }

  /** Among the newest comparisons and runs of the project. */
  private async alternatives(projectId: string): Promise<readonly TestedAlternative[]> {
    const newest = (kind: EvidenceKind) =>
      this.records.evidence({ projectId, kind, afterId: null, limit: evidenceMax });
    const [comparisons, runs] = await Promise.all([newest('evaluation.comparison'), newest('training.run')]);
    return testedAlternatives(comparisons, runs);
  }

  private async lineage(
    { id: projectId, policy }: Project,
    evidence: readonly Evidence[],
  ): Promise<LineageFacts | null> {
    const measured = evidence.filter((one) => one.source === 'measured');
    const frozen = measured.find((one) => one.kind === 'dataset.frozen')?.value ?? {};
    const readiness = measured.find((one) => one.kind === 'readiness.report');
    const { datasetId, trainRows, holdoutRows } = frozen;
    const reportId = readiness?.value.reportId;
    if (
      typeof datasetId !== 'string' ||
      typeof trainRows !== 'number' ||
      typeof holdoutRows !== 'number' ||
      typeof reportId !== 'string'
    ) {
      return null;
    }
    const report = await this.reports.find(projectId, reportId);
    const sources = report?.datasetId === datasetId ? report.manifest?.licences : undefined;
    return report === null || sources === undefined
      ? null
      : lineageFacts(
          {
            ...{ datasetId, at: report.createdAt, rows: trainRows, holdoutRows },
            holdoutRowsMin: policy?.readiness.holdoutRowsMin ?? null,
          },
          sources,
        );
  }
}
