// What on the wall needs somebody, gravest first. No role is asked: the wall belongs to everybody who walks by.
import type { ProjectStatus } from '../../../api/queries';
import { inPlainWords } from '../../../pieces/criterion-words';
import { gateWord } from '../../../pieces/service-words';
import { endingOf } from '../shutdown-words';

export interface UrgentThing {
  readonly project: ProjectStatus;
  readonly word: string;
  readonly text: string;
  readonly isBad: boolean;
}

const rules: readonly ((project: ProjectStatus) => Omit<UrgentThing, 'project'> | null)[] = [
  ({ stage }) =>
    stage === 'contained' ? { word: 'Contained', text: 'No healthy model to go back to.', isBad: true } : null,
  ({ guardrail }) => (guardrail === 'tripped' ? { word: 'Tripped', text: 'A guardrail tripped.', isBad: true } : null),
  ({ job }) => (job === 'failed' ? { word: 'Failed', text: 'The work of this stage failed.', isBad: true } : null),
  ({ health, healthReason }) =>
    health === 'off-track' ? { word: 'Off track', text: inPlainWords(healthReason), isBad: true } : null,
  ({ guardrail }) =>
    guardrail === 'blind' ? { word: 'Blind', text: 'A guardrail has too few calls to judge by.', isBad: false } : null,
  (project) => {
    const ending = endingOf(project);
    return ending?.isForced === true ? { word: 'Forced exit', text: ending.text, isBad: true } : null;
  },
  ({ gate }) =>
    gate?.state === 'awaitingApproval'
      ? {
          word: 'Approval',
          text: `Gate “${gateWord(gate.name)}”: ${gate.approvalsGiven ?? 0} of ${gate.approvalsRequired ?? '?'} given.`,
          isBad: false,
        }
      : null,
];

/** One line for each project: the gravest of what is wrong with it. */
export function urgentOf(projects: readonly ProjectStatus[]): readonly UrgentThing[] {
  return projects
    .flatMap((project) => {
      const rank = rules.findIndex((rule) => rule(project) !== null);
      const thing = rules[rank]?.(project) ?? null;
      return thing === null ? [] : [{ rank, project, ...thing }];
    })
    .sort((left, right) => left.rank - right.rank || daysOf(left.project) - daysOf(right.project));
}

/** Until the model ends; what ends sooner comes first. */
function daysOf(project: ProjectStatus): number {
  return endingOf(project)?.days ?? Number.MAX_SAFE_INTEGER;
}
