// One arrangement as a whole tree, in the names that tools of governance read: the document, what was derived from it, the
// score, and the facts with their evidence. What is not known is null.

import type { ExportQuestion, ExportRow, RegisterExport } from '../../exports/export.js';
import { dayOf } from '../../in-words.js';
import { newestDrill } from '../../measured-fact.js';
import { riskOf } from '../../score/value-function.js';
import { worstCriticality, worstReliance } from '../arrangement.js';
import { exitPlanChecklist } from '../exit-plan-checklist.js';
import { believedFact, indicatorOf } from '../judging/believed-fact.js';
import { statementOf } from '../judging/register-statement.js';
import { impactOf, reintegrationOf } from '../judging/reintegration.js';
import { substitutionOf } from '../judging/substitutability.js';
import type { ProjectPicture } from '../project-picture.js';
import type { Register } from '../register-document.js';
import { developersBehind, supplyChain } from '../supply-chain.js';

const isoOf = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());

export type RegisterRecord = Readonly<Record<string, unknown>>;

/** The whole register: every arrangement as a tree, with the rows of the chosen export beside it. */
export function registerTree(
  { id, title, source, rowsOf, rowsOfEntity }: RegisterExport,
  register: Register,
  picture: ProjectPicture,
): RegisterRecord {
  const { entity, arrangements } = register;
  return {
    mapping: { id, title, source },
    generated_at: isoOf(picture.now),
    project: { id: picture.projectId, name: picture.name, stage: picture.stage, owner: picture.owner },
    entity: entityOf(entity),
    entity_rows: (rowsOfEntity?.({ entity, picture }) ?? []).map(rowAsTold),
    arrangements: arrangements.map((document) => {
      const question = { entity, document, picture };
      return registerRecord(question, rowsOf(question));
    }),
  };
}

function entityOf(document: Register['entity']) {
  if (document === null) {
    return null;
  }
  const { lei, name, country, competentAuthority } = document.entity;
  return { lei, name, country, competent_authority: competentAuthority };
}

/** By the names that the table has. */
function rowAsTold({
  arrangementId,
  template,
  column,
  label,
  value,
  code,
  factId,
  source,
  ageDays,
  confidence,
}: ExportRow) {
  return {
    ...{ arrangement: arrangementId, template, column, label, value, code },
    ...{ fact_id: factId, source, age_days: ageDays, confidence },
  };
}

function registerRecord(question: ExportQuestion, rows: readonly ExportRow[]): RegisterRecord {
  const { document, picture } = question;
  return {
    arrangement_id: document.id,
    version: document.version,
    recorded_by: document.by,
    recorded_at: isoOf(document.at),
    ...partiesOf(question),
    ...termsOf(question),
    annual_expense: expenseOf(picture),
    ...judgementsOf(question),
    alternatives: alternativesOf(picture),
    last_audit: document.arrangement.contract.lastAuditOn,
    last_exit_test: lastTestOf(picture),
    scores: scoresOf(picture),
    facts: factsOf(picture),
    rows: rows.map(rowAsTold),
  };
}

function partiesOf({ document, picture }: ExportQuestion) {
  const { arrangement } = document;
  const { id, idType, name, country, parent } = arrangement.provider;
  return {
    contract_ref: arrangement.contract.ref,
    provider: { id, id_type: idType, name, country, parent },
    developer: arrangement.developer ?? (developersBehind(arrangement, picture).join('; ') || null),
    service_type: arrangement.serviceType,
    functions: arrangement.functions.map((one) => ({
      id: one.id,
      name: one.name,
      criticality: one.criticality,
      rto_hours: one.rtoHours,
      rpo_hours: one.rpoHours,
      tolerance_hours: one.impactToleranceHours,
    })),
    routes: arrangement.routes,
    supply_chain: supplyChain(arrangement, picture).map(({ isDeclared, ...link }) => ({
      ...link,
      is_declared: isDeclared,
    })),
  };
}

function termsOf(question: ExportQuestion) {
  const { contract, countries, sensitivity } = question.document.arrangement;
  return {
    starts_on: contract.startsOn,
    ends_on: contract.endsOn,
    notice_entity_days: contract.noticeEntityDays,
    notice_provider_days: contract.noticeProviderDays,
    law: contract.lawCountry,
    countries,
    sensitivity,
    reliance: statementOf('1.5', worstReliance(question.document.arrangement), question).value,
  };
}

function judgementsOf(question: ExportQuestion) {
  const { document, picture } = question;
  const { arrangement } = document;
  const { answer, reason, override, because, barrierUpper } = substitutionOf(arrangement, picture);
  const { status, items, missingShare, approval } = exitPlanChecklist(document, picture);
  return {
    substitutability: { code: answer, reason, override, because, barrier_upper: barrierUpper },
    exit_plan: {
      status,
      approved_by: status === 'approved' ? (approval?.by ?? null) : null,
      missing_share: missingShare,
      items: items.map(({ number, title, status: shown, from, text, evidence, by, at }) => {
        return { number, title, status: shown, from, text, evidence, by, at: isoOf(at) };
      }),
    },
    reintegration: reintegrationOf(picture),
    impact: impactOf(
      {
        criticality: statementOf('1.4', worstCriticality(arrangement), question).value,
        reliance: statementOf('1.5', worstReliance(arrangement), question).value,
      },
      picture,
    ),
  };
}

function expenseOf({ annualExpense: expense }: ProjectPicture) {
  return expense === null
    ? null
    : {
        amount: expense.amountUsd,
        currency: 'USD',
        period: `${dayOf(expense.fromAt)}/${dayOf(expense.untilAt)}`,
        is_lower_bound: expense.isLowerBound,
      };
}

function alternativesOf({ candidate, sources }: ProjectPicture) {
  const { evaluation } = sources;
  return candidate === null || evaluation === null
    ? []
    : [{ provider: candidate.vendor, model: candidate.model, eval_run: evaluation.runId, verdict: evaluation.parity }];
}

function lastTestOf({ sources }: ProjectPicture) {
  const drill = newestDrill(sources.drills, 'exit');
  return drill === null
    ? null
    : {
        date: dayOf(drill.at),
        scenario: drill.scenario,
        result: drill.passed ? 'passed' : 'failed',
        hours: drill.hours,
        evidence: drill.id,
      };
}

function scoresOf({ assessment }: ProjectPicture) {
  if (assessment === null) {
    return null;
  }
  const { score, low, high, confidence, band, ledgers, profileVersion, scoringVersion, floors } = assessment;
  return {
    S: score,
    low,
    high,
    confidence,
    band: band ?? 'not assessed',
    barrier: ledgers.source.barrier,
    by_dimension: byDimension([...ledgers.source.indicators, ...ledgers.target.indicators]),
    floors: floors.map(({ because }) => because),
    profile_version: profileVersion,
    model_version: scoringVersion,
  };
}

/** Points of each dimension in its own ledger. */
function byDimension(scored: readonly { id: string; points: number }[]): Readonly<Record<string, number>> {
  const sums: Record<string, number> = {};
  for (const { id, points } of scored) {
    const { dimension } = indicatorOf(id);
    sums[dimension] = (sums[dimension] ?? 0) + points;
  }
  return sums;
}

function factsOf(picture: ProjectPicture) {
  return [...picture.facts.values()].map((fact) => ({
    id: fact.id,
    indicator: fact.indicatorId,
    value: fact.value,
    risk: riskOf(indicatorOf(fact.indicatorId).value, fact.value),
    is_believed: believedFact(picture, fact.indicatorId) !== null,
    source: fact.basis,
    evidence: fact.evidence,
    observed_at: isoOf(fact.observedAt),
    valid_until: isoOf(fact.validUntil),
    recorded_by: fact.recordedBy,
    recorded_at: isoOf(fact.recordedAt),
    supersedes: fact.supersedes ?? null,
    note: fact.note,
  }));
}
