// What each number of a policy is called on the page; one that a later release adds is called by its key.
import { gateWord } from './service-words';

const labels: Readonly<Record<string, string>> = {
  'approvals.expireAfterHours': 'An approval holds for, hours',
  'approvals.preventSelfReview': 'Nobody approves what they asked for',
  gateRunExpiresAfterHours: 'A judged gate holds for, hours',
  'readiness.trainRowsMin': 'Training rows, at least',
  'readiness.trainRowsEnough': 'Training rows that are enough',
  'readiness.holdoutRowsMin': 'Held-out rows, at least',
  'readiness.rowsPerClassMin': 'Rows of each class, at least',
  'readiness.malformedShareMax': 'Broken rows, at most',
  'readiness.exactDuplicateShareMax': 'Exact duplicates, at most',
  'readiness.nearDuplicateShareMax': 'Near duplicates, at most',
  'readiness.leakedHoldoutShareMax': 'Held-out rows seen in training, at most',
  'readiness.rarestClassShareOfEvenMin': 'Rarest class, of an even share, at least',
  'readiness.overLengthShareMax': 'Rows too long for the trainer, at most',
  'evaluation.nonInferiorityMargin': 'How much worse the candidate may be',
  'evaluation.alpha': 'Risk of passing one that is worse',
  'evaluation.power': 'Chance that a good one passes',
  'evaluation.pairsMin': 'Compared pairs, at least',
  'shadow.pairsMin': 'Shadow pairs, at least',
  'shadow.agreementMin': 'Answers that agree, at least',
  'shadow.failureShareMax': 'Copies that fail, at most',
  'rollout.weightsPercent': 'Steps of the traffic',
  'rollout.minutesPerStepMin': 'A step lasts at least, minutes',
  'rollout.candidateExchangesPerStepMin': 'Calls of the candidate in a step, at least',
  'rollout.soakMinutesMin': 'The soak lasts at least, minutes',
  'rollout.soakExchangesMin': 'Calls in the soak, at least',
  'rollout.rollbackWindowDays': 'The way back is kept for, days',
  'guardrails.windowMinutes': 'Looks back over, minutes',
  'guardrails.exchangesMin': 'Calls to judge by, at least',
  'guardrails.errorRateExcessMax': 'More failures than the incumbent, at most',
  'guardrails.latencyP95RatioMax': 'Times slower than the incumbent, at most',
  'guardrails.latencyMsP95Harmless': 'Never too slow below, milliseconds',
  'guardrails.blindMinutesMax': 'May be blind for, minutes',
  'lockIn.scoreMax': 'Bearable below, points of lock-in',
  'lockIn.scoreDaysOldMax': 'The score may be old by, days',
  'lockIn.wayBackSpareDaysMin': 'The old model is served beyond the window for, days',
};

const perGate = 'approvals.requiredPerGate.';

/** @param path dotted, as the policy writes it */
export function policyLabel(path: string): string | null {
  return path.startsWith(perGate) ? `Gate “${gateWord(path.slice(perGate.length))}”` : (labels[path] ?? null);
}
