// Sixteen times the same byte, from memory: to make it anew out of a number takes longer than what is done with it.
// (AssemblyScript)

/** Up to 0x2000: left free by the memory plan of every compiled reader. */
const SPLATS: usize = 0x1000;

/** Call once. */
export function prepareSplats(): void {
  for (let byte = 0; byte < 256; byte++) {
    v128.store(SPLATS + ((<usize>byte) << 4), i8x16.splat(<i8>byte));
  }
}

export function splat(byte: i32): v128 {
  return v128.load(SPLATS + ((<usize>byte) << 4));
}
