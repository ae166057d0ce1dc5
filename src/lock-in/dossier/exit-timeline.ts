// The dates that an exit is planned against, in order: ends of models and contracts, the last day on which notice can be
// given, and the last day on which one can begin to leave.
import { dayMs } from '../in-words.js';
import { noticeByOf, startOfDay } from '../register/notice-by.js';
import type { ProjectPicture } from '../register/project-picture.js';
import type { ArrangementDocument } from '../register/register-document.js';

export interface TimelineEntry {
  readonly at: number;
  readonly kind: 'now' | 'shutdown' | 'start-by' | 'contract' | 'notice' | 'test' | 'approval' | 'exit-done';
  readonly text: string;
  /** It lies behind and should not. */
  readonly isMissed: boolean;
}

type Entry = Omit<TimelineEntry, 'isMissed'>;

export function exitTimeline(
  documents: readonly ArrangementDocument[],
  picture: ProjectPicture,
): readonly TimelineEntry[] {
  const { now } = picture;
  const entries: Entry[] = [
    { at: now, kind: 'now', text: 'This dossier.' },
    ...ofModels(picture),
    ...documents.flatMap(ofContract),
    ...documents.flatMap(ofPlan),
    ...ofTests(picture),
  ];
  const dutiful = ['shutdown', 'start-by', 'notice', 'approval'];
  return entries
    .map((entry) => ({ ...entry, isMissed: dutiful.includes(entry.kind) && entry.at < now }))
    .sort((left, right) => left.at - right.at);
}

function ofModels({ sources: { catalog }, now }: ProjectPicture): Entry[] {
  if (catalog === null) {
    return [];
  }
  const { exitLeadTimeDays, isLeadTimeMeasured, models } = catalog;
  const leadMs = exitLeadTimeDays * dayMs;
  const how = isLeadTimeMeasured ? 'as own migrations took' : 'assumed: no own migration is finished';
  const days = `${Math.round(exitLeadTimeDays)} days, ${how}`;
  const ends = models.flatMap(({ model, shutdownAt }): Entry[] =>
    shutdownAt === null
      ? []
      : [
          { at: shutdownAt - leadMs, kind: 'start-by', text: `Last day to begin to leave ${model} (${days}).` },
          { at: shutdownAt, kind: 'shutdown', text: `${model} is shut down.` },
        ],
  );
  return [...ends, { at: now + leadMs, kind: 'exit-done', text: `Out, if one begins today (${days}).` }];
}

function ofContract(document: ArrangementDocument): Entry[] {
  const { endsOn, ref } = document.arrangement.contract;
  const noticeBy = noticeByOf(document.arrangement);
  return [
    ...(endsOn === null ? [] : [{ at: startOfDay(endsOn), kind: 'contract' as const, text: `Contract ${ref} ends.` }]),
    ...(noticeBy === null
      ? []
      : [{ at: noticeBy, kind: 'notice' as const, text: `Last day to give notice of ${ref}.` }]),
  ];
}

function ofPlan({ plan, arrangement }: ArrangementDocument): Entry[] {
  const { approval } = plan;
  const text = `The approval of the exit plan for ${arrangement.contract.ref} ends.`;
  return approval === null ? [] : [{ at: approval.validUntil, kind: 'approval', text }];
}

function ofTests({ sources: { drills } }: ProjectPicture): Entry[] {
  return drills
    .filter(({ kind }) => kind === 'exit' || kind === 'failover')
    .slice(0, 4)
    .map(({ at, kind, passed, scenario }) => ({
      at,
      kind: 'test',
      text: `${kind === 'exit' ? 'Exit' : 'Failover'} drill, ${scenario}: ${passed ? 'passed' : 'failed'}.`,
    }));
}
