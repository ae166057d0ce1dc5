// Which terms held when an answer was given? By the route where it is declared, else by the address that was asked, else
// by the model that answered. What fits nowhere is unknown, never permitted.
import { bareModelName, longestBeginning, type VendorTerms } from './rights-rules.js';

export interface AnswerOrigin {
  /** Such as `openai/chatgpt-export`, as somebody declared it; null: not declared. */
  readonly route: string | null;
  /** Base address of the vendor, or the declared source of an upload; null: not known. */
  readonly address: string | null;
  readonly model: string | null;
  /** When the last of the answers was given, ms; null: not known. */
  readonly at: number | null;
}

export interface MatchedTerms {
  readonly terms: VendorTerms;
  /** False: given before the version that was read, or at a time that nobody knows. */
  readonly isVersionKnown: boolean;
}

const dayMs = 86_400_000;

export function matchTerms(origin: AnswerOrigin, terms: readonly VendorTerms[]): MatchedTerms | null {
  const found = byRoute(origin, terms) ?? byAddress(origin, terms) ?? byModel(origin, terms);
  if (found === null) {
    return null;
  }
  const versions = terms
    .filter(({ vendor, route }) => vendor === found.vendor && route === found.route)
    .sort((one, other) => one.effectiveFrom - other.effectiveFrom);
  const { at } = origin;
  const held = at === null ? undefined : versions.find((one) => holdsAt(one, at));
  return { terms: held ?? versions.at(-1) ?? found, isVersionKnown: held !== undefined };
}

function holdsAt({ effectiveFrom, effectiveUntil }: VendorTerms, at: number): boolean {
  return at >= effectiveFrom && (effectiveUntil === null || at < effectiveUntil + dayMs);
}

function byRoute({ route }: AnswerOrigin, terms: readonly VendorTerms[]): VendorTerms | null {
  return route === null ? null : (terms.find((one) => `${one.vendor}/${one.route}` === route) ?? null);
}

function byAddress({ address }: AnswerOrigin, terms: readonly VendorTerms[]): VendorTerms | null {
  const asked = address?.toLowerCase() ?? '';
  return terms.find(({ addresses }) => addresses.some((part) => asked.includes(part))) ?? null;
}

function byModel({ model }: AnswerOrigin, terms: readonly VendorTerms[]): VendorTerms | null {
  if (model === null) {
    return null;
  }
  const name = bareModelName(model);
  const fits = terms.map((one) => ({ one, length: longestBeginning(name, one.models) }));
  const best = fits.sort((left, right) => right.length - left.length)[0];
  return best === undefined || best.length === 0 ? null : best.one;
}
