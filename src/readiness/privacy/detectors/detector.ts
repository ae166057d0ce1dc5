// The shape of a detector of personal data: what a text must hold before it is worth looking closer, and how to look.
// Looking is linear in the text: patterns have no unbounded repeats, and no repeated part with a choice inside.
import type { PrivateSpan } from '../privacy-facts.js';

export type PrivateGroup = PrivateSpan['group'];

export interface Found {
  readonly start: number;
  readonly end: number;
  /** 0 to 1. From 0.5 on the find counts as one; below it is masked and redacted all the same. */
  readonly confidence: number;
}

/** What a text can be seen to hold in one pass over its characters; bits, so that several can be asked for. */
export const sign = {
  none: 0,
  digit: 1,
  /** Seven digits or more with at most two bytes between any two of them. */
  run7: 2,
  run12: 4,
  at: 8,
  /** Three dots between digits. */
  dotted: 16,
  /** Two colons or more. */
  colons: 32,
  /** A word of eight bytes or more with a digit in it. */
  mixed: 64,
  /** Two words in a row that begin with a capital. */
  capitals: 128,
  colon: 256,
  run6: 512,
} as const;

/** Ascending places, such as those of a text. */
export interface Places {
  readonly at: ArrayLike<number>;
  readonly count: number;
}

/**
 * What each match begins with, as far as it is known: the first digit of a run, a capital that no letter stands before,
 * or one of some lower-case words, of which the text may have letters of ASCII as capitals. A text is then looked at
 * where such stand, and nowhere else.
 */
export type Beginning = 'digit' | 'capital' | readonly string[];

export interface Detector {
  readonly kind: string;
  readonly group: PrivateGroup;
  /** Signs that must all be there. */
  readonly signs: number;
  /** Lower-case words of which one must be there; empty: none is needed. */
  readonly words: readonly string[];
  readonly begins?: Beginning;
  /** For the proof that looking is linear. */
  readonly patterns: readonly RegExp[];
  /** @param places all those at which a match begins as the detector says; without them every place is tried */
  find(text: string, found: Found[], places?: Places): void;
}

export interface PatternMatch {
  readonly text: string;
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

export interface PatternDetector extends Pick<Detector, 'kind' | 'group' | 'begins'> {
  readonly signs?: number;
  readonly words?: readonly string[];
  /** Global. Its first group, where it has one, is the value and ends the match. */
  readonly pattern: RegExp;
  /** After a match that is none, look again from its next character: another may begin inside. */
  readonly again?: boolean;
  /** A quick test of a place: false where the pattern surely does not match, or all of its matches count for nothing. */
  readonly mayBegin?: (text: string, at: number) => boolean;
  /** A number, or what the value says; 0: it is not one. */
  readonly confidence: number | ((match: PatternMatch) => number);
}

export function byPattern(parts: PatternDetector): Detector {
  const { kind, group, signs = 0, words = [], begins, pattern, again = false, confidence } = parts;
  const findAt = placewise(parts);
  return {
    ...{ kind, group, signs, words, patterns: [pattern] },
    ...(begins === undefined ? {} : { begins }),
    find(text, found, places) {
      if (places !== undefined) {
        findAt(text, found, places);
        return;
      }
      pattern.lastIndex = 0;
      for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
        const one = judged(text, match, confidence);
        if (one.confidence > 0) {
          found.push(one);
        } else if (again) {
          // A whole character on: put between the halves of one, a pattern steps back and never ends.
          pattern.lastIndex = match.index + ((text.codePointAt(match.index) ?? 0) > 0xffff ? 2 : 1);
        }
      }
    },
  };
}

/** Finds what a search from the left does, if no match begins elsewhere. */
function placewise({ pattern, again = false, mayBegin, confidence }: PatternDetector) {
  const here = new RegExp(pattern.source, pattern.flags.replace('g', 'y'));
  return (text: string, found: Found[], { at, count }: Places): void => {
    let next = 0;
    for (let place = 0; place < count; place += 1) {
      const start = at[place] as number;
      if (start >= next && (mayBegin === undefined || mayBegin(text, start))) {
        here.lastIndex = start;
        const match = here.exec(text);
        const one = match === null ? null : judged(text, match, confidence);
        if (one !== null && one.confidence > 0) {
          found.push(one);
        }
        next = one !== null && (one.confidence > 0 || !again) ? one.end : next;
      }
    }
  };
}

function judged(text: string, match: RegExpExecArray, confidence: PatternDetector['confidence']): Found {
  const value = match[1] ?? match[0];
  const end = match.index + match[0].length;
  const start = end - value.length;
  return {
    start,
    end,
    confidence: typeof confidence === 'number' ? confidence : confidence({ text, value, start, end }),
  };
}

export interface CapitalDetector extends PatternDetector {
  mayBegin(text: string, at: number): boolean;
}

/**
 * As `byPattern` with `again`, for patterns that begin with a capital after neither a letter nor a digit: the pattern is
 * tried only at capitals that may begin something.
 */
export function byCapitals(parts: CapitalDetector): Detector {
  return byPattern({ ...parts, again: true, begins: 'capital' });
}

/** Lower-case words just before a place, for context. */
export function wordsBefore({ text, start }: { text: string; start: number }, units = 48): string {
  return text.slice(Math.max(0, start - units), start).toLowerCase();
}

export function wordsAfter({ text, end }: { text: string; end: number }, units = 24): string {
  return text.slice(end, end + units).toLowerCase();
}

/** The digits of a value alone. */
export function digitsOf(value: string): string {
  let digits = '';
  for (const unit of value) {
    if (unit >= '0' && unit <= '9') {
      digits += unit;
    }
  }
  return digits;
}
