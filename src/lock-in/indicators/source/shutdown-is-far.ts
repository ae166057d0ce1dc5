import { counted, endInWords, wholeDays } from '../../in-words.js';
import type { Indicator } from '../../indicator.js';
import { type DaysToShutdown, daysToWorstShutdown, measuredFact } from '../../measured-fact.js';
import { line } from '../../score/value-function.js';

export const shutdownIsFar: Indicator = {
  id: '5.1',
  name: 'lifecycle.shutdown',
  dimension: 'D5',
  question: 'Is the shutdown of the models in use further away than the way out is long?',
  why: 'A model that ends before the move is done forces a worse one.',
  source:
    'The catalogue holds the ends of the models seen in traffic; without a date the tenth percentile of the developer’s notices stands in.',
  basis: 'measured',
  value: line('ratio', [0, 1], [1, 0.8], [2, 0.3], [3, 0.1]),
  halfLifeDays: 14,
  isGate: true,
  isBarrier: false,
  evidence: 'The lifecycle record with its sources.',
  remedy: 'Start the migration now, or move to a version that lives longer than the way out takes.',
  regulation: ['DORA art. 28(8)', 'FINOS ri-5'],
  measure: ({ catalog }) => {
    if (catalog === null) {
      return null;
    }
    const days = daysToWorstShutdown(catalog);
    return days === null
      ? null
      : measuredFact(Math.max(0, days.days) / catalog.exitLeadTimeDays, catalog.observedAt, {
          evidence: days.sources,
          note: `${endOf(days)}; leaving takes ${counted(Math.round(catalog.exitLeadTimeDays), 'day')}.`,
        });
  },
};

function endOf({ model, days, isAnnounced }: DaysToShutdown): string {
  return isAnnounced
    ? `${model} ${endInWords(days)}`
    : `No end of ${model} is announced; its developer has given as little as ${counted(wholeDays(days), 'day')}`;
}
