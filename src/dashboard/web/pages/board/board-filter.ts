// What of the board is shown, and in which order: kept in the address, so that a view can be sent to somebody.
import type { ProjectStatus } from '../../api/queries';

export const stages = [
  'assessing',
  'deciding',
  'collecting',
  'tuning',
  'evaluating',
  'cutover',
  'completed',
  'rolledBack',
  'contained',
  'decommissioned',
  'retained',
  'aborted',
] as const;

const stageWords: Readonly<Record<string, string>> = {
  assessing: 'Assessing',
  deciding: 'Deciding',
  collecting: 'Collecting',
  tuning: 'Tuning',
  evaluating: 'Evaluating',
  cutover: 'Cutover',
  completed: 'Completed',
  rolledBack: 'Rolled back',
  contained: 'Contained',
  decommissioned: 'Decommissioned',
  retained: 'Retained',
  aborted: 'Aborted',
};

export function stageWord(stage: string): string {
  return stageWords[stage] ?? stage;
}

export type BoardSort = 'name' | 'owner' | 'stage' | 'health' | 'days' | 'lock-in' | 'weight';

/** Columns that order the table; numbers run from the highest. */
export const sorts = [
  { key: 'name', label: 'Project', isNumber: false },
  { key: 'owner', label: 'Owner', isNumber: false },
  { key: 'stage', label: 'Stage', isNumber: false },
  { key: 'health', label: 'Health', isNumber: false },
  { key: 'days', label: 'Days', isNumber: true },
  { key: 'lock-in', label: 'Lock-in', isNumber: true },
  { key: 'weight', label: 'Candidate', isNumber: true },
] as const satisfies readonly { key: BoardSort; label: string; isNumber: boolean }[];

export interface BoardFilter {
  readonly text: string;
  readonly owner: string;
  readonly health: string;
  readonly showEnded: boolean;
  readonly form: 'board' | 'table';
  readonly sort: BoardSort;
}

const ended = new Set(['decommissioned', 'retained', 'aborted']);

export function isEnded({ stage }: ProjectStatus): boolean {
  return ended.has(stage);
}

export function filterOf(search: URLSearchParams): BoardFilter {
  const sort = sorts.find(({ key }) => key === search.get('sort'));
  return {
    text: search.get('text') ?? '',
    owner: search.get('owner') ?? '',
    health: search.get('health') ?? '',
    showEnded: search.get('ended') === '1',
    form: search.get('form') === 'table' ? 'table' : 'board',
    sort: sort?.key ?? 'stage',
  };
}

export function filtered(board: readonly ProjectStatus[], filter: BoardFilter): readonly ProjectStatus[] {
  const text = filter.text.toLowerCase();
  return board.filter(
    (one) =>
      (filter.showEnded || !isEnded(one)) &&
      (filter.owner === '' || one.owner === filter.owner) &&
      (filter.health === '' || (one.health ?? 'unknown') === filter.health) &&
      (text === '' ||
        `${one.name} ${one.owner} ${one.incumbent.model} ${one.candidate.model}`.toLowerCase().includes(text)),
  );
}

const healthOrder = ['off-track', 'at-risk', 'on-track'];
const stageOrder: readonly string[] = stages;

const rankOf: Readonly<Record<BoardSort, (project: ProjectStatus) => number>> = {
  name: () => 0,
  owner: () => 0,
  stage: ({ stage }) => stageOrder.indexOf(stage),
  // What nobody measured comes last.
  health: ({ health }) => (health === null ? healthOrder.length : healthOrder.indexOf(health)),
  days: ({ stageSince }) => Date.parse(stageSince),
  'lock-in': ({ lockIn }) => -(lockIn?.score ?? -1),
  weight: ({ traffic }) => -traffic.candidateWeightPercent,
};

const byName = new Intl.Collator('en', { numeric: true }).compare;

export function sorted(projects: readonly ProjectStatus[], sort: BoardSort): readonly ProjectStatus[] {
  const rank = rankOf[sort];
  return [...projects].sort(
    (left, right) =>
      rank(left) - rank(right) ||
      (sort === 'owner' ? byName(left.owner, right.owner) : 0) ||
      byName(left.name, right.name),
  );
}

/** In one pass: a board may hold thousands. */
export function byStage(projects: readonly ProjectStatus[]): ReadonlyMap<string, readonly ProjectStatus[]> {
  const found = new Map<string, ProjectStatus[]>();
  for (const project of projects) {
    const own = found.get(project.stage);
    if (own === undefined) {
      found.set(project.stage, [project]);
    } else {
      own.push(project);
    }
  }
  return found;
}

const dayMs = 86_400_000;

export function daysIn(project: ProjectStatus, now = Date.now()): number {
  return Math.max(0, Math.floor((now - Date.parse(project.stageSince)) / dayMs));
}
