// Where do lines end in the bytes that were loaded? (AssemblyScript)

import { splat } from '../kernels/splats.kernel';
import { FEEDS, FEEDS_MAX, INPUT } from './memory-plan.kernel';

export function countFeeds(bytes: i32): i32 {
  const end = INPUT + <usize>bytes;
  let feeds = 0;
  let at = INPUT;
  for (; at + 16 <= end; at += 16) {
    feeds += popcnt(feedsAt(at));
  }
  return feeds + popcnt(feedsAt(at) & firstOnes(<i32>(end - at)));
}

/** Writes their places, and tells how many there are; −1: too many. */
export function findFeeds(bytes: i32): i32 {
  let feeds = 0;
  for (let at = 0; at < bytes; at += 16) {
    let met = feedsAt(INPUT + <usize>at);
    if (bytes - at < 16) {
      met &= firstOnes(bytes - at);
    }
    while (met !== 0) {
      if (feeds === FEEDS_MAX) {
        return -1;
      }
      store<i32>(FEEDS + ((<usize>feeds) << 2), at + ctz(met));
      feeds++;
      met &= met - 1;
    }
  }
  return feeds;
}

/** A bit for each of sixteen bytes. */
function feedsAt(at: usize): i32 {
  return i8x16.bitmask(i8x16.eq(v128.load(at), splat(10)));
}

function firstOnes(count: i32): i32 {
  return (1 << count) - 1;
}
