// Days of birth. A date is one only if a word beside it says so.
import { byPattern, type Detector, sign } from './detector.js';

const months =
  'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|januar|februar|märz|mai|juni|juli|okt|dez|janv|févr|mars|avr|juin|juil|août|sept|déc|ene|abr|ago|dic';
const date = `\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}|(?:19|20)\\d{2}[./-]\\d{1,2}[./-]\\d{1,2}|\\d{1,2}(?:st|nd|rd|th|\\.)? (?:of )?(?:${months})[\\p{L}]{0,8}\\.?,? (?:19|20)\\d{2}|(?:${months})[\\p{L}]{0,8}\\.? \\d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\\d{2}`;

export const dateOfBirth: Detector = byPattern({
  kind: 'date-of-birth',
  group: 'contact',
  signs: sign.digit,
  words: [
    'born',
    'birth',
    'dob',
    'd.o.b',
    'geboren',
    'geburt',
    'naissance',
    'née le',
    'né le',
    'nacid',
    'nacimiento',
    'nascit',
    'nato il',
    'nata il',
    'geb.',
  ],
  pattern: new RegExp(
    `(?:born|birth(?:day|date)?|dob|d\\.o\\.b\\.?|geboren|geburts(?:tag|datum)|naissance|née? le|nacid[oa]|nacimiento|nascita|nat[oa] il|geb\\.)[^\\d\\n]{0,24}?(${date})`,
    'giu',
  ),
  confidence: 0.9,
});
