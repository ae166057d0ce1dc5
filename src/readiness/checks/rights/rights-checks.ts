// May these rows be trained on, by whom, and for what?
import type { Check } from '../../check.js';
import { answersReciteNothing } from './answers-recite-nothing.js';
import { everyRowHasAHistory } from './every-row-has-a-history.js';
import { noRegionNeedsMoreCare } from './no-region-needs-more-care.js';
import { peopleHaveAgreed } from './people-have-agreed.js';
import { theTargetLicenceIsAccepted } from './the-target-licence-is-accepted.js';
import { uploadsAreLicensed } from './uploads-are-licensed.js';
import { vendorsLetTheirAnswersTeach } from './vendors-let-their-answers-teach.js';

/** In the order of their ids. */
export const rightsChecks: readonly Check[] = [
  vendorsLetTheirAnswersTeach,
  uploadsAreLicensed,
  peopleHaveAgreed,
  theTargetLicenceIsAccepted,
  noRegionNeedsMoreCare,
  everyRowHasAHistory,
  answersReciteNothing,
];
