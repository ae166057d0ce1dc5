import type { Policy } from '../kernel/policy.js';
import type { Policies } from '../platform/config/policies.js';
import type { Project } from './project.js';

/** The policy that judges the project: its own once frozen, the one that it names before; null when that is gone. */
export function judgingPolicy(project: Project, policies: Policies): Policy | null {
  return project.policy ?? policies.named(project.brief.policyName)?.policy ?? null;
}
