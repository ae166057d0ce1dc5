// Bytes sixteen at a time: copied, compared, and packed so that only some of them stay. (AssemblyScript)
import { PACKS } from './memory-plan.kernel';

/** Call once: for each choice of eight bytes, the places of those that stay. */
export function preparePacks(): void {
  for (let keep = 0; keep < 256; keep++) {
    let at: usize = PACKS + ((<usize>keep) << 3);
    store<u32>(at, 0x80808080);
    store<u32>(at + 4, 0x80808080);
    for (let place = 0; place < 8; place++) {
      if ((keep >> place) & 1) {
        store<u8>(at, place);
        at++;
      }
    }
  }
}

/** Writes those of sixteen bytes that are kept, one behind the other. @returns where they end */
export function pack(to: usize, bytes: v128, keep: i32): usize {
  const low = keep & 255;
  const high = (keep >> 8) & 255;
  v128.store(to, i8x16.swizzle(bytes, v128.load64_zero(PACKS + ((<usize>low) << 3))));
  const write = to + <usize>popcnt(low);
  const places = i8x16.add(v128.load64_zero(PACKS + ((<usize>high) << 3)), i8x16.splat(8));
  v128.store(write, i8x16.swizzle(bytes, places));
  return write + <usize>popcnt(high);
}

export function copy(to: usize, from: usize, fromEnd: usize): void {
  let write = to;
  for (let at = from; at < fromEnd; at += 16) {
    v128.store(write, v128.load(at));
    write += 16;
  }
}

export function isSameText(one: usize, other: usize, bytes: i32): bool {
  for (let at: usize = 0; at < <usize>bytes; at += 16) {
    const differs = i8x16.bitmask(i8x16.ne(v128.load(one + at), v128.load(other + at)));
    const left = bytes - <i32>at;
    if ((left >= 16 ? differs : differs & ((1 << left) - 1)) !== 0) {
      return false;
    }
  }
  return true;
}
