// What a vendor's own list says: which models it has, and until when. It is the best source there is about its own models.
import { contextField, listedField, shutdownField, sourceRanks } from '../catalog-row.js';
import type { Reading, ToldOffer } from '../reading.js';
import { hostName } from './host-names.js';

interface Listed {
  readonly id: string;
  readonly shutdownOn: string | null;
  readonly contextTokens: number | null;
}

export function vendorSource(vendor: string): string {
  return `vendor:${vendor}`;
}

/** @param about `observedAt` in ms */
export function readVendorListing(
  models: readonly Listed[],
  about: { readonly vendor: string; readonly digest: string; readonly observedAt: number },
): Reading {
  const offers = models.map(({ id, shutdownOn, contextTokens }): ToldOffer => {
    const values: Record<string, string> = { [listedField]: 'yes' };
    if (shutdownOn !== null) {
      values[shutdownField] = shutdownOn;
    }
    if (contextTokens !== null) {
      values[contextField] = String(contextTokens);
    }
    return { host: hostName(about.vendor), region: null, model: id, values };
  });
  const { vendor, digest, observedAt } = about;
  return { kind: 'vendor', source: vendorSource(vendor), rank: sourceRanks.providerApi, observedAt, digest, offers };
}
