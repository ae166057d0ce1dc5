// On which side does a row stand that nobody declared? SHA-256 of prompt key and salt, modulo 10,000: the same prompt is
// always on the same side, whatever the order of the rows, and new rows never move old ones.
import { sha256Hex } from '../../kernel/digest.js';

export type Split = 'train' | 'holdout';

const parts = 10_000n;
/** Of 10,000: eight in ten rows train. */
export const trainParts = 8_000;

/** One salt per project, so that two projects over the same data do not share their hold-out. */
export function splitSaltOf(projectId: string): string {
  return `${projectId}/split/1`;
}

/** @param promptKey hex SHA-256 of the prompt's normal form */
export function splitOf(promptKey: string, salt: string): Split {
  return splitPartOf(promptKey, salt) < trainParts ? 'train' : 'holdout';
}

/** 0 to 9,999: the place that `splitOf` deals by. */
export function splitPartOf(promptKey: string, salt: string): number {
  return Number(BigInt(`0x${sha256Hex(`${promptKey}${salt}`)}`) % parts);
}
