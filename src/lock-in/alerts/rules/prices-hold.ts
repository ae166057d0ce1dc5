import { percentOf } from '../../in-words.js';
import type { AlertRule } from '../alert.js';

const growthMin = 0.1;
const noise = 1e-9;

export const pricesHold: AlertRule = {
  number: 9,
  name: 'price.up',
  question: 'Did the mix in use become dearer by a tenth or more within thirty days?',
  why: 'Whoever cannot leave pays what is asked.',
  source: 'Price index of the mix: its cost at present prices over its cost at the prices of thirty days ago.',
  owner: 'risk-owner',
  remedy: 'Ask for a price hold; see whether moving pays now.',
  raise: ({ priceIndex30Days: priced }) =>
    priced === null || priced.index - 1 < growthMin - noise
      ? []
      : [
          {
            // Each further tenth is news again.
            about: `by-${Math.floor((priced.index - 1) * 10 + noise) * 10}-percent`,
            severity: 'warning',
            text: `The mix in use costs ${percentOf(priced.index - 1)} more than thirty days ago; ${percentOf(growthMin)} raise this.`,
            evidence: priced.sources,
            expiresAt: null,
          },
        ],
};
