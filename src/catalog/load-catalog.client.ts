// Reads the catalogue that ships with Openward, and what the operator says beside it. A fault in either ends the start: a
// wrong price is worse than none.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import type { Clock } from '../kernel/clock.js';
import { type CatalogDocuments, danglingNames } from './catalog-documents.js';
import { readGpuPrices } from './compute/gpu-price.js';
import { readLoadCurves } from './compute/load-curve.js';
import { readLicences, readVendorTerms } from './licences/read-licences.js';
import { readLifecycle } from './lifecycle/read-lifecycle.js';
import { readDevelopers } from './models/developer-of.js';
import { readModels } from './models/read-models.js';
import { type Override, unknownModels } from './overrides/override.js';
import { readOverrides } from './overrides/read-overrides.js';
import { readPrices } from './prices/read-prices.js';
import { nothingBrought, StandingModelCatalog } from './standing-model-catalog.js';

const shippedFolder = fileURLToPath(new URL('../../config/catalog', import.meta.url));
const systemClock: Clock = { now: () => Date.now() };

type Read<Part> = (document: unknown, faults: string[]) => Part;

function failOn(faults: readonly string[], what: string): void {
  if (faults.length > 0) {
    throw new Error(`${what} is faulty:\n${faults.join('\n')}`);
  }
}

/** Throws an Error that names every fault of every file. */
export function loadCatalogDocuments(folder: string = shippedFolder): CatalogDocuments {
  const faults: string[] = [];
  const file = <Part>(name: string, read: Read<Part>): Part => {
    const own: string[] = [];
    const part = read(parse(readFileSync(join(folder, name), 'utf8')), own);
    faults.push(...own.map((fault) => `${name}: ${fault}`));
    return part;
  };
  const documents: CatalogDocuments = {
    models: file('models.yaml', readModels),
    developers: file('developers.yaml', readDevelopers),
    prices: file('prices.yaml', readPrices),
    lifecycle: file('lifecycle.yaml', readLifecycle),
    licences: file('licences.yaml', readLicences),
    vendorTerms: file('vendor-terms.yaml', readVendorTerms),
    gpuPrices: file('gpu-prices.yaml', readGpuPrices),
    loadCurves: file('load-curves.yaml', readLoadCurves),
  };
  failOn(faults.length > 0 ? faults : danglingNames(documents), 'the catalogue of models');
  return documents;
}

/** All *.yaml files of the folder, by name. Throws an Error that names every fault, and one where there is no folder. */
export function loadOverrides(documents: CatalogDocuments, folder: string): readonly Override[] {
  if (!existsSync(folder)) {
    throw new Error(`catalog.overridesDirectory: there is no folder ${folder}`);
  }
  const faults: string[] = [];
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  const overrides = files.sort().flatMap((name) => {
    const document = documentIn(join(folder, name), faults);
    return document === undefined ? [] : readOverrides(name, document, faults);
  });
  failOn([...faults, ...unknownModels(documents, overrides)], 'what the operator says of models');
  return overrides;
}

/** Undefined, and a fault, where the file is no YAML. */
function documentIn(path: string, faults: string[]): unknown {
  try {
    return parse(readFileSync(path, 'utf8'));
  } catch (error) {
    faults.push(`${path}: is no YAML: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}

/** The catalogue as it ships, without overrides and refreshes. */
export function loadCatalog(folder: string = shippedFolder, clock: Clock = systemClock): StandingModelCatalog {
  const documents = loadCatalogDocuments(folder);
  return new StandingModelCatalog({ documents, overrides: [], rows: nothingBrought, clock });
}
