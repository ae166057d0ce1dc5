// Bytes sixteen at a time: copied, compared, and packed so that only some of them stay. (AssemblyScript)

import { splat } from '../kernels/splats.kernel';
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
  const places = i8x16.add(v128.load64_zero(PACKS + ((<usize>high) << 3)), splat(8));
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

/** As `copy`. @returns whether all of it is ASCII */
export function copyAscii(to: usize, from: usize, fromEnd: usize): bool {
  let all = i8x16.splat(0);
  let at = from;
  let write = to;
  for (; at + 16 <= fromEnd; at += 16) {
    const bytes = v128.load(at);
    v128.store(write, bytes);
    all = v128.or(all, bytes);
    write += 16;
  }
  let rest: u32 = 0;
  for (; at < fromEnd; at++) {
    const byte = load<u8>(at);
    store<u8>(write, byte);
    rest |= byte;
    write++;
  }
  return i8x16.bitmask(all) === 0 && rest < 128;
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
