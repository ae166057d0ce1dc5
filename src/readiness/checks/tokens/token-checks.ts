// Do the rows fit what is to be trained, and what would the trainer do to them?
import type { Check } from '../../check.js';
import { answersAreLeftToLearn } from './answers-are-left-to-learn.js';
import { answersAreNotCut } from './answers-are-not-cut.js';
import { batchesWasteLittle } from './batches-waste-little.js';
import { captionsFitClip } from './captions-fit-clip.js';
import { contentsHoldNoMarks } from './contents-hold-no-marks.js';
import { fewTokensAreCut } from './few-tokens-are-cut.js';
import { promptsAreMostlyTheirOwn } from './prompts-are-mostly-their-own.js';
import { rowsFitTheContext } from './rows-fit-the-context.js';
import { theTemplateTakesTheRows } from './the-template-takes-the-rows.js';
import { theTrainerDropsNoRows } from './the-trainer-drops-no-rows.js';

/** In the order of their ids. */
export const tokenChecks: readonly Check[] = [
  rowsFitTheContext,
  answersAreLeftToLearn,
  answersAreNotCut,
  theTrainerDropsNoRows,
  fewTokensAreCut,
  theTemplateTakesTheRows,
  batchesWasteLittle,
  promptsAreMostlyTheirOwn,
  captionsFitClip,
  contentsHoldNoMarks,
];
