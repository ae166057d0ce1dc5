// Secrets without a form of their own: a word that announces one, and a value too random to be a word. Entropy limits as
// public scanners of secrets use them: 3.0 bits a character for hexadecimal, 4.5 for base64.
import { byPattern, type PatternMatch, sign } from './detector.js';

const hexBitsMin = 3.0;
const base64BitsMin = 4.5;
const placeholder =
  /^(?:your|my_|test|example|sample|dummy|changeme|placeholder|redacted|xxx|\*\*|process\.|os\.|env\.|config)|(?:_here|xxxx)/i;

/** Bits a character. */
export function shannonBits(value: string): number {
  const counts = new Map<string, number>();
  for (const unit of value) {
    counts.set(unit, (counts.get(unit) ?? 0) + 1);
  }
  let bits = 0;
  for (const count of counts.values()) {
    const share = count / value.length;
    bits -= share * Math.log2(share);
  }
  return bits;
}

function confidence({ text, value, start }: PatternMatch): number {
  if (placeholder.test(value) || value.includes('://')) {
    return 0;
  }
  const bits = shannonBits(value);
  if (value.length >= 16 && /^[0-9a-f-]+$/i.test(value)) {
    return bits >= hexBitsMin ? 0.7 : 0;
  }
  if (bits >= base64BitsMin) {
    return 0.75;
  }
  const classes = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/].filter((one) => one.test(value)).length;
  const isPassword = /pass|pwd|kennwort|passwort|contraseña/i.test(text.slice(Math.max(0, start - 30), start));
  if (isPassword && classes >= 3) {
    return 0.65;
  }
  // Short of 23 characters no text can reach 4.5 bits: nearly all of them different is as much as there can be.
  return value.length >= 16 && classes >= 3 && bits >= Math.log2(value.length) - 0.7 ? 0.6 : 0;
}

const announced =
  'pass(?:word|wd|phrase)?|pwd|passwort|kennwort|contraseña|secret|token|api[ _-]?key|access[ _-]?key|auth[ _-]?key|private[ _-]?key|account ?key|credentials?|signature';

export const genericSecret = byPattern({
  kind: 'generic-secret',
  group: 'secret',
  signs: sign.mixed,
  words: [
    ...[
      'pass',
      'pwd',
      'kennwort',
      'contraseña',
      'secret',
      'token',
      'apikey',
      'api key',
      'api_key',
      'api-key',
      'access key',
    ],
    ...[
      'access_key',
      'accesskey',
      'auth_key',
      'authkey',
      'private_key',
      'accountkey',
      'credential',
      'signature',
      'bearer ',
    ],
  ],
  pattern: new RegExp(
    `(?:(?:${announced})[A-Za-z_]{0,12}["'\`]?[ \\t]{0,3}(?::|=>|=| is| ist| lautet)[ \\t]{0,3}["'\`]?|bearer[ ]{1,2})([^\\s"'\`,;<>[\\]{}()]{8,256})`,
    'gi',
  ),
  confidence,
});
