// Reads every policy of a folder. A faulty policy stops the start: a project must never be judged by half a policy.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { ReasonedPolicy } from '../../kernel/policy.js';
import { ConfigurationError } from './load-configuration.client.js';
import { Policies } from './policies.js';
import { readPolicy } from './read-policy.js';

const why = (error: unknown) => (error instanceof Error ? error.message : 'unknown reason');

/** Null and a fault where the file is no YAML. */
function documentIn(path: string, faults: string[]): { document: unknown } | null {
  try {
    return { document: parse(readFileSync(path, 'utf8')) };
  } catch (error) {
    faults.push(`${path}: cannot be read: ${why(error)}`);
    return null;
  }
}

function filesIn(directory: string): string[] {
  try {
    return readdirSync(directory)
      .filter((name) => name.endsWith('.yaml'))
      .sort();
  } catch (error) {
    throw new ConfigurationError([`policies.directory: cannot be read: ${why(error)}`]);
  }
}

function freezeAll(reasoned: ReasonedPolicy): ReasonedPolicy {
  const { policy } = reasoned;
  for (const part of [reasoned, reasoned.reasons, policy, policy.rollout.weightsPercent, ...Object.values(policy)]) {
    Object.freeze(part);
  }
  Object.freeze(policy.approvals.requiredPerGate);
  return reasoned;
}

/** Each policy is a file `<name>.yaml`. Throws a `ConfigurationError` with every fault of every file. */
export function loadPolicies(directory: string): Policies {
  const faults: string[] = [];
  const found = new Map<string, ReasonedPolicy>();
  for (const file of filesIn(directory)) {
    const path = join(directory, file);
    const read = documentIn(path, faults);
    const result = read === null ? [] : readPolicy(read.document);
    if ('policy' in result) {
      found.set(result.policy.name, freezeAll(result));
      if (`${result.policy.name}.yaml` !== file) {
        faults.push(`${path}: name: must be the name of the file`);
      }
    } else {
      faults.push(...result.map((fault) => `${path}: ${fault.path}: ${fault.reason}`));
    }
  }
  if (found.size === 0 && faults.length === 0) {
    faults.push(`policies.directory: ${directory} holds no policy`);
  }
  if (faults.length > 0) {
    throw new ConfigurationError(faults);
  }
  return new Policies(found);
}
