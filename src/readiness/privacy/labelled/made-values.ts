// Values of the labelled set, made by rule: none belongs to anybody, and the same come out every time. Keys of providers
// are put together here rather than written down, so that no scanner of secrets takes them for real ones.

/** Numbers of a fixed sequence (Park and Miller, 1988): pseudo-random to look at, the same on every machine. */
export function sequence(seed: number): (below: number) => number {
  let state = (seed * 7919 + 1) % 2147483647;
  return (below) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
}

const digits = '0123456789';
const hex = '0123456789abcdef';
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const mixed = `${letters}${letters.toLowerCase()}${digits}`;

export function signsOf(alphabet: string, length: number, seed: number): string {
  const next = sequence(seed);
  return Array.from({ length }, () => alphabet[next(alphabet.length)] ?? '').join('');
}

/** A body with capitals, small letters and digits, as keys have. */
export const keyBody = (length: number, seed: number) => `A7z${signsOf(mixed, length - 3, seed)}`;
export const hexBody = (length: number, seed: number) => signsOf(hex, length, seed);
export const digitBody = (length: number, seed: number) => signsOf(digits, length, seed);

/** Appends the digit that makes the sum of ISO/IEC 7812 come out even. */
export function withLuhn(body: string): string {
  const sum = [...body].reverse().reduce((total, unit, place) => {
    const value = Number(unit) * (place % 2 === 0 ? 2 : 1);
    return total + Math.floor(value / 10) + (value % 10);
  }, 0);
  return body + ((10 - (sum % 10)) % 10);
}

/** Country, check digits, body. */
export function accountNumber(country: string, body: string): string {
  const numbers = [...`${body}${country}00`].map((unit) => (/\d/.test(unit) ? unit : String(unit.charCodeAt(0) - 55)));
  const check = 98n - (BigInt(numbers.join('')) % 97n);
  return `${country}${String(check).padStart(2, '0')}${body}`;
}

export function grouped(value: string, sizes: readonly number[], separator: string): string {
  let place = 0;
  const parts = sizes.map((size) => {
    place += size;
    return value.slice(place - size, place);
  });
  return [...parts, value.slice(place)].filter((part) => part !== '').join(separator);
}

/** Header and body as base64url of JSON, and a signature. */
export function signedToken(seed: number): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ sub: `user-${seed}`, iat: 1700000000 + seed })}.${keyBody(43, seed)}`;
}

export function keyBlock(seed: number): string {
  const lines = [1, 2, 3].map((line) => keyBody(64, seed * 10 + line));
  const name = 'RSA PRIVATE KEY';
  return [`-----BEGIN ${name}-----`, ...lines, `-----END ${name}-----`].join('\n');
}
