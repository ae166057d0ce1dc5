// Names of the service as people say them: ids stay in addresses and copied commands.

/** @example 'data ready' of 'data-ready' */
export function gateWord(name: string): string {
  return name.replaceAll('-', ' ');
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
