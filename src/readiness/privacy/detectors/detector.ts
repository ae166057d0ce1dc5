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
  /** Seven digits or more with at most two signs between any two of them. */
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
} as const;

export interface Detector {
  readonly kind: string;
  readonly group: PrivateGroup;
  /** Signs that must all be there. */
  readonly signs: number;
  /** Lower-case words of which one must be there; empty: none is needed. */
  readonly words: readonly string[];
  /** For the proof that looking is linear. */
  readonly patterns: readonly RegExp[];
  find(text: string, found: Found[]): void;
}

export interface PatternMatch {
  readonly text: string;
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

export interface PatternDetector extends Pick<Detector, 'kind' | 'group'> {
  readonly signs?: number;
  readonly words?: readonly string[];
  /** Global. Its first group, where it has one, is the value and ends the match. */
  readonly pattern: RegExp;
  /** After a match that is none, look again from its next character: another may begin inside. */
  readonly again?: boolean;
  /** A number, or what the value says; 0: it is not one. */
  readonly confidence: number | ((match: PatternMatch) => number);
}

export function byPattern(parts: PatternDetector): Detector {
  const { kind, group, signs = 0, words = [], pattern, again = false, confidence } = parts;
  return {
    kind,
    group,
    signs,
    words,
    patterns: [pattern],
    find(text, found) {
      pattern.lastIndex = 0;
      for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
        const value = match[1] ?? match[0];
        const end = match.index + match[0].length;
        const start = end - value.length;
        const sure = typeof confidence === 'number' ? confidence : confidence({ text, value, start, end });
        if (sure > 0) {
          found.push({ start, end, confidence: sure });
        } else if (again) {
          // A whole character on: put between the halves of one, a pattern steps back and never ends.
          pattern.lastIndex = match.index + ((text.codePointAt(match.index) ?? 0) > 0xffff ? 2 : 1);
        }
      }
    },
  };
}

export interface CapitalDetector extends PatternDetector {
  /** A quick test of a capital that no letter or digit stands before: false where the confidence would surely be 0. */
  mayBegin(text: string, at: number): boolean;
}

/**
 * As `byPattern` with `again`, for patterns that begin with a capital after neither a letter nor a digit: the pattern is
 * tried only at capitals that may begin something. Whatever is beyond ASCII may be one.
 */
export function byCapitals({ mayBegin, ...parts }: CapitalDetector): Detector {
  const { kind, group, signs = 0, words = [], pattern, confidence } = parts;
  const here = new RegExp(pattern.source, `${pattern.flags.replace('g', '')}y`);
  return {
    kind,
    group,
    signs,
    words,
    patterns: [pattern],
    find(text, found) {
      let before = 0;
      for (let at = 0; at < text.length; at += 1) {
        let unit = text.charCodeAt(at);
        if ((unit > 127 || (unit <= 90 && unit >= 65)) && !isAsciiWord(before) && mayBegin(text, at)) {
          const sure = isSecondHalf(unit) ? null : match(text, at);
          if (sure !== null) {
            found.push(sure);
            at = sure.end - 1;
            unit = text.charCodeAt(at);
          }
        }
        before = unit;
      }
    },
  };

  function match(text: string, start: number): Found | null {
    here.lastIndex = start;
    const value = here.exec(text)?.[0];
    if (value === undefined) {
      return null;
    }
    const end = start + value.length;
    const sure = typeof confidence === 'number' ? confidence : confidence({ text, value, start, end });
    return sure > 0 ? { start, end, confidence: sure } : null;
  }
}

/** Between the halves of a character a pattern steps back. */
function isSecondHalf(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/** Letters and digits of ASCII. */
function isAsciiWord(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || (unit >= 48 && unit <= 57);
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
