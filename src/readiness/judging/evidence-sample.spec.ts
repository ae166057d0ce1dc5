import fc from 'fast-check';
import { anExample } from '../../../test/builders/row-facts.js';
import {
  addEvidence,
  type EvidenceSample,
  evidenceMax,
  evidenceRows,
  mergeEvidence,
  noEvidence,
} from './evidence-sample.js';

const rows = Array.from({ length: 200 }, (_, at) => anExample({ input: `question ${at % 150}`, line: at + 1 }));
const sampleOf = (places: readonly number[], checkId = 'X01') =>
  places.reduce((sample: EvidenceSample, at) => addEvidence(sample, checkId, rows[at] ?? anExample()), noEvidence);
const places = fc.uniqueArray(fc.nat({ max: 199 }), { maxLength: 200 });

describe('a sample of rows that show it', () => {
  it('is the same for any cut and any order', () => {
    fc.assert(
      fc.property(places, fc.nat({ max: 200 }), (all, cut) => {
        const merged = mergeEvidence(sampleOf(all.slice(cut)), sampleOf(all.slice(0, cut)));
        expect(merged).toEqual(sampleOf([...all].sort((left, right) => left - right)));
      }),
    );
  });

  it('keeps fifty and counts all', () => {
    const { evidence, evidenceTotal } = evidenceRows(sampleOf(rows.map((_, at) => at)));
    expect(evidence).toHaveLength(evidenceMax);
    expect(evidenceTotal).toBe(200);
  });

  it('shows other rows for another check', () => {
    const all = rows.map((_, at) => at);
    expect(evidenceRows(sampleOf(all, 'A01')).evidence).not.toEqual(evidenceRows(sampleOf(all, 'B02')).evidence);
  });

  it('does not change a sample that is merged in', () => {
    const right = sampleOf([1, 2, 3]);
    mergeEvidence(sampleOf([4]), right);
    expect(right).toEqual(sampleOf([1, 2, 3]));
  });
});
