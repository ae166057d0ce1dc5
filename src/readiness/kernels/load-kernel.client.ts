// Loads what the build compiled of a `.kernel` file.
import { readFileSync } from 'node:fs';
import { builtFile } from './built-file.client.js';

/** What is used of it: its types come with those of browsers only. */
declare const WebAssembly: {
  validate(bytes: Uint8Array): boolean;
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: unknown };
};

/**
 * Null where the processor lacks the instructions for it. Each call gives one with a memory of its own.
 * @param path of the compiled kernel, below the folder of the build
 * @param module address of whoever asks: what was built of it has the compiled kernel beside it
 * @returns its exports, which the caller knows the shape of
 */
export function loadKernel(path: string, module: string): unknown {
  const bytes = readFileSync(builtFile(path, module));
  return WebAssembly.validate(bytes) ? new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports : null;
}
