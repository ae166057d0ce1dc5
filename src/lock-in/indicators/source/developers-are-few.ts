import { counted } from '../../in-words.js';
import type { Indicator } from '../../indicator.js';
import { measuredFact } from '../../measured-fact.js';
import { line } from '../../score/value-function.js';

export const developersAreFew: Indicator = {
  id: '1.3',
  name: 'exposure.developers',
  dimension: 'D1',
  question: 'How few developers stand behind all routes?',
  why: 'Several vendors may resell the model of one developer; when that one stops, all of them do.',
  source:
    'The squared shares of the model developers are summed (Herfindahl and Hirschman); a reseller counts for the developer behind it. CHAOSS elephant factor.',
  basis: 'measured',
  value: line('HHI', [0.25, 0], [1, 1]),
  halfLifeDays: 30,
  isGate: false,
  isBarrier: false,
  evidence: 'The calls by developer, as the gateway captured them.',
  remedy: 'Add a route to a model of a different developer, not another reseller of the same one.',
  regulation: ['DORA B_05.02', 'DORA art. 29'],
  measure: ({ traffic }) => {
    if (traffic === null || traffic.calls === 0) {
      return null;
    }
    const shares = Object.values(traffic.callsByDeveloper).map((calls) => calls / traffic.calls);
    const hhi = shares.reduce((sum, share) => sum + share ** 2, 0);
    return measuredFact(hhi, traffic.untilAt, {
      evidence: [],
      note: `The models of ${counted(shares.length, 'developer')} answered ${counted(traffic.calls, 'call')}.`,
    });
  },
};
