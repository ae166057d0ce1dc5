import type { Arrangement } from '../../src/lock-in/register/arrangement.js';
import { emptyExitPlan } from '../../src/lock-in/register/exit-plan.js';
import type { ArrangementDocument } from '../../src/lock-in/register/register-document.js';

/** A bank's arrangement for sorting customers' letters: everything told. */
export const aWholeArrangement: Arrangement = {
  provider: { id: '549300EXAMPLE0000042', idType: 'LEI', name: 'Closed AI', country: 'US', parent: null },
  developer: null,
  serviceType: 'S19',
  contract: {
    ref: 'C-2026-17',
    startsOn: '2026-01-01',
    endsOn: '2027-12-31',
    noticeEntityDays: 30,
    noticeProviderDays: 90,
    lawCountry: 'IE',
    change: 'd30',
    commitmentRatio: 0.4,
    hasExitAssistance: true,
    hasDataReturn: false,
    hasAuditRight: true,
    hasServiceLevel: false,
    place: 'inside',
    charges: 'none',
    lastAuditOn: '2026-03-31',
  },
  functions: [
    {
      id: 'F-7',
      name: 'Sorting of customers’ letters',
      criticality: 'important',
      reliance: 'material',
      rtoHours: 8,
      rpoHours: 24,
      impactToleranceHours: 48,
    },
  ],
  routes: [{ host: 'api.closed.example', region: 'eu-west', model: 'closed-4', snapshot: 'closed-4-2026-01-15' }],
  subcontractors: [{ name: 'Big Cloud', country: 'US', rank: 2, service: 'Hosts the service.' }],
  countries: { provision: ['IE'], storage: ['IE'], processing: ['IE', 'DE'] },
  sensitivity: 'medium',
  substitutabilityOverride: null,
  exitOwner: 'ada',
  exitBudgetUsd: null,
  evidence: ['contract-C-2026-17'],
};

export function anArrangement(parts: Partial<ArrangementDocument>): ArrangementDocument {
  return {
    kind: 'arrangement',
    id: 'arr_1',
    version: 1,
    by: 'ada',
    at: 1_764_000_000_000,
    arrangement: aWholeArrangement,
    toldBy: 'ada',
    toldAt: 1_764_000_000_000,
    plan: emptyExitPlan,
    withdrawnBecause: null,
    ...parts,
  };
}
