// Prompts that are nearly the same, for actions that take such rows out. Distinct prompts are sorted before they are
// compared, so that the order of the rows plays no part.
import { bandCount, writeBandKeys } from '../near/minhash.js';
import { type NearTexts, nearPairSteps } from '../near/near-pairs.js';

const textsPerStep = 200;

export interface NearGroups {
  /** The first prompt of the group that a prompt belongs to; the prompt itself where it is alone. */
  leaderOf(prompt: string): string;
}

/** In steps, so that others get their turn. @param prompts in normal form, as often as they come */
export function* nearGroupsOf(prompts: Iterable<string>): Generator<void, NearGroups> {
  const texts = [...new Set(prompts)].sort();
  const parents = Int32Array.from(texts, (_text, place) => place);
  const rootOf = (place: number): number => {
    let at = place;
    while ((parents[at] ?? at) !== at) {
      at = parents[at] ?? at;
    }
    parents[place] = at;
    return at;
  };
  yield* nearPairSteps(yield* nearTexts(texts, () => 0), {
    take: (left, right) => {
      const [one, other] = [rootOf(left), rootOf(right)];
      parents[Math.max(one, other)] = Math.min(one, other);
    },
    areJoined: (left, right) => rootOf(left) === rootOf(right),
  });
  const places = new Map(texts.map((text, place) => [text, place]));
  return {
    leaderOf: (prompt) => {
      const place = places.get(prompt);
      return place === undefined ? prompt : (texts[rootOf(place)] ?? prompt);
    },
  };
}

/** In steps. @returns training prompts with a verified near neighbour among the held-out ones, equal ones included */
export function* nearToHoldout(training: Iterable<string>, heldOut: ReadonlySet<string>): Generator<void, Set<string>> {
  const trained = new Set(training);
  const texts = [...new Set([...trained, ...heldOut])].sort();
  const found = new Set([...trained].filter((prompt) => heldOut.has(prompt)));
  const note = (place: number, other: number) => {
    const [text, neighbour] = [texts[place], texts[other]];
    if (text !== undefined && neighbour !== undefined && trained.has(text) && heldOut.has(neighbour)) {
      found.add(text);
    }
  };
  // A prompt that stands on both sides is compared as a training prompt: its training rows go in any case.
  const isHeldOut = (text: string) => (heldOut.has(text) && !trained.has(text) ? 1 : 0);
  yield* nearPairSteps(yield* nearTexts(texts, isHeldOut), {
    take: (left, right) => {
      note(left, right);
      note(right, left);
    },
    areJoined: () => false,
  });
  return found;
}

function* nearTexts(texts: readonly string[], isHeldOut: (text: string) => 0 | 1): Generator<void, NearTexts> {
  const keys = new Uint32Array(texts.length * bandCount);
  for (const [place, text] of texts.entries()) {
    writeBandKeys(text, keys, place * bandCount);
    if (place % textsPerStep === textsPerStep - 1) {
      yield;
    }
  }
  return {
    count: texts.length,
    keys,
    units: Uint32Array.from(texts, (text) => text.length),
    isHeldOut: Uint8Array.from(texts, isHeldOut),
    textOf: (text) => texts[text] ?? '',
  };
}
