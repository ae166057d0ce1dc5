// What people bring to the measuring of lock-in: invoices, drills and estimates. Each has the score measured again.
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { IdSource } from '../../kernel/ids.js';
import { type FieldFault, isRefusal, type Refusal, refusal } from '../../kernel/refusal.js';
import { allIndicators } from '../indicators/all-indicators.js';
import { type BroughtInvoice, checkInvoice } from '../invoices/check-invoice.js';
import type { Invoice } from '../invoices/invoice.js';
import { InvoiceStore } from '../invoices/invoice-store.js';
import { AskMeasurement } from '../measure/ask-measurement.js';
import type { ServingFacts } from '../measurement.js';
import { type CostEstimates, costsId, costsKind } from './costs.js';
import { DocumentStore } from './document-store.js';
import { type Drill, DrillStore } from './drill-store.js';
import {
  factsOfReport,
  mergeServing,
  partsOf,
  type ServingReport,
  servingId,
  servingIn,
  servingKind,
} from './serving-report.js';

export type BroughtDrill = Omit<Drill, 'id' | 'projectId' | 'source' | 'recordedBy'>;

@Injectable()
export class LockInInputs {
  constructor(
    @Inject(InvoiceStore) private readonly invoices: InvoiceStore,
    @Inject(DrillStore) private readonly drills: DrillStore,
    @Inject(DocumentStore) private readonly documents: DocumentStore,
    @Inject(AskMeasurement) private readonly measurements: AskMeasurement,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(IdSource) private readonly ids: IdSource,
  ) {}

  async importInvoice(projectId: string, brought: BroughtInvoice, by: string): Promise<Invoice | Refusal> {
    const lines = checkInvoice(brought);
    if (isRefusal(lines)) {
      return lines;
    }
    const now = this.clock.now();
    const invoice: Invoice = {
      id: this.ids.next('inv'),
      projectId,
      fromAt: Math.min(...lines.map((line) => line.fromAt)),
      untilAt: Math.max(...lines.map((line) => line.untilAt)),
      lines,
      createdBy: by,
      createdAt: now,
    };
    if (invoice.fromAt > now) {
      return refusal('bad-request', 'The period of the invoice has not begun yet.');
    }
    await this.invoices.add(invoice);
    await this.measurements.ask(projectId);
    return invoice;
  }

  async recordDrill(projectId: string, brought: BroughtDrill, by: string): Promise<Drill | Refusal> {
    if (brought.at > this.clock.now()) {
      const fields = [{ pointer: '/at', reason: 'lies in the future' }];
      return refusal('bad-request', 'A drill is recorded when it is over.', { fields });
    }
    const id = this.ids.next('drl');
    const drill: Drill = { ...brought, id, projectId, source: id, recordedBy: by };
    await this.drills.add(drill);
    await this.measurements.ask(projectId);
    return drill;
  }

  /** @param told seen at its time, null: now. @returns what is known of the deployment now */
  async reportServing(
    projectId: string,
    told: Omit<ServingReport, 'at'> & { readonly at: number | null },
    by: string,
  ): Promise<ServingFacts | Refusal> {
    const now = this.clock.now();
    const fields = faultsOfReport(told, now);
    if (fields.length > 0) {
      return refusal('bad-request', 'The report cannot be taken as it is.', { fields });
    }
    const kept = await this.documents.find(projectId, servingKind, servingId);
    const value = mergeServing(servingIn(kept), factsOfReport({ ...told, at: told.at ?? now }));
    await this.documents.put({ projectId, kind: servingKind, id: servingId, value, updatedBy: by, updatedAt: now });
    await this.measurements.ask(projectId);
    return value;
  }

  async estimate(projectId: string, value: CostEstimates, by: string): Promise<CostEstimates | Refusal> {
    const known = new Set(allIndicators.map((one) => one.id));
    const fields = Object.entries(value.remediesUsd)
      .filter(([id, usd]) => !known.has(id) || !(Number.isFinite(usd) && usd >= 0))
      .map(([id]) => ({ pointer: `/remediesUsd/${id}`, reason: 'must be an indicator with a number from 0' }));
    if (fields.length > 0) {
      return refusal('bad-request', 'Some estimates are faulty.', { fields });
    }
    const updatedAt = this.clock.now();
    await this.documents.put({ projectId, kind: costsKind, id: costsId, value, updatedBy: by, updatedAt });
    await this.measurements.ask(projectId);
    return value;
  }
}

function faultsOfReport(
  { parts, at }: Pick<ServingReport, 'parts'> & { readonly at: number | null },
  now: number,
): FieldFault[] {
  const capacities = Object.entries(parts.capacityBySupplier ?? {});
  const isCapacity = (value: unknown) => typeof value === 'number' && Number.isFinite(value) && value >= 0;
  return [
    ...(at !== null && at > now ? [{ pointer: '/observedAt', reason: 'lies in the future' }] : []),
    ...(partsOf({ parts }).length === 0 ? [{ pointer: '', reason: 'says nothing of the deployment' }] : []),
    ...capacities
      .filter(([, value]) => !isCapacity(value))
      .map(([name]) => ({ pointer: `/capacityBySupplier/${name}`, reason: 'must be a number from 0' })),
  ];
}
