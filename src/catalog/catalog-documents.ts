// Everything that ships with the program about models, read and checked against itself.
import type { GpuPrice } from './compute/gpu-price.js';
import type { LoadCurve } from './compute/load-curve.js';
import type { ModelLicence } from './licences/model-licence.js';
import type { VendorTermsText } from './licences/read-licences.js';
import type { LifecycleDocument } from './lifecycle/read-lifecycle.js';
import type { Developer } from './models/developer-of.js';
import type { ModelIdentity } from './models/model-identity.js';
import type { PriceRow } from './prices/price-row.js';

export interface CatalogDocuments {
  readonly models: readonly ModelIdentity[];
  readonly developers: readonly Developer[];
  readonly prices: readonly PriceRow[];
  readonly lifecycle: LifecycleDocument;
  readonly licences: readonly ModelLicence[];
  readonly vendorTerms: readonly VendorTermsText[];
  readonly gpuPrices: readonly GpuPrice[];
  readonly loadCurves: readonly LoadCurve[];
}

/** Names that one file uses and another does not have: a sentence for each. */
export function danglingNames(documents: CatalogDocuments): readonly string[] {
  const models = new Set(documents.models.map(({ id }) => id));
  const developers = new Set(documents.developers.map(({ name }) => name));
  const families = new Set(documents.licences.map(({ family }) => family));
  const unknown = (what: string, names: readonly string[], known: ReadonlySet<string>) =>
    [...new Set(names)].filter((name) => !known.has(name)).map((name) => `${what} names ${name}, which is not there`);
  const { records, notices } = documents.lifecycle;
  return [
    ...unknown(
      'a price',
      documents.prices.map(({ model }) => model),
      models,
    ),
    ...unknown(
      'an end',
      records.map(({ model }) => model),
      models,
    ),
    ...unknown(
      'a load curve',
      documents.loadCurves.map(({ model }) => model),
      models,
    ),
    ...unknown(
      'a model',
      documents.models.map(({ developer }) => developer),
      developers,
    ),
    ...unknown(
      'a notice',
      notices.map(({ developer }) => developer),
      developers,
    ),
    ...unknown(
      'a model',
      documents.models.flatMap(({ licenceFamily }) => licenceFamily ?? []),
      families,
    ),
  ];
}
