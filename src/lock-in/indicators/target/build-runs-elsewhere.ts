import { percentOf } from '../../in-words.js';
import type { Indicator } from '../../indicator.js';
import { measuredFact } from '../../measured-fact.js';
import { line } from '../../score/value-function.js';

export const buildRunsElsewhere: Indicator = {
  id: 't4.4',
  name: 'compute.portable_build',
  dimension: 'T4',
  question: 'Which share of serving needs one kind of hardware?',
  why: 'A build for one chip is another vendor to leave.',
  source:
    'The inventory of engines, which the deployment reports (…/lock-in/serving), says which share of serving needs one kind of hardware; what is trained and served here runs on any processor.',
  basis: 'measured',
  value: line('share', [0, 0], [1, 1]),
  halfLifeDays: 90,
  isGate: false,
  isBarrier: false,
  evidence: 'The inventory of engines.',
  remedy: 'Build the server for a second kind of hardware too, and test that build.',
  regulation: ['ISO/IEC 19941'],
  measure: ({ serving }) => {
    const seen = serving?.hardwareOnlyShare;
    return seen === undefined
      ? null
      : measuredFact(seen.value, seen.at, {
          evidence: seen.evidence,
          note: `${percentOf(seen.value)} of serving needs one kind of hardware.`,
        });
  },
};
