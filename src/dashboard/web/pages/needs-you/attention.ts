// What waits for a person, most urgent first. Read from the board alone: no guess, no score of our own.

import type { Me, ProjectStatus } from '../../api/queries';
import { inPlainWords } from '../../pieces/criterion-words';
import { gateWord } from '../../pieces/service-words';
import { isEnded } from '../board/board-filter';
import { endingOf } from '../board/shutdown-words';

export type AttentionKind =
  | 'contained'
  | 'tripped'
  | 'blind'
  | 'inconclusive'
  | 'approval'
  | 'gate-failing'
  | 'job-failed'
  | 'shutdown'
  | 'deadline'
  | 'lock-in'
  | 'paused';

export interface Attention {
  readonly kind: AttentionKind;
  readonly project: ProjectStatus;
  /** A sentence. */
  readonly text: string;
  /** Where it can be dealt with. */
  readonly to: string;
}

const order: readonly AttentionKind[] = [
  'contained',
  'tripped',
  'blind',
  'inconclusive',
  'approval',
  'gate-failing',
  'job-failed',
  'shutdown',
  'deadline',
  'lock-in',
  'paused',
];
const exposed = new Set(['cutover', 'completed', 'contained']);
const dayMs = 86_400_000;
const deadlineDays = 7;

export function attentionOf(board: readonly ProjectStatus[], me: Me, now = Date.now()): readonly Attention[] {
  return board
    .flatMap((project) => ofProject(project, me, now))
    .sort((left, right) => order.indexOf(left.kind) - order.indexOf(right.kind));
}

function ofProject(project: ProjectStatus, me: Me, now: number): Attention[] {
  const found: Attention[] = [];
  const add = (kind: AttentionKind, text: string, tab = '') =>
    found.push({ kind, project, text, to: `/projects/${project.id}${tab}` });
  ofSafety(project, add);
  ofGate(project, me, add);
  if (project.job === 'failed') {
    add('job-failed', 'The work of this stage failed and waits for a decision.');
  }
  ofDays(project, now, add);
  if (project.lockIn?.band === 'severe' && !isEnded(project)) {
    const score = Math.round(project.lockIn.score);
    add('lock-in', `Lock-in is severe: ${score} of 100. Leave, or have somebody sign for staying.`, '/lock-in');
  }
  if (project.hold === 'paused') {
    add('paused', 'Paused: nothing moves forward until it is resumed.');
  }
  return found;
}

type Add = (kind: AttentionKind, text: string, tab?: string) => void;

function ofSafety(project: ProjectStatus, add: Add): void {
  if (project.stage === 'contained') {
    add('contained', 'A breach with no healthy incumbent to go back to: exposure is frozen.', '/rollout');
  }
  if (project.guardrail === 'tripped') {
    add('tripped', 'A guardrail tripped.', '/rollout');
  }
  if (project.guardrail === 'blind') {
    add('blind', 'A guardrail cannot see: too few calls to judge by.', '/rollout');
  }
}

function ofGate(project: ProjectStatus, me: Me, add: Add): void {
  const { gate } = project;
  const isWaiting = gate?.state === 'awaitingApproval';
  if (isWaiting && (me.role === 'approver' || me.role === 'risk-owner' || me.role === 'admin')) {
    add(
      'approval',
      `The gate “${gateWord(gate.name)}” waits for approval: ${gate.approvalsGiven ?? 0} of ${gate.approvalsRequired ?? '?'} given.`,
    );
  }
  if (gate?.state === 'inconclusive') {
    add(
      'inconclusive',
      inPlainWords(gate.missing[0]?.text ?? project.healthReason),
      exposed.has(project.stage) ? '/rollout' : '',
    );
  }
  if (gate?.state === 'blocked' || gate?.outcome === 'fail') {
    add('gate-failing', inPlainWords(gate.missing[0]?.text ?? `The gate “${gateWord(gate.name)}” is closed.`));
  }
}

function ofDays(project: ProjectStatus, now: number, add: Add): void {
  const ending = endingOf(project);
  if (ending !== null) {
    add('shutdown', ending.isForced ? `Forced exit: ${ending.text}.` : `${ending.text}.`, '/lock-in');
  }
  const endsAt = project.rollbackWindowEndsAt;
  if (endsAt !== null && Date.parse(endsAt) - now < deadlineDays * dayMs) {
    add('deadline', `The rollback window ends on ${endsAt.slice(0, 10)}.`, '/rollout');
  }
}
