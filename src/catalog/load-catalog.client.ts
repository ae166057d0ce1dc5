// Reads the catalogue that ships with Openward. A fault in it ends the start: a wrong price is worse than none.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { ListedModelCatalog } from './listed-model-catalog.js';
import { readCatalogModels } from './read-catalog-models.js';

const shippedFile = fileURLToPath(new URL('../../config/catalog/models.yaml', import.meta.url));

/** Throws an Error that names every faulty row. */
export function loadCatalog(path: string = shippedFile): ListedModelCatalog {
  const document = parse(readFileSync(path, 'utf8')) as { models?: unknown } | null;
  return new ListedModelCatalog(readCatalogModels(document?.models));
}
