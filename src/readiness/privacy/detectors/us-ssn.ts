// Social security numbers of the United States: three, two and four digits. Area 000, 666 and 900 to 999, group 00 and
// serial 0000 were never given out (ssa.gov, randomisation of 2011).
import { byPattern, digitsOf, type PatternMatch, sign, wordsBefore } from './detector.js';

const said = /ssn|social sec|soc sec|seguro social/;

function confidence(match: PatternMatch): number {
  const digits = digitsOf(match.value);
  const area = Number(digits.slice(0, 3));
  const wasGiven =
    area !== 0 && area !== 666 && area < 900 && digits.slice(3, 5) !== '00' && digits.slice(5) !== '0000';
  const isSaid = said.test(wordsBefore(match));
  const isDashed = match.value.includes('-');
  if (!isDashed && !isSaid) {
    return 0;
  }
  return (wasGiven ? 0.8 : 0.4) + (isSaid ? 0.15 : 0);
}

export const usSsn = byPattern({
  kind: 'us-ssn',
  group: 'high',
  signs: sign.run7,
  begins: 'digit',
  pattern: /(?<![\d_-])\d{3}(?:-\d{2}-|[ .]\d{2}[ .]|\d{2})\d{4}(?![\d_-])/g,
  confidence,
});
