// Sixteen times the same byte, from memory: to make it anew out of a number takes longer than what is done with it.
// (AssemblyScript)
import { SPLATS } from './memory-plan.kernel';

/** Call once. */
export function prepareSplats(): void {
  for (let byte = 0; byte < 256; byte++) {
    v128.store(SPLATS + ((<usize>byte) << 4), i8x16.splat(<i8>byte));
  }
}

export function splat(byte: i32): v128 {
  return v128.load(SPLATS + ((<usize>byte) << 4));
}
