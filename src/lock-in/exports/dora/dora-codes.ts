// Codes of the closed lists of Implementing Regulation (EU) 2024/2956 that the register needs, as facts. To be checked
// against the taxonomy release in force when a package is filed.

export const substitutabilityCodes = {
  not_substitutable: 'eba_ZZ:x959',
  highly_complex: 'eba_ZZ:x960',
  medium_complexity: 'eba_ZZ:x961',
  easily: 'eba_ZZ:x962',
} as const;

export const hardBecauseCodes = {
  lack_of_alternatives: 'eba_ZZ:x963',
  migration_or_reintegration_difficulty: 'eba_ZZ:x964',
  both: 'eba_ZZ:x965',
} as const;

export const reintegrationCodes = {
  easy: 'eba_ZZ:x798',
  difficult: 'eba_ZZ:x966',
  highly_complex: 'eba_ZZ:x967',
} as const;

/** Yes, no, and that nobody looked. */
export const assessedCodes = { yes: 'eba_BT:x28', no: 'eba_BT:x29', not_performed: 'eba_BT:x21' } as const;
export type Assessed = keyof typeof assessedCodes;

export const impactCodes = {
  low: 'eba_ZZ:x791',
  medium: 'eba_ZZ:x792',
  high: 'eba_ZZ:x793',
  not_performed: 'eba_ZZ:x799',
} as const;

export const relianceCodes = {
  not_significant: 'eba_ZZ:x794',
  low: 'eba_ZZ:x795',
  material: 'eba_ZZ:x796',
  full: 'eba_ZZ:x797',
} as const;
