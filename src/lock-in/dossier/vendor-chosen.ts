// Which vendor is a dossier about? By the provider's name in the register, or by the name of a connection: then by the host
// that both name, since nothing else ties a connection to a contract.
import { type Refusal, refusal } from '../../kernel/refusal.js';
import type { Register } from '../register/register-document.js';

export interface VendorChoice {
  /** What was asked for; undefined: nothing was. */
  readonly name: string | undefined;
  /** Providers of the register, or the incumbent where it names none. */
  readonly vendors: readonly string[];
  readonly register: Register;
  /** Address of the connection of that name; null: there is none. */
  readonly baseUrl: string | null;
}

/** A provider; or why none can be told. */
export function vendorChosen({ name, vendors, register, baseUrl }: VendorChoice): string | Refusal {
  if (name !== undefined && vendors.includes(name)) {
    return name;
  }
  const byHost = baseUrl === null ? [] : providersAt(new URL(baseUrl), register);
  const found = name === undefined ? vendors : byHost;
  const [only, ...others] = found;
  if (only === undefined) {
    const why =
      baseUrl === null
        ? `The register names no vendor ${name}, and no connection has that name.`
        : `No arrangement has a route to ${new URL(baseUrl).hostname}, where the connection ${name} leads.`;
    return refusal('not-found', why);
  }
  return others.length === 0
    ? only
    : refusal('bad-request', `The register names several vendors; choose one by ?vendor=: ${found.join(', ')}.`);
}

function providersAt({ host, hostname }: URL, { arrangements }: Register): readonly string[] {
  const isThere = (told: string) => [host, hostname].includes(told.toLowerCase());
  const found = arrangements.filter(({ arrangement }) => arrangement.routes.some((route) => isThere(route.host)));
  return [...new Set(found.map(({ arrangement }) => arrangement.provider.name))];
}
