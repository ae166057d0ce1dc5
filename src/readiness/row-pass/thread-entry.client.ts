// What does a thread begin with? The build makes one file of the hundreds of modules of a thread: finding and opening them
// one by one takes longer than a small file takes to be read.
import { existsSync } from 'node:fs';
import { basename } from 'node:path';

/** @param module the compiled entry. @returns the file that was made of it, else the module itself */
export function threadEntryOf(module: URL): URL {
  const bundled = new URL(`../threads/${basename(module.pathname)}`, module);
  return existsSync(bundled) ? bundled : module;
}
