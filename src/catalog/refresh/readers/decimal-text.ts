// Prices as they were written: numbers of a JSON text become texts before they can become binary floats, and decimals are
// moved and compared digit by digit.
import { isPrice } from '../../../kernel/money.js';

const tokens = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
const numberForm = /^(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,3}))?$/;
const tokensPerMillionPlaces = 6;
const comparedPlaces = 12;

/** JSON in which every number is the text that stood there. SyntaxError where it is no JSON. */
export function parseKeepingNumbers(text: string): unknown {
  return JSON.parse(text.replace(tokens, (token) => (token.startsWith('"') ? token : `"${token}"`)));
}

/** Half up to the places that a price may carry: files that were written by floats hold 0.27999999999999998 for 0.28. */
function rounded(whole: string, fraction: string): string {
  const kept = BigInt(whole + fraction.slice(0, comparedPlaces).padEnd(comparedPlaces, '0'));
  const up = (fraction[comparedPlaces] ?? '0') >= '5' ? 1n : 0n;
  const digits = String(kept + up).padStart(comparedPlaces + 1, '0');
  const left = digits.slice(0, -comparedPlaces);
  const right = digits.slice(-comparedPlaces).replace(/0+$/, '');
  return right === '' ? left : `${left}.${right}`;
}

/** The decimal text moved by that many places, without exponent and without needless zeros; null when it is no such number. */
function moved(text: string, places: number): string | null {
  const match = numberForm.exec(text);
  if (match === null) {
    return null;
  }
  const [, whole = '', fraction = '', exponent = '0'] = match;
  const point = whole.length + Number(exponent) + places;
  const digits = whole + fraction;
  const padded = point > 0 ? digits.padEnd(point, '0') : '0'.repeat(1 - point) + digits;
  const at = Math.max(point, 1);
  const price = rounded(padded.slice(0, at), padded.slice(at));
  return isPrice(price) && !(price === '0' && /[1-9]/.test(digits)) ? price : null;
}

/**
 * `2.5e-06` USD for one token → `2.5` USD for a million, to the twelfth place. Null when it is no price, too large to keep,
 * or so small that it would become zero.
 */
export function perMillionFromPerToken(text: string): string | null {
  return moved(text, tokensPerMillionPlaces);
}

/** `2.50` → `2.5`, `1e1` → `10`. */
export function plainPrice(text: string): string | null {
  return moved(text, 0);
}

/** A price as an integer of 1e-12. RangeError when `isPrice` is false. */
export function priceAsInteger(text: string): bigint {
  if (!isPrice(text)) {
    throw new RangeError(`not a decimal price: ${text}`);
  }
  const [whole = '0', fraction = ''] = text.split('.');
  return BigInt(whole + fraction.padEnd(comparedPlaces, '0'));
}

/** A whole number above 0 as plain digits (`128000.0` too); null for anything else. */
export function plainCount(value: unknown): string | null {
  const plain = typeof value === 'string' ? moved(value, 0) : null;
  return plain !== null && /^[1-9]\d{0,11}$/.test(plain) ? plain : null;
}

/** An ISO day; other kinds of hyphen are made plain. Null for anything else. */
export function plainDay(value: unknown): string | null {
  const text = typeof value === 'string' ? value.trim().replace(/[\u2010-\u2015\u2212]/g, '-') : '';
  const day = /^(\d{4}-\d{2}-\d{2})(?:$|T)/.exec(text)?.[1];
  if (day === undefined) {
    return null;
  }
  const at = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day) ? day : null;
}
