// A bundle: the catalogue of one installation for another that cannot reach the internet. The same catalogue always makes the
// same text, the digest in it says whether it arrived whole, and a signature over the digest who vouches for it.
import { canonicalJson } from '../../../kernel/canonical-json.js';
import { sha256Hex } from '../../../kernel/digest.js';
import { isPrice } from '../../../kernel/money.js';
import { isRefusal, type Refusal, refusal } from '../../../kernel/refusal.js';
import { isField, listedField, offerKey, priceNameOf, shutdownField, sourceRanks } from '../catalog-row.js';
import type { PresentCatalog } from '../present-catalog.js';
import type { ReadOffers, ToldOffer } from '../reading.js';
import { plainCount, plainDay } from './decimal-text.js';
import type { CatalogReader } from './reader.js';

const bundleFormat = 'openward-catalog/1';

interface BundledFact {
  readonly value: string;
  readonly source: string;
  readonly validFrom: number;
}

interface BundledOffer {
  readonly host: string;
  readonly region: string | null;
  readonly model: string;
  readonly facts: Readonly<Record<string, BundledFact>>;
}

type Entry = Readonly<Record<string, unknown>>;

function digestOfOffers(offers: unknown): string {
  return sha256Hex(canonicalJson({ format: bundleFormat, offers }));
}

/** Who vouches for a bundle: an Ed25519 signature over `signedText`, in base64, and which key made it. */
export interface BundleSignature {
  readonly keyId: string;
  readonly ed25519: string;
}

/** What is signed: the digest of the content, with the format before it, so that it can be taken for nothing else. */
export function signedText(sha256: string): string {
  return `${bundleFormat} ${sha256}`;
}

/** What a text says of its digest and of who signed it; null where it says nothing that could be checked. */
export function signatureIn(text: string): { readonly sha256: string; readonly signature: BundleSignature } | null {
  try {
    const { sha256, signature } = (JSON.parse(text) ?? {}) as Entry;
    const { keyId, ed25519 } = (signature ?? {}) as Entry;
    const isSigned = typeof sha256 === 'string' && typeof keyId === 'string' && typeof ed25519 === 'string';
    return isSigned ? { sha256, signature: { keyId, ed25519 } } : null;
  } catch {
    return null;
  }
}

/**
 * Canonical JSON with the SHA-256 of its content; depends on the facts alone, not on when or where it is written.
 * @param sign makes the signature over the text that it is given; null where nobody signs
 */
export function writeBundle(
  present: PresentCatalog,
  sign: (text: string) => BundleSignature | null = () => null,
): string {
  const offers = [...present.values()].map(({ offer, facts }): BundledOffer => {
    const known = [...facts].flatMap(([field, { value, source, validFrom }]) =>
      value === null ? [] : [[field, { value, source, validFrom }] as const],
    );
    return { ...offer, facts: Object.fromEntries(known) };
  });
  const keyed = offers.map((one) => ({ key: offerKey(one), one })).sort((a, b) => (a.key < b.key ? -1 : 1));
  const sorted = keyed.map(({ one }) => one);
  const sha256 = digestOfOffers(sorted);
  const signature = sign(signedText(sha256));
  return canonicalJson({ format: bundleFormat, offers: sorted, sha256, ...(signature === null ? {} : { signature }) });
}

function isValue(field: string, value: string): boolean {
  if (priceNameOf(field) !== null) {
    return isPrice(value);
  }
  if (field === listedField) {
    return value === 'yes' || value === 'no';
  }
  return field === shutdownField ? plainDay(value) === value : plainCount(value) === value;
}

function isFact(field: string, fact: unknown): fact is BundledFact {
  const { value, source, validFrom } = (fact ?? {}) as Entry;
  const isWhole = typeof value === 'string' && typeof source === 'string' && source !== '';
  return isWhole && Number.isSafeInteger(validFrom) && isField(field) && isValue(field, value);
}

function offerOf(told: unknown, fault: (reason: string) => void): ToldOffer[] {
  const { host, region, model, facts } = (typeof told === 'object' && told !== null ? told : {}) as Entry;
  const isNamed = typeof host === 'string' && typeof model === 'string' && host !== '' && model !== '';
  if (!isNamed || (region !== null && typeof region !== 'string') || typeof facts !== 'object' || facts === null) {
    fault('an offer without host, region, model and facts is left out');
    return [];
  }
  const values: Record<string, string> = {};
  const origins: Record<string, { source: string; validFrom: number }> = {};
  for (const [field, fact] of Object.entries(facts)) {
    if (isFact(field, fact)) {
      values[field] = fact.value;
      origins[field] = { source: fact.source, validFrom: fact.validFrom };
    } else {
      fault(`${host} ${model}: ${field} is no fact that the catalogue can hold`);
    }
  }
  return [{ host, region, model, values, origins }];
}

function contentOf(text: string): readonly unknown[] | Refusal {
  const fault = refusal('bad-request', `The body is no bundle: JSON of the format ${bundleFormat}.`);
  try {
    const { format, offers, sha256 } = (JSON.parse(text) ?? {}) as Entry;
    if (format !== bundleFormat || !Array.isArray(offers)) {
      return fault;
    }
    return digestOfOffers(offers) === sha256
      ? offers
      : refusal('bad-request', 'The bundle is not what was exported: its sha256 does not fit its content.');
  } catch {
    return fault;
  }
}

function read(text: string): ReadOffers | Refusal {
  const content = contentOf(text);
  if (isRefusal(content)) {
    return content;
  }
  const faults: string[] = [];
  const offers = content.flatMap((one) => offerOf(one, (reason) => faults.push(reason)));
  return { offers, faults };
}

export const bundleReader: CatalogReader = {
  kind: 'bundle',
  takes: 'a bundle of another installation (GET /v1/catalog/bundle)',
  rank: sourceRanks.providerPage,
  read,
};
