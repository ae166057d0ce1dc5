// Could the candidate know the answers beforehand? In the order of the catalogue.
import type { Check } from '../../check.js';
import { answersAreNotInThePrompt } from './answers-are-not-in-the-prompt.js';
import { benchmarksAreNotInTheRows } from './benchmarks-are-not-in-the-rows.js';
import { groupsStandOnOneSide } from './groups-stand-on-one-side.js';
import { holdoutIsNotNearTrain } from './holdout-is-not-near-train.js';
import { holdoutPromptsAreNotInTrain } from './holdout-prompts-are-not-in-train.js';
import { holdoutSharesNoLongRuns } from './holdout-shares-no-long-runs.js';
import { shownExamplesAreNotHeldOut } from './shown-examples-are-not-held-out.js';

export const leakageChecks: readonly Check[] = [
  holdoutPromptsAreNotInTrain,
  holdoutIsNotNearTrain,
  holdoutSharesNoLongRuns,
  groupsStandOnOneSide,
  benchmarksAreNotInTheRows,
  answersAreNotInThePrompt,
  shownExamplesAreNotHeldOut,
];
