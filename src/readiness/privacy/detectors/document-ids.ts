// Numbers of passports, driving licences and patients. Their forms are those of any code: only the word before tells.
import { byPattern, type Detector, type PatternMatch, sign } from './detector.js';

const high = { group: 'high', signs: sign.digit } as const;
/** Between the word and the code: "no.", "number is", "#". */
const link =
  '(?: ?(?:id|no|nr|num|number|nummer|numéro|número|card|licen[cs]e))?\\.?(?: is| ist| est| es)?[ \\t]{0,3}[:#=(]?[ \\t]{0,3}';

function hasDigits(match: PatternMatch): number {
  const digits = match.value.replace(/\D/g, '').length;
  return digits >= 5 ? 0.85 : digits >= 3 ? 0.5 : 0;
}

function coded(words: string, code: string): RegExp {
  return new RegExp(`(?:${words})${link}(${code})(?![A-Za-z0-9])`, 'gi');
}

export const documentIds: readonly Detector[] = [
  byPattern({
    ...high,
    kind: 'passport',
    words: ['passport', 'reisepass', 'passeport', 'pasaporte', 'passaporto'],
    pattern: coded('passport|reisepass|passeport|pasaporte|passaporto', '[A-Z]{0,2}\\d[A-Z0-9]{4,9}'),
    confidence: hasDigits,
  }),
  byPattern({
    ...high,
    kind: 'driving-licence',
    words: ['driver', 'driving', 'führerschein', 'permis', 'licencia'],
    pattern: coded(
      "driver'?s? licen[cs]e|driving licen[cs]e|führerschein|permis de conduire|licencia de conducir",
      '[A-Z]{0,5}\\d[A-Z0-9-]{4,17}',
    ),
    confidence: hasDigits,
  }),
  byPattern({
    ...high,
    kind: 'health-id',
    words: ['nhs', 'medical record', 'mrn', 'patient', 'health insurance', 'medicare', 'versichert', 'health card'],
    pattern: coded(
      '\\bnhs|medical record|\\bmrn|patient|health insurance|medicare|kranken?versicherten|versicherten|health card',
      '[A-Z]{0,3}\\d[A-Z0-9-]{4,14}|\\d{3} \\d{3} \\d{4}',
    ),
    confidence: hasDigits,
  }),
];
