import type { Indicator } from '../../indicator.js';
import { measuredFact } from '../../measured-fact.js';
import { choice } from '../../score/value-function.js';

export const engineIsSupported: Indicator = {
  id: 't3.2',
  name: 'support.engine',
  dimension: 'T3',
  question: 'Is the serving engine a supported version?',
  why: 'Old engines drop models, and nobody patches them.',
  source:
    'The version of the serving engine is held against its window of support. The deployment reports it (…/lock-in/serving).',
  basis: 'measured',
  value: choice({ current: 0, old: 0.5, dropped: 1 }),
  halfLifeDays: 60,
  isGate: false,
  isBarrier: false,
  evidence: 'The version, as the deployment reports it.',
  remedy: 'Upgrade the serving engine to a version that is still supported.',
  regulation: ['NIST 600-1 §2.12'],
  measure: ({ serving }) => {
    const seen = serving?.engineSupport;
    return seen === undefined
      ? null
      : measuredFact(seen.value, seen.at, { evidence: seen.evidence, note: 'As the deployment reports its version.' });
  },
};
