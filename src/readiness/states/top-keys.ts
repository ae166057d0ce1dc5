// Which ones come most often? Counted exactly up to twenty thousand different keys, whatever the cut and the order of the
// rows; beyond that only the ten thousand most frequent are carried on, and their counts may be too low, never too high.

const keysMax = 20_000;
const keysAfterTrim = 10_000;

/** Plain data: states are stored and sent between threads. */
export interface TopKeys {
  readonly counts: Map<string, number>;
  /** Rare keys were dropped: counts are lower bounds. */
  trimmed: boolean;
}

export function emptyTop(): TopKeys {
  return { counts: new Map(), trimmed: false };
}

/** Changes the state and returns it. */
export function addKey(top: TopKeys, key: string, count = 1): TopKeys {
  top.counts.set(key, (top.counts.get(key) ?? 0) + count);
  return top.counts.size > keysMax ? trim(top) : top;
}

/**
 * For names of classes: beyond twenty thousand different ones they are none, and nothing is counted any more. `trimmed`
 * tells so, whatever the cut and the order of the rows.
 */
export function addClass(top: TopKeys, key: string): TopKeys {
  return top.trimmed ? top : givenUp(addCount(top, key, 1));
}

/** Changes the left one. */
export function mergeClasses(left: TopKeys, right: TopKeys): TopKeys {
  left.trimmed ||= right.trimmed;
  for (const [key, count] of right.counts) {
    addCount(left, key, count);
  }
  return givenUp(left);
}

function addCount(top: TopKeys, key: string, count: number): TopKeys {
  top.counts.set(key, (top.counts.get(key) ?? 0) + count);
  return top;
}

function givenUp(top: TopKeys): TopKeys {
  if (top.trimmed || top.counts.size > keysMax) {
    top.trimmed = true;
    top.counts.clear();
  }
  return top;
}

/** Changes the left one. */
export function mergeTop(left: TopKeys, right: TopKeys): TopKeys {
  for (const [key, count] of right.counts) {
    left.counts.set(key, (left.counts.get(key) ?? 0) + count);
  }
  left.trimmed ||= right.trimmed;
  return left.counts.size > keysMax ? trim(left) : left;
}

/** The most frequent first, equals by key. */
export function topOf(top: TopKeys, n: number): [key: string, count: number][] {
  return [...top.counts].sort(mostFirst).slice(0, n);
}

/** Without sorting: of the keys with the count at which the room ends, those that were there first are carried on. */
function trim(top: TopKeys): TopKeys {
  const keysWithCount = new Map<number, number>();
  for (const count of top.counts.values()) {
    keysWithCount.set(count, (keysWithCount.get(count) ?? 0) + 1);
  }
  let room = keysAfterTrim;
  let lowest = Number.POSITIVE_INFINITY;
  for (const count of [...keysWithCount.keys()].sort((one, other) => other - one)) {
    const keys = keysWithCount.get(count) ?? 0;
    if (room > 0) {
      lowest = count;
      // What is left over for the lowest count, once the more frequent keys have their place.
      room = keys <= room ? room - keys : -room;
    }
  }
  let roomAtLowest = room < 0 ? -room : (keysWithCount.get(lowest) ?? 0);
  for (const [key, count] of top.counts) {
    if (count < lowest || (count === lowest && roomAtLowest <= 0)) {
      top.counts.delete(key);
    } else if (count === lowest) {
      roomAtLowest -= 1;
    }
  }
  top.trimmed = true;
  return top;
}

function mostFirst([oneKey, one]: [string, number], [otherKey, other]: [string, number]): number {
  if (one !== other) {
    return other - one;
  }
  return oneKey < otherKey ? -1 : oneKey > otherKey ? 1 : 0;
}
