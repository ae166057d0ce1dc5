// What the register says as facts of indicators: 1.4, 1.5, 4.1 to 4.7, 6.1, 6.2 and 6.6. With several arrangements the
// worst one speaks for the project, since leaving means leaving all of them. What nobody told makes no fact. A statement
// that names evidence is worth more than one that does not; both age from the day on which they were made.
import { allIndicators } from '../indicators/all-indicators.js';
import type { Fact } from '../score/fact.js';
import { type FactValue, riskOf } from '../score/value-function.js';
import { type Arrangement, worstCriticality, worstReliance } from './arrangement.js';
import { exitPlanChecklist } from './exit-plan-checklist.js';
import type { ProjectPicture } from './project-picture.js';
import { type ArrangementDocument, planStatus, type Register } from './register-document.js';

/** A fact that has no id yet: whoever appends it gives one. */
export type DeclaredFact = Omit<Fact, 'id' | 'recordedAt' | 'supersedes'>;

interface Statement {
  readonly indicatorId: string;
  readonly value: FactValue | null;
  readonly note: string;
  readonly evidence?: readonly string[];
  readonly basis?: Fact['basis'];
  readonly at?: number;
  readonly by?: string;
  readonly validUntil?: number | null;
}

export function declaredFacts(register: Register, picture: ProjectPicture): readonly DeclaredFact[] {
  const worst = new Map<string, { fact: DeclaredFact; risk: number }>();
  for (const document of register.arrangements) {
    for (const fact of factsOf(document, picture)) {
      const risk = riskOfFact(fact);
      const known = worst.get(fact.indicatorId);
      if (risk !== null && (known === undefined || risk > known.risk)) {
        worst.set(fact.indicatorId, { fact, risk });
      }
    }
  }
  return [...worst.values()].map(({ fact }) => fact);
}

function riskOfFact({ indicatorId, value }: DeclaredFact): number | null {
  const indicator = allIndicators.find(({ id }) => id === indicatorId);
  return indicator === undefined ? null : riskOf(indicator.value, value);
}

function factsOf(document: ArrangementDocument, picture: ProjectPicture): readonly DeclaredFact[] {
  const { arrangement, id } = document;
  const statements = [...ofFunctions(arrangement), ...ofContract(arrangement, picture), ...ofPlan(document, picture)];
  return statements.flatMap(({ indicatorId, value, note, ...more }) => {
    const evidence = more.evidence ?? arrangement.evidence;
    return value === null
      ? []
      : [
          {
            indicatorId,
            value,
            basis: more.basis ?? (evidence.length > 0 ? 'declared with evidence' : 'declared'),
            observedAt: more.at ?? document.toldAt,
            validUntil: more.validUntil ?? null,
            recordedBy: more.by ?? document.toldBy,
            evidence: [id, ...evidence],
            note,
          },
        ];
  });
}

function ofFunctions(arrangement: Arrangement): Statement[] {
  const names = arrangement.functions.map(({ name }) => name).join(', ');
  return [
    { indicatorId: '1.4', value: worstCriticality(arrangement), note: `Most critical of: ${names}.` },
    { indicatorId: '1.5', value: worstReliance(arrangement), note: `Strongest reliance of: ${names}.` },
  ];
}

function ofContract({ contract }: Arrangement, { sources }: ProjectPicture): Statement[] {
  const said = `Contract ${contract.ref}.`;
  const leadTimeDays = sources.catalog?.exitLeadTimeDays ?? null;
  const { noticeProviderDays: notice } = contract;
  return [
    {
      indicatorId: '4.1',
      value: notice === null || leadTimeDays === null || leadTimeDays <= 0 ? null : notice / leadTimeDays,
      note: `${said} ${notice ?? 0} days of notice from the provider over ${Math.round(leadTimeDays ?? 0)} days to leave.`,
    },
    { indicatorId: '4.2', value: contract.change, note: said },
    { indicatorId: '4.3', value: contract.commitmentRatio, note: said },
    { indicatorId: '4.4', value: ofTwo(contract.hasExitAssistance, contract.hasDataReturn), note: said },
    { indicatorId: '4.5', value: ofTwo(contract.hasAuditRight, contract.hasServiceLevel), note: said },
    { indicatorId: '4.6', value: contract.place, note: said },
    { indicatorId: '4.7', value: contract.charges, note: said },
  ];
}

function ofPlan(document: ArrangementDocument, picture: ProjectPicture): Statement[] {
  const { plan, arrangement } = document;
  const status = planStatus(document, picture.now);
  const { items, missingShare } = exitPlanChecklist(document, picture);
  const shown = items.filter((item) => item.status === 'shown');
  const isApproved = status === 'approved' && plan.approval !== null;
  return [
    {
      indicatorId: '6.1',
      value: status,
      note: `The exit plan is ${status === 'none' ? 'not written' : status}.`,
      // That no approval holds is seen now, whenever the arrangement was told.
      at: picture.now,
      ...(isApproved && {
        at: plan.approval.at,
        by: plan.approval.by,
        validUntil: plan.approval.validUntil,
        evidence: [plan.approval.planDigest],
      }),
    },
    {
      indicatorId: '6.2',
      value: missingShare,
      note: `${shown.length} of ${items.length} items have evidence.`,
      at: picture.now,
      basis: shown.length > 0 ? 'declared with evidence' : 'declared',
      evidence: shown.flatMap(({ evidence }) => evidence),
    },
    {
      indicatorId: '6.6',
      value: ofTwo(arrangement.exitOwner !== null, arrangement.exitBudgetUsd !== null),
      note: 'Owner and budget of the exit.',
    },
  ];
}

/** Null while one of two is not told: an unknown clause is neither there nor missing. */
function ofTwo(one: boolean | null, other: boolean | null): 'both' | 'one' | 'none' | null {
  if (one === null || other === null) {
    return null;
  }
  const count = Number(one) + Number(other);
  return count === 2 ? 'both' : count === 1 ? 'one' : 'none';
}
