// What was read at the start, once for all who need it: the documents that ship, and what the operator says beside them.
import type { CatalogDocuments } from './catalog-documents.js';
import type { Override } from './overrides/override.js';

export class CatalogFiles {
  constructor(
    readonly documents: CatalogDocuments,
    readonly overrides: readonly Override[],
  ) {}
}
