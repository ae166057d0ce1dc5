// Every alert rule, by number.
import type { AlertRule } from './alert.js';
import { callsPassTheGateway } from './rules/calls-pass-the-gateway.js';
import { criticalFlowsPinTheirModel } from './rules/critical-flows-pin-their-model.js';
import { exitTestIsRecent } from './rules/exit-test-is-recent.js';
import { factsCarryTheScore } from './rules/facts-carry-the-score.js';
import { heldStateIsExported } from './rules/held-state-is-exported.js';
import { noNewTieAppears } from './rules/no-new-tie-appears.js';
import { noticeDateIsNotMissed } from './rules/notice-date-is-not-missed.js';
import { noticeKeepsItsPromise } from './rules/notice-keeps-its-promise.js';
import { pricesHold } from './rules/prices-hold.js';
import { replacementStays } from './rules/replacement-stays.js';
import { shutdownDateIsSettled } from './rules/shutdown-date-is-settled.js';
import { shutdownIsNear } from './rules/shutdown-is-near.js';
import { termsStayAsRead } from './rules/terms-stay-as-read.js';
import { theAskedModelAnswers } from './rules/the-asked-model-answers.js';
import { theScoreHolds } from './rules/the-score-holds.js';
import { wayBackOutlastsTheRamp } from './rules/way-back-outlasts-the-ramp.js';

export const allAlerts: readonly AlertRule[] = [
  shutdownIsNear,
  shutdownDateIsSettled,
  noticeKeepsItsPromise,
  replacementStays,
  theAskedModelAnswers,
  criticalFlowsPinTheirModel,
  noNewTieAppears,
  callsPassTheGateway,
  pricesHold,
  theScoreHolds,
  factsCarryTheScore,
  exitTestIsRecent,
  noticeDateIsNotMissed,
  termsStayAsRead,
  heldStateIsExported,
  wayBackOutlastsTheRamp,
];
