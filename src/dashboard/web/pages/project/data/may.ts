// Which roles may do what with the data, as the service holds it: a button that would be refused is not offered.
import { useMe } from '../../../api/queries';

const roles = {
  import: ['lead', 'admin'],
  declareRights: ['lead', 'admin', 'risk-owner'],
  measure: ['lead', 'admin'],
  curate: ['lead', 'admin'],
  declarePlan: ['lead', 'admin', 'risk-owner'],
  waive: ['risk-owner'],
  endWaiver: ['risk-owner', 'lead'],
  sign: ['approver', 'risk-owner'],
  seeRows: ['lead', 'approver', 'risk-owner', 'admin'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Deed = keyof typeof roles;

/** 'An approver or a risk owner': begins a sentence. */
export function whoMay(deed: Deed): string {
  const said = roles[deed]
    .map((role) => `${/^[aeiou]/.test(role) ? 'an' : 'a'} ${role.replace('-', ' ')}`)
    .join(' or ');
  return said.charAt(0).toUpperCase() + said.slice(1);
}

export function useMay(deed: Deed): boolean {
  const me = useMe();
  const allowed: readonly string[] = roles[deed];
  return me.data !== undefined && allowed.includes(me.data.role);
}
