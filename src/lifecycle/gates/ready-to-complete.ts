import { enoughSoakExchanges } from '../criteria/enough-soak-exchanges.js';
import { guardrailsAreQuiet } from '../criteria/guardrails-are-quiet.js';
import { incumbentStillAnswers } from '../criteria/incumbent-still-answers.js';
import { lockInIsBearable } from '../criteria/lock-in-is-bearable.js';
import { soakHasLasted } from '../criteria/soak-has-lasted.js';
import { wayBackOutlastsTheWindow } from '../criteria/way-back-outlasts-the-window.js';
import type { Gate } from '../gate.js';

export const readyToComplete: Gate = {
  name: 'ready-to-complete',
  question: 'Is full traffic quiet, for long enough, with the way back still open?',
  criteria: [
    guardrailsAreQuiet,
    enoughSoakExchanges,
    soakHasLasted,
    incumbentStillAnswers,
    wayBackOutlastsTheWindow,
    lockInIsBearable,
  ],
};
