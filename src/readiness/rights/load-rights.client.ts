// Reads the rules on rights that ship with Openward, out of the catalogue's files. A fault in them ends the start: a rule that is misread permits.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { readRightsRules } from './read-rights-rules.js';
import type { RightsRules } from './rights-rules.js';

const shippedFolder = fileURLToPath(new URL('../../../config/catalog', import.meta.url));

/** Throws an Error that names every fault of both files. */
export function loadRightsRules(folder: string = shippedFolder): RightsRules {
  const document = (file: string): unknown => parse(readFileSync(join(folder, file), 'utf8'));
  return readRightsRules({ terms: document('vendor-terms.yaml'), licences: document('licences.yaml') });
}
