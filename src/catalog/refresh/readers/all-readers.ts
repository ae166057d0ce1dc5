// Every document that the catalogue can be refreshed from by upload; what vendors list themselves is asked for, not uploaded.
import { bundleReader } from './read-bundle.js';
import { litellmReader } from './read-litellm-file.js';
import { modelsDevReader } from './read-models-dev-catalogue.js';
import type { CatalogReader } from './reader.js';

export const allReaders: readonly CatalogReader[] = [litellmReader, modelsDevReader, bundleReader];
