// Finds what the build made beside the compiled code: kernels, and tables that would take long to work out.
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * @param path below the folder of the build, where it lies as seen from the sources
 * @param module address of whoever asks: what was built of it has the file beside it
 */
export function builtFile(path: string, module: string): string {
  const beside = fileURLToPath(new URL(basename(path), module));
  return existsSync(beside) ? beside : fileURLToPath(new URL(`../../../dist/${path}`, import.meta.url));
}
