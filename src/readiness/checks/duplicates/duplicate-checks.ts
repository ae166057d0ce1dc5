// Are rows there once, and is each worth its place? In the order of the catalogue.
import type { Check } from '../../check.js';
import { answersDoNotRepeatThemselves } from './answers-do-not-repeat-themselves.js';
import { answersToAPromptAgree } from './answers-to-a-prompt-agree.js';
import { picturesAreNotNearlyTheSame } from './pictures-are-not-nearly-the-same.js';
import { promptsAreNotBoilerplate } from './prompts-are-not-boilerplate.js';
import { rowsAreNotNearlyTheSame } from './rows-are-not-nearly-the-same.js';
import { rowsAreUnique } from './rows-are-unique.js';

export const duplicateChecks: readonly Check[] = [
  rowsAreUnique,
  answersToAPromptAgree,
  rowsAreNotNearlyTheSame,
  promptsAreNotBoilerplate,
  answersDoNotRepeatThemselves,
  picturesAreNotNearlyTheSame,
];
