import type { Indicator } from '../../indicator.js';
import { measuredFact } from '../../measured-fact.js';
import { line } from '../../score/value-function.js';

export const vendorTakesAShareOfSpend: Indicator = {
  id: '1.2',
  name: 'exposure.spend',
  dimension: 'D1',
  question: 'Which share of the spending on models goes to one vendor?',
  why: 'Spending shows a dependence that counts of small calls hide.',
  source:
    'An imported invoice of ninety days, or the priced calls of thirty where there is none, says what went to which vendor.',
  basis: 'measured',
  value: line('share', [0, 0], [1, 1]),
  halfLifeDays: 45,
  isGate: false,
  isBarrier: false,
  evidence: 'The id of the imported invoice, or the priced calls themselves.',
  remedy: 'Route tasks of low risk to another vendor or to the open candidate.',
  regulation: ['EBA/GL/2019/02 ¶54'],
  measure: ({ invoice, traffic }) => {
    const invoiced = invoice === null ? null : largestShare(invoice.spendByVendor);
    if (invoice !== null && invoiced !== null) {
      return measuredFact(invoiced, invoice.untilAt, {
        evidence: [invoice.id],
        note: 'Share of the largest vendor in the imported invoices.',
      });
    }
    const priced = traffic?.spendNanoUsdByVendor == null ? null : largestShare(traffic.spendNanoUsdByVendor);
    return traffic === null || priced === null
      ? null
      : measuredFact(priced, traffic.untilAt, { evidence: [], note: 'Share of the largest vendor in priced calls.' });
  },
};

/** Null where nothing was spent. */
function largestShare(spend: Readonly<Record<string, number>>): number | null {
  const spends = Object.values(spend);
  const all = spends.reduce((sum, one) => sum + one, 0);
  return all <= 0 ? null : Math.max(...spends) / all;
}
