// Every readiness check, in the order of the report: format, volume, balance, duplicates, leakage, budget, split.
import type { Check } from '../check.js';
import { answersAreNotEmpty } from './answers-are-not-empty.js';
import { captureRate } from './capture-rate.js';
import { chatsEndWithAnAnswer } from './chats-end-with-an-answer.js';
import { classesAreBalanced } from './classes-are-balanced.js';
import { enoughHoldoutRows } from './enough-holdout-rows.js';
import { enoughRowsPerClass } from './enough-rows-per-class.js';
import { enoughTrainRows } from './enough-train-rows.js';
import { holdoutIsNotNearTrain } from './holdout-is-not-near-train.js';
import { holdoutPromptsAreNotInTrain } from './holdout-prompts-are-not-in-train.js';
import { labelNamesDifferClearly } from './label-names-differ-clearly.js';
import { labelsAgree } from './labels-agree.js';
import { messagesAreWellFormed } from './messages-are-well-formed.js';
import { rolesAlternate } from './roles-alternate.js';
import { rowsAreNotNearlyTheSame } from './rows-are-not-nearly-the-same.js';
import { rowsAreUnique } from './rows-are-unique.js';
import { rowsFitTheContext } from './rows-fit-the-context.js';
import { rowsParse } from './rows-parse.js';
import { sidesAreDisjoint } from './sides-are-disjoint.js';
import { splitIsRepeatable } from './split-is-repeatable.js';

export const allChecks: readonly Check[] = [
  rowsParse,
  messagesAreWellFormed,
  rolesAlternate,
  chatsEndWithAnAnswer,
  answersAreNotEmpty,
  labelNamesDifferClearly,
  enoughTrainRows,
  enoughRowsPerClass,
  enoughHoldoutRows,
  captureRate,
  classesAreBalanced,
  labelsAgree,
  rowsAreUnique,
  rowsAreNotNearlyTheSame,
  holdoutPromptsAreNotInTrain,
  holdoutIsNotNearTrain,
  rowsFitTheContext,
  splitIsRepeatable,
  sidesAreDisjoint,
];
