import type { Indicator } from '../../indicator.js';
import { line } from '../../score/value-function.js';

export const vectorsAreOwn: Indicator = {
  id: '3.2',
  name: 'data.embeddings',
  dimension: 'D3',
  question: 'Which share of the stored vectors comes from an encoder that only the vendor has?',
  why: 'Vectors of one encoder mean nothing to another; the index has to be built anew.',
  source:
    'The metadata of the indexes say which encoder made each vector; a vector counts half where its source text is kept.',
  basis: 'measured',
  value: line('share', [0, 0], [1, 1]),
  halfLifeDays: 90,
  isGate: false,
  isBarrier: true,
  evidence: 'The manifest of each index, with its encoder.',
  remedy: 'Embed the source texts again with an open encoder.',
  regulation: ['Data Act art. 25'],
  measure: null,
};
