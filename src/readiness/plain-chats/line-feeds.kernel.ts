// How many lines end in the bytes that were loaded? (AssemblyScript)
import { INPUT } from './memory-plan.kernel';

export function countFeeds(bytes: i32): i32 {
  const end = INPUT + <usize>bytes;
  let feeds = 0;
  let at = INPUT;
  for (; at + 16 <= end; at += 16) {
    feeds += popcnt(i8x16.bitmask(i8x16.eq(v128.load(at), i8x16.splat(10))));
  }
  for (; at < end; at++) {
    feeds += load<u8>(at) === 10 ? 1 : 0;
  }
  return feeds;
}
