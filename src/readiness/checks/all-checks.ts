// Every readiness check, in the order of the report: format, volume, balance, duplicates, leakage, token budget, quality,
// personal data, rights, drift, feedback, split. Each group has its own list beside its files.
import type { Check } from '../check.js';
import { balanceChecks } from './balance/balance-checks.js';
import { driftChecks } from './drift/drift-checks.js';
import { duplicateChecks } from './duplicates/duplicate-checks.js';
import { feedbackChecks } from './feedback/feedback-checks.js';
import { formatChecks } from './format/format-checks.js';
import { leakageChecks } from './leakage/leakage-checks.js';
import { privacyChecks } from './privacy/privacy-checks.js';
import { qualityChecks } from './quality/quality-checks.js';
import { rightsChecks } from './rights/rights-checks.js';
import { splitChecks } from './split/split-checks.js';
import { tokenChecks } from './tokens/token-checks.js';
import { volumeChecks } from './volume/volume-checks.js';

export const allChecks: readonly Check[] = [
  ...formatChecks,
  ...volumeChecks,
  ...balanceChecks,
  ...duplicateChecks,
  ...leakageChecks,
  ...tokenChecks,
  ...qualityChecks,
  ...privacyChecks,
  ...rightsChecks,
  ...driftChecks,
  ...feedbackChecks,
  ...splitChecks,
];
