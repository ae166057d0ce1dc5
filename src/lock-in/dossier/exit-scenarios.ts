// The three scenarios of RTS (EU) 2024/1773 art. 10: what would tell us, what is done first, how long it takes and what
// shows that it works. Only what was measured or agreed stands here; what was not is null and shown as missing.
import { counted, dayOf, endInWords, wholeDays } from '../in-words.js';
import { daysToWorstShutdown, newestDrill } from '../measured-fact.js';
import type { ProjectPicture } from '../register/project-picture.js';
import type { ArrangementDocument } from '../register/register-document.js';

export interface Scenario {
  readonly letter: 'a' | 'b' | 'c';
  readonly title: string;
  readonly signal: string;
  readonly first: string;
  /** How long it takes; null: not measured. */
  readonly time: string | null;
  /** What shows it; null: nothing does. */
  readonly shownBy: string | null;
  /** What to do so that it is shown. */
  readonly toShow: string;
}

export function exitScenarios(documents: readonly ArrangementDocument[], picture: ProjectPicture): readonly Scenario[] {
  return [interruption(documents, picture), failedDelivery(picture), termination(documents, picture)];
}

const substitute = ({ candidate }: ProjectPicture) =>
  candidate === null ? 'a substitute, which is not chosen yet' : `${candidate.model} at ${candidate.vendor}`;

function interruption(documents: readonly ArrangementDocument[], picture: ProjectPicture): Scenario {
  const drills = picture.sources.drills.filter((one) => one.scenario === 'stressed' || one.kind === 'failover');
  const drill = newestDrill(drills, 'exit') ?? newestDrill(drills, 'failover');
  const tolerances = documents.flatMap(({ arrangement }) =>
    arrangement.functions.flatMap(({ impactToleranceHours }) => impactToleranceHours ?? []),
  );
  const within = tolerances.length === 0 ? '' : `; the functions bear ${Math.min(...tolerances)} hours`;
  const hours = drill?.hours ?? null;
  return {
    letter: 'a',
    title: 'Unforeseen and persistent interruption',
    signal: 'Errors or latency of the incumbent beyond the guardrails, with no end in sight.',
    first: `Send all traffic to ${substitute(picture)}.`,
    time: hours === null ? null : `${hours} hours by the newest drill${within}.`,
    shownBy: drill === null ? null : `${drill.id} of ${dayOf(drill.at)}, ${drill.passed ? 'passed' : 'failed'}.`,
    toShow: 'Drill the failover under stress and record how long it took.',
  };
}

function failedDelivery(picture: ProjectPicture): Scenario {
  const { evaluation, shadow } = picture.sources;
  const shown = [
    ...(evaluation === null ? [] : [`${evaluation.runId}: ${evaluation.parity.replace('_', ' ')}`]),
    ...(shadow === null ? [] : [`${shadow.runId}: shadow`]),
  ];
  return {
    letter: 'b',
    title: 'Failed or inappropriate delivery',
    signal: 'Another model answers than the one asked for, quality falls on the held-out set, or terms are broken.',
    first: `Freeze the present snapshot, score its answers again, and move traffic to ${substitute(picture)} step by step.`,
    time: leadTime(picture),
    shownBy: shown.length === 0 ? null : `${shown.join('; ')}.`,
    toShow: 'Evaluate a substitute on the held-out set, then let it answer in the shadow.',
  };
}

function termination(documents: readonly ArrangementDocument[], picture: ProjectPicture): Scenario {
  const notices = documents.flatMap(({ arrangement }) => arrangement.contract.noticeProviderDays ?? []);
  const notice = notices.length === 0 ? null : Math.min(...notices);
  const { catalog } = picture.sources;
  const end = catalog === null ? null : daysToWorstShutdown(catalog);
  const dated =
    end === null
      ? ''
      : end.isAnnounced
        ? ` ${end.model} ${endInWords(end.days)}.`
        : ` No end of ${end.model} is announced; its developer has given as little as ${counted(wholeDays(end.days), 'day')}.`;
  return {
    letter: 'c',
    title: 'Unexpected termination',
    signal: `Notice by the provider, or an announced end of the model.${dated}`,
    first: 'Export what the vendor holds, then migrate against the notice.',
    time: leadTime(picture),
    shownBy: notice === null ? null : `A notice of ${notice} days is agreed.`,
    toShow: 'Enter the notice that the contract grants, or negotiate one that covers the way out.',
  };
}

function leadTime({ sources }: ProjectPicture): string | null {
  return sources.catalog?.isLeadTimeMeasured === true
    ? `${Math.round(sources.catalog.exitLeadTimeDays)} days by own finished migrations.`
    : null;
}
