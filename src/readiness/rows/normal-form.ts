// When do two texts say the same? Normal form: NFKC, lower case, whatever is no letter, mark, digit or underscore becomes
// one space, ends trimmed. Marks count as part of a word: without them, vowels of Indic scripts would vanish.
// A text of signs only ("???") would come out empty and equal to every other such text: it keeps its own signs.
// Most text is Latin letters and common punctuation: there a table gives the same answer four times as fast.

const noWord = /[^\p{L}\p{M}\p{N}_]+/gu;

export function normalText(text: string): string {
  return fastNormalText(text) ?? slowNormalText(text);
}

/** By the letter of the definition: what the fast way is tested against. */
export function slowNormalText(text: string): string {
  const folded = text.normalize('NFKC');
  const words = folded.toLowerCase().replace(noWord, ' ').trim();
  return words === '' ? folded.trim() : words;
}

const space = 32;
export const notInTable = 255;
/** Latin letters with their signs; no combining mark is among them, so no unit changes another. */
const latinEnd = 0x250;
/** Dashes, quotation marks, ellipsis and their neighbours, none of which composes with anything. */
const [signsFrom, signsEnd] = [0x2010, 0x2040];
/** Of each UTF-16 unit: its normal form in Latin-1, a space for what separates words, or that the table does not know. */
export const normalUnits = makeTable();

let scratch = Buffer.alloc(4096);

/** Null where the table does not reach. */
function fastNormalText(text: string): string | null {
  if (scratch.length < text.length) {
    scratch = Buffer.alloc(text.length * 2);
  }
  let length = 0;
  // As if a space stood before the text: none is written at its start.
  let last = space;
  for (let place = 0; place < text.length; place += 1) {
    const unit = text.charCodeAt(place);
    const normal = unit < signsEnd ? (normalUnits[unit] ?? notInTable) : notInTable;
    if (normal === notInTable) {
      return null;
    }
    if (normal !== space || last !== space) {
      scratch[length] = normal;
      length += 1;
    }
    last = normal;
  }
  const end = last === space && length > 0 ? length - 1 : length;
  return end === 0 ? text.normalize('NFKC').trim() : scratch.toString('latin1', 0, end);
}

function makeTable(): Uint8Array {
  const normals = new Uint8Array(signsEnd).fill(notInTable);
  for (let unit = 0; unit < signsEnd; unit += 1) {
    if (unit < latinEnd || unit >= signsFrom) {
      normals[unit] = normalUnit(String.fromCharCode(unit));
    }
  }
  return normals;
}

function normalUnit(sign: string): number {
  const lower = sign.normalize('NFKC').toLowerCase();
  const words = lower.replace(noWord, ' ');
  if (words === ' ') {
    return space;
  }
  const code = words.charCodeAt(0);
  return words.length === 1 && code < notInTable ? code : notInTable;
}
