import type { Indicator } from '../../indicator.js';
import { measuredFact } from '../../measured-fact.js';
import { line } from '../../score/value-function.js';

export const pricesDoNotRise: Indicator = {
  id: '5.3',
  name: 'lifecycle.price_index',
  dimension: 'D5',
  question: 'How much dearer has the mix become in 24 months?',
  why: 'A price that rises with nobody else to ask is the plainest sign of lock-in.',
  source:
    'The tokens of the present mix at present prices are divided by the same tokens at the prices of 24 months ago.',
  basis: 'measured',
  value: line('growth', [0, 0.1], [0.1, 0.3], [0.5, 0.8], [1, 1]),
  halfLifeDays: 30,
  isGate: false,
  isBarrier: false,
  evidence: 'The price rows of the catalogue with their days.',
  remedy: 'Negotiate a hold on prices, and move the dearest share of the mix first.',
  regulation: ['FINOS mi-9'],
  measure: ({ catalog }) =>
    catalog === null || catalog.priceIndex24Months === null
      ? null
      : measuredFact(Math.max(0, catalog.priceIndex24Months - 1), catalog.observedAt, {
          evidence: [],
          note: `Index ${catalog.priceIndex24Months.toFixed(3)} of the mix in use.`,
        }),
};
