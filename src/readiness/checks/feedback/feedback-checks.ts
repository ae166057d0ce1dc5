// Is it known which answers are good, and can two models be compared by it?
import type { Check } from '../../check.js';
import { answersCanBeScored } from './answers-can-be-scored.js';
import { answersWereAccepted } from './answers-were-accepted.js';
import { ratersAgree } from './raters-agree.js';
import { rowsHaveFeedback } from './rows-have-feedback.js';
import { theIncumbentWasScored } from './the-incumbent-was-scored.js';

/** In the order of their ids. */
export const feedbackChecks: readonly Check[] = [
  rowsHaveFeedback,
  answersWereAccepted,
  ratersAgree,
  answersCanBeScored,
  theIncumbentWasScored,
];
