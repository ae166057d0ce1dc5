// What the form says, as the service wants it.
import type { Schemas } from '../../api/client';

export type CreateProject = Schemas['CreateProjectRequest'];

export interface ModelChoice {
  readonly vendor: string;
  readonly model: string;
}

/** The vendor under which candidates that are trained and served here answer. */
export const ownVendor = 'openward';

function text(form: FormData, name: string): string {
  return String(form.get(name) ?? '').trim();
}

export interface Choices {
  readonly incumbent: ModelChoice;
  readonly candidate: ModelChoice;
}

export function requestOf(form: FormData, { incumbent, candidate }: Choices): CreateProject {
  const instructions = text(form, 'instructions');
  const kind = text(form, 'kind') as CreateProject['task']['kind'];
  return {
    name: text(form, 'name'),
    owner: text(form, 'owner'),
    task: { kind, description: text(form, 'description'), ...(instructions === '' ? {} : { instructions }) },
    incumbent,
    candidate,
    criticality: text(form, 'criticality') as CreateProject['criticality'],
    policy: text(form, 'policy'),
  };
}
