// Names of the service as people say them: ids stay in addresses and copied commands.

const gates: Readonly<Record<string, string>> = {
  intake: 'intake',
  'data-ready': 'data ready',
  'candidate-exists': 'candidate exists',
  'not-inferior': 'not inferior',
  'shadow-agrees': 'shadow agrees',
  'canary-quiet': 'canary quiet',
  'ramp-quiet': 'ramp quiet',
  'ready-to-complete': 'ready to complete',
};

/** @example 'data ready' of 'data-ready' */
export function gateWord(name: string): string {
  return gates[name] ?? name.replaceAll('-', ' ');
}

/** @example 'risk owner' of 'risk-owner' */
export function roleWord(role: string): string {
  return role === 'admin' ? 'administrator' : role.replaceAll('-', ' ');
}

/** @example 'approver or risk owner' of ['approver', 'risk-owner'] */
export function rolesInWords(roles: readonly string[]): string {
  const words = roles.map(roleWord);
  const last = words.at(-1) ?? 'nobody';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} or ${last}`;
}
