// Is what was captured worth learning from?
import type { Check } from '../../check.js';
import { answersAreWhole } from './answers-are-whole.js';
import { answersDoNotNameTheVendor } from './answers-do-not-name-the-vendor.js';
import { answersHaveAUsualLength } from './answers-have-a-usual-length.js';
import { answersKeepTheLanguage } from './answers-keep-the-language.js';
import { answersWereNotFiltered } from './answers-were-not-filtered.js';
import { callsWereAnswered } from './calls-were-answered.js';
import { oneTeacherAnswered } from './one-teacher-answered.js';
import { outliersWereLookedAt } from './outliers-were-looked-at.js';
import { promisedJsonIsJson } from './promised-json-is-json.js';
import { proseReadsLikeProse } from './prose-reads-like-prose.js';
import { refusalsAreAsRareAsInProduction } from './refusals-are-as-rare-as-in-production.js';
import { textsHoldNoNoise } from './texts-hold-no-noise.js';
import { theTeacherAgreesWithItself } from './the-teacher-agrees-with-itself.js';

/** In the order of their ids. */
export const qualityChecks: readonly Check[] = [
  callsWereAnswered,
  answersAreWhole,
  answersWereNotFiltered,
  refusalsAreAsRareAsInProduction,
  answersDoNotNameTheVendor,
  answersHaveAUsualLength,
  answersKeepTheLanguage,
  promisedJsonIsJson,
  oneTeacherAnswered,
  theTeacherAgreesWithItself,
  textsHoldNoNoise,
  proseReadsLikeProse,
  outliersWereLookedAt,
];
