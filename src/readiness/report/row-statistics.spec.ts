import { aRowFacts, rowFactsApart } from '../../../test/builders/row-facts.js';
import { aProduction, aSetContext, aSetFacts } from '../../../test/builders/set-context.js';
import type { PrivateSpan } from '../privacy/privacy-facts.js';
import type { RowFacts } from '../rows/row-facts.js';
import { gatherStatistics } from './gather-statistics.js';
import { addStatistics, finishStatistics, mergeStatistics, startStatistics } from './row-statistics.js';

const span = (kind: string): PrivateSpan => ({
  kind,
  group: 'contact',
  message: 0,
  call: null,
  start: 0,
  end: 3,
  valueDigest: kind,
  confidence: 1,
});

const rows: RowFacts[] = rowFactsApart(60, (at) => ({
  label: 'yes'.repeat(1 + (at % 7)),
  traits: { model: at % 3 === 0 ? 'gpt-4' : 'gpt-4o' },
  languages: at % 2 === 0 ? { prompt: at % 4 === 0 ? 'en' : null, answer: null } : null,
  privacy: { spans: at % 10 === 0 ? [span('email'), span('email'), span('phone')] : [] },
}));

const folded = (some: readonly RowFacts[]) => some.reduce(addStatistics, startStatistics());

describe('what the rows look like', () => {
  it('is the same however the rows are cut and ordered', () => {
    const whole = finishStatistics(folded(rows));
    const pieces = [rows.slice(40), rows.slice(0, 7), rows.slice(7, 40)].map((some) => folded([...some].reverse()));
    expect(finishStatistics(pieces.reduce(mergeStatistics, startStatistics()))).toEqual(whole);
  });

  it('counts rows and places of personal data by kind', () => {
    expect(finishStatistics(folded(rows)).privateKinds).toEqual([
      { kind: 'email', group: 'contact', rows: 6, spans: 12 },
      { kind: 'phone', group: 'contact', rows: 6, spans: 6 },
    ]);
  });

  it('does not say that there is no personal data where it was not looked for', () => {
    expect(finishStatistics(folded([aRowFacts()])).privateKinds).toBeNull();
  });

  it('has bars that hold every row', () => {
    const { answerCharacters } = finishStatistics(folded(rows));
    expect(answerCharacters?.bars.reduce((sum, one) => sum + one.rows, 0)).toBe(60);
    expect(answerCharacters?.max).toBe(21);
  });

  it('knows nothing of no rows', () => {
    const none = finishStatistics(startStatistics());
    expect([none.rows, none.tokens, none.promptCharacters, none.languagesLookedAt]).toEqual([0, null, null, 0]);
  });

  it('puts the labels that moved most against production first', () => {
    const classes = [
      { label: 'a', deliveredTrain: 50, keptTrain: 50, keptHoldout: 5 },
      { label: 'b', deliveredTrain: 50, keptTrain: 50, keptHoldout: 5 },
    ];
    const context = aSetContext({
      set: aSetFacts({ classes }),
      production: aProduction({ calls: 100, refusals: 2, labels: { a: 40, b: 10, c: 50 } }),
    });
    const { shift } = gatherStatistics(folded(rows), context);
    expect(shift?.refusalShare).toBe(0.02);
    expect(shift?.labels).toEqual([
      { name: 'c', train: 0, production: 0.5 },
      { name: 'b', train: 0.5, production: 0.1 },
      { name: 'a', train: 0.5, production: 0.4 },
    ]);
  });
});
