// Every criterion that a gate may ask, in the order of the path.

import { briefIsComplete } from './criteria/brief-is-complete.js';
import { candidateAnswersReliably } from './criteria/candidate-answers-reliably.js';
import { candidateArtefactExists } from './criteria/candidate-artefact-exists.js';
import { candidateIsNamed } from './criteria/candidate-is-named.js';
import { candidateIsNotInferior } from './criteria/candidate-is-not-inferior.js';
import { comparedOnEnoughPairs } from './criteria/compared-on-enough-pairs.js';
import { enoughCandidateExchanges } from './criteria/enough-candidate-exchanges.js';
import { enoughHoldoutRows } from './criteria/enough-holdout-rows.js';
import { enoughShadowPairs } from './criteria/enough-shadow-pairs.js';
import { enoughSoakExchanges } from './criteria/enough-soak-exchanges.js';
import { enoughTrainingRows } from './criteria/enough-training-rows.js';
import { evaluatedTheTrainedArtefact } from './criteria/evaluated-the-trained-artefact.js';
import { guardrailsAreQuiet } from './criteria/guardrails-are-quiet.js';
import { incumbentStillAnswers } from './criteria/incumbent-still-answers.js';
import { lockInIsBearable } from './criteria/lock-in-is-bearable.js';
import { noBlockingCheckFailed } from './criteria/no-blocking-check-failed.js';
import { ownerIsNamed } from './criteria/owner-is-named.js';
import { rightToTrain } from './criteria/right-to-train.js';
import { shadowAnswersAgree } from './criteria/shadow-answers-agree.js';
import { soakHasLasted } from './criteria/soak-has-lasted.js';
import { stepHasLasted } from './criteria/step-has-lasted.js';
import { targetLicenceFits } from './criteria/target-licence-fits.js';
import { targetLicenceIsAccepted } from './criteria/target-licence-is-accepted.js';
import { trainedOnTheFrozenDataSet } from './criteria/trained-on-the-frozen-data-set.js';
import { wayBackOutlastsTheWindow } from './criteria/way-back-outlasts-the-window.js';
import type { Criterion } from './criterion.js';

export const allCriteria: readonly Criterion[] = [
  briefIsComplete,
  candidateIsNamed,
  ownerIsNamed,
  targetLicenceFits,
  lockInIsBearable,
  enoughTrainingRows,
  enoughHoldoutRows,
  noBlockingCheckFailed,
  rightToTrain,
  candidateArtefactExists,
  trainedOnTheFrozenDataSet,
  targetLicenceIsAccepted,
  comparedOnEnoughPairs,
  candidateIsNotInferior,
  evaluatedTheTrainedArtefact,
  enoughShadowPairs,
  shadowAnswersAgree,
  candidateAnswersReliably,
  incumbentStillAnswers,
  guardrailsAreQuiet,
  enoughCandidateExchanges,
  stepHasLasted,
  enoughSoakExchanges,
  soakHasLasted,
  wayBackOutlastsTheWindow,
];
