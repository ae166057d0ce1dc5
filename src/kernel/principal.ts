// Who asks. A person may hold several tokens; four eyes count persons, never tokens.

export const roles = ['viewer', 'lead', 'approver', 'risk-owner', 'admin', 'service'] as const;
export type Role = (typeof roles)[number];

export interface Principal {
  readonly tokenId: string;
  /** The person (or named machine account) behind the token: what four eyes are counted by. */
  readonly person: string;
  readonly role: Role;
  /** Project ids this token may see; `all` for every project. */
  readonly projects: 'all' | readonly string[];
}

/** What Openward does by itself (jobs, deadlines, guardrails). Never approves. */
export const systemActor = 'system';

/** Whether the principal may see the project at all. */
export function maySee(principal: Principal, projectId: string): boolean {
  return principal.projects === 'all' || principal.projects.includes(projectId);
}
