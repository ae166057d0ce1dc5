// Reads config/thresholds. A faulty file stops the start: a data set must never be judged by half of its limits.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { readThresholds } from './read-thresholds.js';
import { ThresholdShelf } from './threshold-shelf.js';
import type { WrittenLimits } from './thresholds.js';

const shippedFolder = fileURLToPath(new URL('../../../config/thresholds', import.meta.url));

/** @throws Error with every fault of every file, and for a check that two files speak of */
export function loadThresholds(folder: string = shippedFolder): ThresholdShelf {
  const limits = new Map<string, WrittenLimits>();
  const faults: string[] = [];
  for (const file of readdirSync(folder).sort()) {
    if (file.endsWith('.yaml')) {
      const read = readThresholds(parse(readFileSync(join(folder, file), 'utf8')));
      faults.push(...read.faults.map((fault) => `${file}: ${fault}`));
      for (const [id, written] of read.limits) {
        faults.push(...(limits.has(id) ? [`${file}: ${id}: stands in another file too`] : []));
        limits.set(id, written);
      }
    }
  }
  if (faults.length > 0) {
    throw new Error(`the thresholds of readiness cannot be used:\n${faults.join('\n')}`);
  }
  return new ThresholdShelf(Object.fromEntries(limits));
}
