// Words of the special categories that data protection law names (GDPR, article 9): health, children, biometrics. A word
// is no proof that somebody's health is told; it says that a person should look at the row.
import { byPattern, type Detector } from './detector.js';

const families: Readonly<Record<'health' | 'minors' | 'biometric', readonly string[]>> = {
  health: [
    ...[
      'diagnosed with',
      'chemotherapy',
      'cancer',
      'tumor',
      'tumour',
      'hiv',
      'aids patient',
      'diabetes',
      'diabetic',
      'epilepsy',
    ],
    ...[
      'depression',
      'bipolar',
      'schizophrenia',
      'anorexia',
      'miscarriage',
      'abortion',
      'pregnant',
      'pregnancy',
      'prescription for',
    ],
    ...[
      'hepatitis',
      'dementia',
      'alzheimer',
      'antidepressant',
      'insulin',
      'my disability',
      'mental illness',
      'psychiatrist',
      'rehab',
    ],
    ...['krebs', 'schwanger', 'depressionen', 'diagnose', 'cáncer', 'embarazada', 'enceinte', 'diagnostic médical'],
  ],
  minors: [
    ...[
      'years old and in school',
      'underage',
      'under age',
      'my minor',
      'my son is',
      'my daughter is',
      'minor child',
      'schoolchild',
    ],
    ...[
      'kindergarten',
      'elementary school',
      'primary school',
      'my toddler',
      'my kid is',
      'child custody',
      'minderjährig',
      'mineur',
      'menor de edad',
    ],
  ],
  biometric: [
    ...[
      'fingerprint',
      'face recognition',
      'facial recognition',
      'face id scan',
      'iris scan',
      'retina scan',
      'voiceprint',
      'voice print',
    ],
    ...[
      'dna test',
      'dna sample',
      'palm print',
      'fingerabdruck',
      'gesichtserkennung',
      'empreinte digitale',
      'huella dactilar',
    ],
  ],
};

export const specialCategories: readonly Detector[] = Object.entries(families).map(([kind, words]) =>
  byPattern({
    kind,
    group: 'special',
    words,
    pattern: new RegExp(`(?<![\\p{L}])(?:${words.join('|')})(?![\\p{L}])`, 'giu'),
    confidence: 0.6,
  }),
);
