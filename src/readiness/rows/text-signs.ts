// Which signs stand anywhere in the texts of a row? Bits, made while the row is read anyway: a check that looks for markup
// or places left unfilled knows from them, without a look at the text, that most rows hold nothing of the kind.

interface Said {
  readonly content: string;
}

export const textSigns = {
  openBrace: 1,
  dollar: 2,
  openAngle: 4,
  openSquare: 8,
  equals: 16,
  backtick: 32,
  lineFeed: 64,
  /** Anything beyond ASCII. */
  wide: 128,
  openRound: 256,
  colon: 512,
  doubleQuote: 1024,
  /** A character, or the beginning of one, that stands in text which was decoded wrongly. */
  maybeGarbled: 2048,
  /** `stretchUnits` of base64 from a multiple of them on, or anything beyond ASCII: a run of twice as many is not missed. */
  longRun: 4096,
} as const;

const asciiUnits = 128;

/** By byte of UTF-8: its bits. */
export const signBits = makeBits();

function makeBits(): Uint16Array {
  const { openBrace, dollar, openAngle, openSquare, equals, backtick, lineFeed, wide } = textSigns;
  const { openRound, colon, doubleQuote, maybeGarbled } = textSigns;
  const bits = new Uint16Array(256).fill(wide, asciiUnits);
  const signs = { '{': openBrace, $: dollar, '<': openAngle, '[': openSquare, '=': equals, '`': backtick };
  const more = { '\n': lineFeed, '(': openRound, ':': colon, '"': doubleQuote };
  for (const [sign, bit] of Object.entries({ ...signs, ...more })) {
    bits[sign.charCodeAt(0)] = bit;
  }
  // U+0080 to U+00FF, and U+E000 to U+FFFF.
  for (const lead of [0xc2, 0xc3, 0xee, 0xef]) {
    bits[lead] = wide | maybeGarbled;
  }
  return bits;
}

/** @param rejected of a preference pair, whose signs count too */
export function signsOf(messages: readonly Said[], rejected: Said | null): number {
  let signs = rejected === null ? 0 : signsIn(rejected.content) | runSign(rejected.content);
  for (const { content } of messages) {
    signs |= signsIn(content) | runSign(content);
  }
  return completeSigns(signs);
}

/** @param signs of all texts of a row */
export function completeSigns(signs: number): number {
  return (signs & textSigns.wide) === 0 ? signs : signs | textSigns.longRun;
}

export const stretchUnits = 16;

/** The sign of a long run, or 0. What is beyond ASCII is told by its own sign. */
export function runSign(text: string): number {
  for (let from = 0; from + stretchUnits <= text.length; from += stretchUnits) {
    let at = from;
    while (at < from + stretchUnits && isBase64Unit(text.charCodeAt(at))) {
      at += 1;
    }
    if (at === from + stretchUnits) {
      return textSigns.longRun;
    }
  }
  return 0;
}

const base64Units = Uint8Array.from({ length: asciiUnits }, (_, unit) =>
  /[A-Za-z0-9+/]/.test(String.fromCharCode(unit)) ? 1 : 0,
);

export function isBase64Unit(unit: number): boolean {
  return unit < asciiUnits && base64Units[unit] === 1;
}

function signsIn(text: string): number {
  let signs = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    signs |= unit < asciiUnits ? (signBits[unit] ?? 0) : wideSigns(unit);
  }
  return signs;
}

function wideSigns(unit: number): number {
  const isSuspect = unit < 0x100 || unit >= 0xe000;
  return isSuspect ? textSigns.wide | textSigns.maybeGarbled : textSigns.wide;
}
