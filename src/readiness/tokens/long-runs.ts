// Byte pairs are joined in quadratic time over a run of letters or of spaces, and nobody writes a word of thousands of
// letters but to make somebody wait. Longer runs are cut in pieces: linear time, at the price of at most a few tokens
// that would have been joined over a seam. Texts that people write are never cut.

export const runUnitsMax = 512;

/** Whether a UTF-16 unit ends a run: signs, and the punctuation of East Asian scripts. Spaces and letters go on. */
function isBreak(unit: number): boolean {
  if (unit < 0x80) {
    const isLetter = (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a);
    return !isLetter && unit > 0x20;
  }
  return (unit >= 0x2000 && unit <= 0x206f) || (unit >= 0x3000 && unit <= 0x303f) || (unit >= 0xff00 && unit <= 0xff20);
}

const isSpace = (unit: number) => unit <= 0x20;
const isSecondHalf = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;

/** The text itself, unless it holds a longer run; the pieces joined are the text. */
export function piecesOf(text: string): readonly string[] {
  if (text.length <= runUnitsMax) {
    return [text];
  }
  const pieces: string[] = [];
  let pieceStart = 0;
  let runStart = 0;
  for (let at = 1; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (isBreak(unit) || isSpace(unit) !== isSpace(text.charCodeAt(at - 1))) {
      runStart = at;
    } else if (at - runStart >= runUnitsMax && !isSecondHalf(unit)) {
      pieces.push(text.slice(pieceStart, at));
      pieceStart = at;
      runStart = at;
    }
  }
  return [...pieces, text.slice(pieceStart)];
}
