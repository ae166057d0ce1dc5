import { labelledRows } from './labelled-rows.js';
import { scoreDetectors, shippedScores } from './score-detectors.js';

const rows = labelledRows();

describe('the labelled set', () => {
  it('has some hundred rows, and the same each time', () => {
    expect(rows.length).toBeGreaterThan(300);
    expect(labelledRows()).toEqual(rows);
  });

  it('labels values that stand where it says, and leaves some rows without any', () => {
    for (const { text, spans } of rows) {
      for (const { start, end } of spans) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeLessThanOrEqual(text.length);
        expect(text.slice(start, end)).not.toMatch(/[{}]|^\s|\s$/);
      }
    }
    expect(rows.filter((row) => row.spans.length === 0).length).toBeGreaterThanOrEqual(15);
  });
});

describe('scores', () => {
  it('count what was found, missed and found falsely', () => {
    const scores = scoreDetectors([
      { template: 0, text: 'write to a@example.org', spans: [{ kind: 'email', start: 9, end: 22 }] },
      { template: 1, text: 'nothing here', spans: [{ kind: 'email', start: 0, end: 7 }] },
      { template: 2, text: 'or b@example.org', spans: [] },
    ]);
    expect(scores).toEqual([
      { kind: 'email', group: 'contact', values: 2, found: 1, falseFinds: 1, recall: 0.5, precision: 0.5, f2: 0.5 },
    ]);
  });

  it('are null where nothing is labelled', () => {
    expect(scoreDetectors([{ template: 0, text: 'a@example.org', spans: [] }])[0]).toMatchObject({
      recall: null,
      precision: 0,
      f2: null,
    });
  });

  it('of the set that ships reach 0.95 recall for every grave kind and every secret', () => {
    const grave = shippedScores().filter(({ group, values }) => (group === 'high' || group === 'secret') && values > 0);
    expect(grave.length).toBeGreaterThan(15);
    for (const { kind, recall } of grave) {
      expect([kind, (recall ?? 0) >= 0.95]).toEqual([kind, true]);
    }
  });

  it('say honestly that names are found less often', () => {
    const person = shippedScores().find(({ kind }) => kind === 'person');
    expect(person?.recall).toBeGreaterThan(0.8);
    expect(person?.recall).toBeLessThan(1);
  });
});
