// What somebody changed of a project's brief, and nothing else: what is not sent stays, and is no entry of the history.
import type { Project } from '../../../api/queries';
import { given, numberOf, textOf } from '../../../pieces/read-form';

const decidedStages = new Set(['assessing']);
const candidateStages = new Set(['assessing', 'deciding', 'collecting']);

/** Once it was decided to migrate, what was decided about is frozen; once there is a candidate, so is the candidate. */
export function mayChange({ stage }: Pick<Project, 'stage'>): { readonly brief: boolean; readonly candidate: boolean } {
  return { brief: decidedStages.has(stage), candidate: candidateStages.has(stage) };
}

type Brief = Pick<
  Project,
  'name' | 'owner' | 'task' | 'incumbent' | 'candidate' | 'criticality' | 'policy' | 'capture'
>;

/** Fields that the form does not have stay as they are. */
export function changesOf(project: Brief, form: FormData): Record<string, unknown> {
  const plain = ['name', 'owner', 'criticality', 'policy'] as const;
  const changed = plain.flatMap((field) => {
    const typed = textOf(form, field);
    return typed === undefined || typed === project[field] ? [] : [[field, typed] as const];
  });
  return given({
    ...Object.fromEntries(changed),
    task: taskIn(project.task, form),
    incumbent: targetIn('incumbent', project.incumbent, form),
    candidate: targetIn('candidate', project.candidate, form),
    capture: captureIn(project.capture, form),
  });
}

function taskIn(task: Brief['task'], form: FormData) {
  if (!form.has('description')) {
    return undefined;
  }
  const description = textOf(form, 'description') ?? '';
  const instructions = textOf(form, 'instructions');
  const isSame = description === task.description && (instructions ?? '') === (task.instructions ?? '').trim();
  return isSame ? undefined : given({ kind: task.kind, description, instructions });
}

function targetIn(side: 'incumbent' | 'candidate', target: Brief['incumbent'], form: FormData) {
  const vendor = textOf(form, `${side}-vendor`) ?? target.vendor;
  const model = textOf(form, `${side}-model`) ?? target.model;
  return vendor === target.vendor && model === target.model ? undefined : { vendor, model };
}

function captureIn(capture: Brief['capture'], form: FormData) {
  const percent = numberOf(form, 'capture-percent');
  const bodies = form.has('capture-bodies') ? form.get('capture-bodies') === 'yes' : capture.bodies;
  const share = percent === undefined ? capture.share : percent / 100;
  return share === capture.share && bodies === capture.bodies ? undefined : { share, bodies };
}
