// Which of many words does a text hold? Read once for all of them, by an automaton in the manner of Aho and Corasick
// (1975) over the bytes of UTF-8. Capitals of ASCII are read like small letters.

/** Set on a next state at which a word ends. */
export const endsHere = 1 << 28;
export const encoder = new TextEncoder();

export interface Automaton {
  /** States are counted in steps of the number of classes: state plus class is the place of the next state. */
  readonly next: Int32Array;
  /** Of a state: places of the lists of which a word ends there. */
  readonly ends: ReadonlyMap<number, readonly number[]>;
  /** By byte; capitals like their small letters, ends of lines like blanks. */
  readonly classOf: Uint8Array;
  readonly start: number;
}

/**
 * Of which lists (at most 30) does a text hold a word? The answer has a bit for each, the first list the lowest. A cheap
 * question before a dear one. Asked twice for the same text, it is read once.
 * @param unitsMax how much of a text is read
 */
export function makeWordTest(lists: readonly (readonly string[])[], unitsMax: number): (text: string) => number {
  const { next, ends, classOf, start } = buildAutomaton(lists);
  const bytes = new Uint8Array(unitsMax * 3);
  let known = { text: '', bits: 0 };
  return (text) => {
    if (text === known.text) {
      return known.bits;
    }
    const { written } = encoder.encodeInto(text.length > unitsMax ? text.slice(0, unitsMax) : text, bytes);
    let bits = 0;
    let state = start;
    for (let place = 0; place < written; place += 1) {
      state = next[state + (classOf[bytes[place] as number] as number)] as number;
      if (state >= endsHere) {
        state -= endsHere;
        for (const list of ends.get(state) ?? []) {
          bits |= 1 << list;
        }
      }
    }
    known = { text, bits };
    return bits;
  };
}

/** @param lists of lower-case words; the states tell by the place of a list that one of its words ended */
export function buildAutomaton(lists: readonly (readonly string[])[]): Automaton {
  const classOf = new Uint8Array(256);
  let classes = 1;
  for (const byte of encoder.encode(lists.flat().join(''))) {
    if (classOf[byte] === 0) {
      classOf[byte] = classes;
      classes += 1;
    }
    if (byte >= 97 && byte <= 122) {
      classOf[byte - 32] = classOf[byte] as number;
    }
  }
  for (const blank of [9, 10, 13, 34, 39, 40]) {
    classOf[blank] ||= classOf[32] as number;
  }
  const { children, ends } = plant(lists, classOf);
  const next = linkFailures(children, ends, classes);
  const ending = new Map<number, readonly number[]>();
  ends.forEach((places, state) => {
    if (places.length > 0) {
      ending.set(state * classes, [...new Set(places)]);
    }
  });
  const start = next[classOf[32] as number] as number;
  return { next: next.map((state) => (ending.has(state) ? state + endsHere : state)), ends: ending, classOf, start };
}

interface Trie {
  readonly children: Map<number, number>[];
  readonly ends: number[][];
}

function plant(lists: readonly (readonly string[])[], classOf: Uint8Array): Trie {
  const children: Map<number, number>[] = [new Map()];
  const ends: number[][] = [[]];
  lists.forEach((words, list) => {
    for (const word of words) {
      let state = 0;
      for (const byte of encoder.encode(word)) {
        const step = classOf[byte] as number;
        const reached = children[state]?.get(step) ?? children.length;
        if (reached === children.length) {
          children[state]?.set(step, reached);
          children.push(new Map());
          ends.push([]);
        }
        state = reached;
      }
      ends[state]?.push(list);
    }
  });
  return { children, ends };
}

/** Breadth first: a state without a child for a class goes on where its longest proper suffix would. */
function linkFailures(children: readonly Map<number, number>[], ends: number[][], classes: number): Int32Array {
  const next = new Int32Array(children.length * classes);
  const failure = new Int32Array(children.length);
  const queue = [0];
  for (let head = 0; head < queue.length; head += 1) {
    const state = queue[head] ?? 0;
    const fall = failure[state] ?? 0;
    for (let step = 0; step < classes; step += 1) {
      const child = children[state]?.get(step);
      const beside = state === 0 ? 0 : (next[fall * classes + step] ?? 0);
      next[state * classes + step] = child === undefined ? beside : child * classes;
      if (child !== undefined) {
        failure[child] = beside / classes;
        ends[child]?.push(...(ends[beside / classes] ?? []));
        queue.push(child);
      }
    }
  }
  return next;
}
