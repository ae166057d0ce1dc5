// How does CLIP read a caption before it cuts it into tokens? Lower case, one space for any run of spaces, HTML entities
// as the characters they name, curly quotes straight, ligatures and wide letters as plain ones. The reference also mends
// text that was decoded wrongly, by a library of its own; that is not done here, and check F19 reports such text.

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  copy: '©',
  reg: '®',
  trade: '™',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  lsquo: "'",
  rsquo: "'",
  ldquo: '"',
  rdquo: '"',
  euro: '€',
  pound: '£',
};

const entity = /&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8});/gi;
const singleQuotes = /[\u02bc\u2018-\u201b]/g;
const doubleQuotes = /[\u201c-\u201f]/g;
/** Latin ligatures, and letters of double width. */
const compatible = /[\ufb00-\ufb06\uff01-\uff5e]/g;
/** Control characters that are no white space. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const controls = /[\u0000-\u0008\u000e-\u001f\u007f\ufeff]/g;

const lastCodePoint = 0x10ffff;

function unescaped(text: string): string {
  return text.replace(entity, (whole) => {
    const inside = whole.slice(1, -1);
    return inside.startsWith('#') ? numbered(inside.slice(1), whole) : (entities[inside] ?? whole);
  });
}

/** @param digits decimal, or hexadecimal after an x @param whole what is left where they name no character */
function numbered(digits: string, whole: string): string {
  const isHex = digits.startsWith('x') || digits.startsWith('X');
  const code = isHex ? Number.parseInt(digits.slice(1), 16) : Number(digits);
  return code > lastCodePoint ? whole : String.fromCodePoint(code);
}

export function clipText(text: string): string {
  const decoded = text.includes('&') ? unescaped(unescaped(text)) : text;
  return decoded
    .replace(singleQuotes, "'")
    .replace(doubleQuotes, '"')
    .replace(compatible, (character) => character.normalize('NFKC'))
    .replace(controls, '')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

/** Words as CLIP cuts them: common endings, runs of letters, single digits, runs of anything else. */
const words = /<\|startoftext\|>|<\|endoftext\|>|'s|'t|'re|'ve|'m|'ll|'d|\p{L}+|\p{N}|[^\s\p{L}\p{N}]+/giu;

export function clipWords(text: string): readonly string[] {
  return clipText(text).match(words) ?? [];
}
