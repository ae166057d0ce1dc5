// Which version of a vendor's terms held when an answer was given? By the address that was asked, else by the name of the
// model: kept with every call, because terms change and what was captured under the old ones stays under them.
import type { VendorTermsText } from './read-licences.js';

const dayMs = 86_400_000;

export interface TermsQuestion {
  /** Base address of the connection; null: not known. */
  readonly address: string | null;
  readonly model: string | null;
  /** When the call was made, ms. */
  readonly at: number;
}

/** Such as `openai-services-agreement@2026-01-01`; null where no version on file held then. */
export function termsVersionAt(question: TermsQuestion, terms: readonly VendorTermsText[]): string | null {
  const found = byAddress(question, terms) ?? byModel(question, terms);
  const held = terms.find(
    (one) => one.vendor === found?.vendor && one.route === found.route && holdsAt(one, question.at),
  );
  return held === undefined ? null : versionOf(held);
}

/** A version by the name that calls keep. */
export function termsNamed(version: string, terms: readonly VendorTermsText[]): VendorTermsText | null {
  return terms.find((one) => versionOf(one) === version) ?? null;
}

function versionOf({ id, effectiveFrom }: VendorTermsText): string {
  return `${id}@${effectiveFrom}`;
}

function holdsAt({ effectiveFrom, effectiveUntil }: VendorTermsText, at: number): boolean {
  return at >= Date.parse(effectiveFrom) && (effectiveUntil === null || at < Date.parse(effectiveUntil) + dayMs);
}

function byAddress({ address }: TermsQuestion, terms: readonly VendorTermsText[]): VendorTermsText | undefined {
  const asked = address?.toLowerCase() ?? '';
  return terms.find(({ addresses }) => addresses.some((part) => asked.includes(part)));
}

/** The longest beginning that the bare name has. */
function byModel({ model }: TermsQuestion, terms: readonly VendorTermsText[]): VendorTermsText | undefined {
  const name = model === null ? '' : model.slice(model.lastIndexOf('/') + 1).toLowerCase();
  const lengthOf = ({ models }: VendorTermsText) =>
    models.reduce((longest, one) => (name.startsWith(one) ? Math.max(longest, one.length) : longest), 0);
  const best = [...terms].sort((one, other) => lengthOf(other) - lengthOf(one))[0];
  return best === undefined || lengthOf(best) === 0 ? undefined : best;
}
