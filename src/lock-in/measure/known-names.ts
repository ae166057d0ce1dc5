// Names of models as the catalogue knows them.
import type { CatalogModel, ModelCatalog } from '../../catalog/model-catalog.js';
import { plainModelName } from '../../catalog/models/developer-of.js';
import { ownServer } from '../traffic/read-exchange.js';
import type { KnownNames } from '../traffic/traffic-facts.js';

/** By the name that a call carries, whatever resellers put before it. */
export function modelNamed(catalog: ModelCatalog, name: string): CatalogModel | null {
  return catalog.find(name) ?? catalog.find(plainModelName(name));
}

export function knownNames(catalog: ModelCatalog): KnownNames {
  const developerOf = (name: string | null) =>
    name === null ? null : (modelNamed(catalog, name)?.developer ?? catalog.developerOf(name));
  return {
    developerOf: (name, vendor) => developerOf(name) ?? (vendor === ownServer ? ownServer : vendor),
    isSameModel: (one, other) => {
      const model = modelNamed(catalog, one);
      return model !== null && model.id === modelNamed(catalog, other)?.id;
    },
    // A name without a date moves by its form; the catalogue keeps no list of others.
    movingNames: new Set(),
  };
}
