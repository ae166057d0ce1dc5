// What JSON.parse lets through silently or cannot be trusted with: objects that name a key twice (the last one wins) and
// nesting so deep that later readers break. One pass over the text; the text need not be valid JSON.

export interface JsonFlaw {
  readonly kind: 'too-deep' | 'duplicate-key';
  /** Path of the member, such as `messages[0].role`. */
  readonly field: string;
}

export const nestingMax = 64;

interface Level {
  /** Null for a list. */
  readonly keys: Set<string> | null;
  key: string;
  index: number;
  expectsKey: boolean;
}

/** The first flaw, or null. */
export function scanJson(text: string): JsonFlaw | null {
  const levels: Level[] = [];
  let firstDuplicate: JsonFlaw | null = null;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    const level = levels.at(-1);
    if (sign === '"') {
      const end = endOfString(text, at);
      if (level?.expectsKey && noteKey(level, text.slice(at, end + 1))) {
        firstDuplicate ??= { kind: 'duplicate-key', field: pathOf(levels) };
      }
      at = end;
    } else if (sign === '{' || sign === '[') {
      if (levels.length === nestingMax) {
        return { kind: 'too-deep', field: pathOf(levels) };
      }
      levels.push({ keys: sign === '{' ? new Set() : null, key: '', index: 0, expectsKey: sign === '{' });
    } else if (sign === '}' || sign === ']') {
      levels.pop();
    } else if (sign === ',' && level !== undefined) {
      level.index += 1;
      level.expectsKey = level.keys !== null;
    }
  }
  return firstDuplicate;
}

/** Index of the closing quote, or of the last unit when there is none. */
function endOfString(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] === '\\') {
      at += 1;
    } else if (text[at] === '"') {
      return at;
    }
  }
  return text.length - 1;
}

/** Whether the key was there before. */
function noteKey(level: Level, literal: string): boolean {
  level.expectsKey = false;
  level.key = unescaped(literal);
  const known = level.keys?.has(level.key) ?? false;
  level.keys?.add(level.key);
  return known;
}

function unescaped(literal: string): string {
  try {
    return JSON.parse(literal) as string;
  } catch {
    return literal;
  }
}

function pathOf(levels: readonly Level[]): string {
  // A path of sixty levels tells nobody more than its beginning does.
  const path = levels.slice(0, 8).map((level) => (level.keys === null ? `[${level.index}]` : `.${level.key}`));
  return path.join('').replace(/^\./, '').slice(0, 200);
}
