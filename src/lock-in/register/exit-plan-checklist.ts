// The twelve items as they stand: what people brought, what the service's own runs show, and what is missing with who has
// to supply it. An item without evidence is missing, whatever is written in it.
import { dayOf, percentOf } from '../in-words.js';
import { newestDrill } from '../measured-fact.js';
import type { EvaluationFacts } from '../measurement.js';
import { type ExitPlanItem, exitPlanItems, holdingEvidence } from './exit-plan.js';
import type { ProjectPicture } from './project-picture.js';
import { type ArrangementDocument, planStatus } from './register-document.js';

export interface ChecklistItem extends ExitPlanItem {
  readonly status: 'shown' | 'missing';
  /** `people`: somebody brought it; `service`: written from own runs; null: missing. */
  readonly from: 'people' | 'service' | null;
  readonly text: string;
  readonly evidence: readonly string[];
  readonly by: string | null;
  readonly at: number | null;
}

export interface Checklist {
  readonly arrangementId: string;
  readonly status: ReturnType<typeof planStatus>;
  readonly approval: ArrangementDocument['plan']['approval'];
  readonly items: readonly ChecklistItem[];
  /** 1 − items with evidence / 12: the value of indicator 6.2. */
  readonly missingShare: number;
}

interface OwnText {
  readonly text: string;
  readonly evidence: readonly string[];
  readonly at: number;
}

export function exitPlanChecklist(document: ArrangementDocument, picture: ProjectPicture): Checklist {
  const holding = holdingEvidence(document.plan, picture.now);
  const items = exitPlanItems.map((item): ChecklistItem => {
    const brought = holding.get(item.number);
    const own = ownText(item.number, document, picture);
    if (own !== null) {
      return { ...item, status: 'shown', from: 'service', by: null, ...own };
    }
    if (brought !== undefined && brought.evidence.length > 0) {
      const { text, evidence, by, at } = brought;
      return { ...item, status: 'shown', from: 'people', text, evidence, by, at };
    }
    const text = brought === undefined ? '' : `${brought.text} (without evidence)`;
    return { ...item, status: 'missing', from: null, text, evidence: [], by: null, at: null };
  });
  return {
    arrangementId: document.id,
    status: planStatus(document, picture.now),
    approval: document.plan.approval,
    items,
    missingShare: items.filter(({ status }) => status === 'missing').length / exitPlanItems.length,
  };
}

function ownText(number: number, document: ArrangementDocument, picture: ProjectPicture): OwnText | null {
  const { evaluation } = picture.sources;
  switch (number) {
    case 4:
      return evaluation === null || evaluation.testedAlternatives === 0 ? null : alternatives(evaluation, picture);
    case 5:
      return inventory(picture);
    case 6:
      return transition(document, picture);
    case 9:
      return evaluation === null ? null : success(evaluation);
    case 11:
      return lastTest(picture);
    default:
      return null;
  }
}

const parityWords: Readonly<Record<EvaluationFacts['parity'], string>> = {
  superior: 'better than the incumbent',
  non_inferior: 'not worse than the incumbent within the margin',
  inconclusive: 'not yet shown to be as good',
  inferior: 'worse than the incumbent',
};

function alternatives({ runId, at, parity }: EvaluationFacts, { candidate }: ProjectPicture): OwnText {
  const name = candidate === null ? 'The candidate' : `${candidate.model} at ${candidate.vendor}`;
  return { text: `${name}: ${parityWords[parity]}, by the evaluation of ${dayOf(at)}.`, evidence: [runId], at };
}

/** The drill that exported everything; what is held is named by the drill's record. */
function inventory({ sources, facts }: ProjectPicture): OwnText | null {
  const drill = newestDrill(
    sources.drills.filter((one) => one.passed),
    'export',
  );
  if (drill === null) {
    return null;
  }
  const replayable = facts.get('3.1');
  const own =
    typeof replayable?.value === 'number'
      ? ` ${percentOf(1 - replayable.value)} of the calls lie in the own history.`
      : '';
  return {
    text: `Everything the vendor holds was exported on ${dayOf(drill.at)}.${own}`,
    evidence: [drill.id],
    at: drill.at,
  };
}

/** Only where the lead time was measured: a default of days is no plan. */
function transition({ arrangement }: ArrangementDocument, { sources }: ProjectPicture): OwnText | null {
  const { catalog, shadow, evaluation } = sources;
  const { noticeProviderDays } = arrangement.contract;
  if (catalog?.isLeadTimeMeasured !== true || noticeProviderDays === null) {
    return null;
  }
  const leadDays = Math.round(catalog.exitLeadTimeDays);
  const covers = noticeProviderDays >= leadDays ? 'covers' : 'does not cover';
  const runs = [evaluation?.runId, shadow?.runId].filter((one) => one !== undefined);
  return {
    text: `Collect, tune, evaluate, shadow, ramp, switch off: ${leadDays} days by own finished migrations; a notice of ${noticeProviderDays} days ${covers} them.`,
    evidence: ['lead-time', ...runs],
    at: catalog.observedAt,
  };
}

function success({ runId, at, parity, criticalSegments, coveredCriticalSegments }: EvaluationFacts): OwnText {
  const covered = `${coveredCriticalSegments} of ${criticalSegments} critical segments have a substitute that passed`;
  return {
    text: `All traffic on a substitute that is not inferior. Now: ${parityWords[parity]}; ${covered}.`,
    evidence: [runId],
    at,
  };
}

function lastTest({ sources }: ProjectPicture): OwnText | null {
  const drill = newestDrill(sources.drills, 'exit') ?? newestDrill(sources.drills, 'failover');
  if (drill === null) {
    return null;
  }
  const hours = drill.hours === null ? '' : ` in ${drill.hours} hours`;
  const result = drill.passed ? `passed${hours}` : 'failed: the way out must be mended and tested again';
  return {
    text: `The ${drill.kind} drill of ${dayOf(drill.at)} (${drill.scenario}) ${result}.`,
    evidence: [drill.id],
    at: drill.at,
  };
}
