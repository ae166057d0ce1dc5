import { percentOf } from '../../in-words.js';
import type { Indicator } from '../../indicator.js';
import { measuredFact } from '../../measured-fact.js';
import { line } from '../../score/value-function.js';

export const qualityIsSampled: Indicator = {
  id: 't7.2',
  name: 'operations.sampling',
  dimension: 'T7',
  question: 'Which share of the segments is not sampled for quality in production?',
  why: 'What is not sampled is noticed by customers.',
  source: 'The deployment reports (…/lock-in/serving) in which segments live answers are scored.',
  basis: 'measured',
  value: line('share', [0, 0], [1, 1]),
  halfLifeDays: 60,
  isGate: false,
  isBarrier: false,
  evidence: 'The report on sampling.',
  remedy: 'Sample live answers of every segment and score them.',
  regulation: ['FINOS mi-11'],
  measure: ({ serving }) => {
    const seen = serving?.qualitySampledShare;
    return seen === undefined
      ? null
      : measuredFact(1 - seen.value, seen.at, {
          evidence: seen.evidence,
          note: `Live answers are scored in ${percentOf(seen.value)} of the segments.`,
        });
  },
};
