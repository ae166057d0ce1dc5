// Every indicator of the source ledger, in the order of the report.
import type { Indicator } from '../../indicator.js';
import { aSubstituteIsAsGood } from './a-substitute-is-as-good.js';
import { alternativesAreTested } from './alternatives-are-tested.js';
import { answersMayBeTrainedOn } from './answers-may-be-trained-on.js';
import { artefactsCanBeExported } from './artefacts-can-be-exported.js';
import { auditAndServiceLevelAreAgreed } from './audit-and-service-level-are-agreed.js';
import { callsBypassCapture } from './calls-bypass-capture.js';
import { commitmentIsSmall } from './commitment-is-small.js';
import { criticalFlowsArePortable } from './critical-flows-are-portable.js';
import { criticalTrafficIsCovered } from './critical-traffic-is-covered.js';
import { developersAreFew } from './developers-are-few.js';
import { exitHasOwnerAndBudget } from './exit-has-owner-and-budget.js';
import { exitIsAssisted } from './exit-is-assisted.js';
import { exitPlanIsApproved } from './exit-plan-is-approved.js';
import { exitPlanIsComplete } from './exit-plan-is-complete.js';
import { exitWasTested } from './exit-was-tested.js';
import { failoverWasDrilled } from './failover-was-drilled.js';
import { featuresArePortable } from './features-are-portable.js';
import { functionIsCritical } from './function-is-critical.js';
import { functionReliesOnTheService } from './function-relies-on-the-service.js';
import { historyIsOwn } from './history-is-own.js';
import { leavingIsFree } from './leaving-is-free.js';
import { noticeCoversTheExit } from './notice-covers-the-exit.js';
import { noticesAreLongEnough } from './notices-are-long-enough.js';
import { placeIsInsidePolicy } from './place-is-inside-policy.js';
import { pricesDoNotRise } from './prices-do-not-rise.js';
import { promptsTransfer } from './prompts-transfer.js';
import { requestsLeanOnStateAtTheVendor } from './requests-lean-on-state-at-the-vendor.js';
import { requestsUseTunesAtTheVendor } from './requests-use-tunes-at-the-vendor.js';
import { requestsUseUnpinnedNames } from './requests-use-unpinned-names.js';
import { segmentsHaveGoldenSets } from './segments-have-golden-sets.js';
import { shutdownIsFar } from './shutdown-is-far.js';
import { stressedExitIsQuick } from './stressed-exit-is-quick.js';
import { substituteIsQuickAndCheapEnough } from './substitute-is-quick-and-cheap-enough.js';
import { substituteKeepsTheContract } from './substitute-keeps-the-contract.js';
import { termsChangeByConsent } from './terms-change-by-consent.js';
import { theModelAskedForAnswers } from './the-model-asked-for-answers.js';
import { theModelIsYoung } from './the-model-is-young.js';
import { vectorsAreOwn } from './vectors-are-own.js';
import { vendorServesAShareOfRequests } from './vendor-serves-a-share-of-requests.js';
import { vendorTakesAShareOfSpend } from './vendor-takes-a-share-of-spend.js';

export const sourceIndicators: readonly Indicator[] = [
  vendorServesAShareOfRequests,
  vendorTakesAShareOfSpend,
  developersAreFew,
  functionIsCritical,
  functionReliesOnTheService,
  requestsUseUnpinnedNames,
  featuresArePortable,
  criticalFlowsArePortable,
  requestsLeanOnStateAtTheVendor,
  callsBypassCapture,
  promptsTransfer,
  requestsUseTunesAtTheVendor,
  historyIsOwn,
  vectorsAreOwn,
  artefactsCanBeExported,
  answersMayBeTrainedOn,
  segmentsHaveGoldenSets,
  noticeCoversTheExit,
  termsChangeByConsent,
  commitmentIsSmall,
  exitIsAssisted,
  auditAndServiceLevelAreAgreed,
  placeIsInsidePolicy,
  leavingIsFree,
  shutdownIsFar,
  noticesAreLongEnough,
  pricesDoNotRise,
  theModelAskedForAnswers,
  theModelIsYoung,
  exitPlanIsApproved,
  exitPlanIsComplete,
  exitWasTested,
  stressedExitIsQuick,
  alternativesAreTested,
  exitHasOwnerAndBudget,
  aSubstituteIsAsGood,
  criticalTrafficIsCovered,
  substituteIsQuickAndCheapEnough,
  failoverWasDrilled,
  substituteKeepsTheContract,
];
