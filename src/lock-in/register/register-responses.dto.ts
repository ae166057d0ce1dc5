import { ApiProperty } from '@nestjs/swagger';
import type { Arrangement, RegisterEntity } from './arrangement.js';
import type { Checklist } from './exit-plan-checklist.js';
import { ArrangementRequest, EntityRequest } from './lock-in-register.dto.js';
import type { ArrangementDocument, EntityDocument } from './register-document.js';

const isoOf = (ms: number) => new Date(ms).toISOString();

export class EntityResponse {
  @ApiProperty({ type: () => EntityRequest, nullable: true })
  entity: RegisterEntity | null;
  version: number;
  updatedBy: string | null;
  updatedAt: string | null;
}

export class TermsReadingResponse {
  terms: string;
  textSha256: string;
  source: string;
  isJudged: boolean;
  by: string;
  at: string;
}

export class ArrangementResponse {
  /** @example 'arr_01kc0000000000000000000000' */
  id: string;
  /** What If-Match names. @example 3 */
  version: number;
  updatedBy: string;
  updatedAt: string;
  /** Who said last what the arrangement is: its age counts from there. */
  toldBy: string;
  toldAt: string;
  @ApiProperty({ type: () => ArrangementRequest })
  arrangement: Arrangement;
  /** Texts of terms that were read for it, in order. */
  termsReadings: TermsReadingResponse[];
  /** Why it left the register; null: it stands. */
  withdrawnBecause: string | null;
}

export class ArrangementListResponse {
  arrangements: ArrangementResponse[];
}

export class ExitPlanItemResponse {
  /** @example 4 */
  number: number;
  title: string;
  asks: string;
  @ApiProperty({ enum: ['shown', 'missing'] })
  status: string;
  /** `service`: written from own runs. */
  @ApiProperty({ type: String, enum: ['people', 'service'], nullable: true })
  from: string | null;
  /** Who has to supply it where it is missing. */
  supplier: string;
  text: string;
  evidence: string[];
  by: string | null;
  at: string | null;
}

export class ExitPlanResponse {
  arrangementId: string;
  version: number;
  contractRef: string;
  @ApiProperty({ enum: ['approved', 'draft', 'none'] })
  status: string;
  /** Who approved it, while the approval holds. */
  approvedBy: string | null;
  approvedUntil: string | null;
  /** Items without evidence over twelve. @example 0.25 */
  missingShare: number;
  items: ExitPlanItemResponse[];
}

export class ExitPlanListResponse {
  plans: ExitPlanResponse[];
}

export function toEntityResponse(document: EntityDocument | null): EntityResponse {
  return {
    entity: document?.entity ?? null,
    version: document?.version ?? 0,
    updatedBy: document?.by ?? null,
    updatedAt: document === null ? null : isoOf(document.at),
  };
}

export function toArrangementResponse(document: ArrangementDocument): ArrangementResponse {
  const { id, version, by, at, toldBy, toldAt, arrangement, withdrawnBecause } = document;
  return {
    ...{ id, version, toldBy, arrangement, withdrawnBecause },
    termsReadings: (document.termsReadings ?? []).map((one) => ({ ...one, at: isoOf(one.at) })),
    updatedBy: by,
    updatedAt: isoOf(at),
    toldAt: isoOf(toldAt),
  };
}

export function toExitPlanResponse(document: ArrangementDocument, checklist: Checklist): ExitPlanResponse {
  const { arrangementId, status, approval, items, missingShare } = checklist;
  const holds = status === 'approved' && approval !== null;
  return {
    ...{ arrangementId, status, missingShare },
    version: document.version,
    contractRef: document.arrangement.contract.ref,
    approvedBy: holds ? approval.by : null,
    approvedUntil: holds ? isoOf(approval.validUntil) : null,
    items: items.map(({ number, title, asks, status: shown, from, supplier, text, evidence, by, at }) => ({
      ...{ number, title, asks, status: shown, from, supplier, text, by },
      evidence: [...evidence],
      at: at === null ? null : isoOf(at),
    })),
  };
}

export function toEntity({ lei, name, country: where, competentAuthority }: EntityRequest): RegisterEntity {
  return { lei: lei ?? null, name, country: where, competentAuthority: competentAuthority ?? null };
}

/** What is left out becomes null. */
export function toArrangement(request: ArrangementRequest): Arrangement {
  const { provider, contract, functions, routes, subcontractors, countries: where } = request;
  return {
    provider: { ...noProvider, ...told(provider) },
    developer: request.developer ?? null,
    serviceType: request.serviceType ?? null,
    contract: { ...noContract, ...told(contract) },
    functions: functions.map((one) => ({ ...noFunction, ...told(one) })),
    routes: routes.map((one) => ({ region: null, snapshot: null, ...told(one) })),
    subcontractors: subcontractors.map((one) => ({ country: null, ...told(one) })),
    countries: { ...where },
    sensitivity: request.sensitivity ?? null,
    substitutabilityOverride: request.substitutabilityOverride ?? null,
    exitOwner: request.exitOwner ?? null,
    exitBudgetUsd: request.exitBudgetUsd ?? null,
    evidence: request.evidence,
  };
}

/** Fields of a request that were left out are there as undefined, and would cover the null of what is not known. */
function told<Fields extends object>(given: Fields): Fields {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Fields;
}

const noProvider = { id: null, idType: null, country: null, parent: null };
const noFunction = { criticality: null, reliance: null, rtoHours: null, rpoHours: null, impactToleranceHours: null };
const noContract = {
  startsOn: null,
  endsOn: null,
  noticeEntityDays: null,
  noticeProviderDays: null,
  lawCountry: null,
  change: null,
  commitmentRatio: null,
  hasExitAssistance: null,
  hasDataReturn: null,
  hasAuditRight: null,
  hasServiceLevel: null,
  place: null,
  charges: null,
  lastAuditOn: null,
};
