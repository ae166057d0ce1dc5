// The facts that ship, put through the same door as anybody else's.
import { aReading } from '../../../test/builders/a-reading.js';
import { isRefusal } from '../../kernel/refusal.js';
import { loadCatalogDocuments } from '../load-catalog.client.js';
import { sourceRanks } from './catalog-row.js';
import { judgeReading } from './judge-reading.js';
import { type PresentCatalog, presentCatalog } from './present-catalog.js';
import { bundleReader, writeBundle } from './readers/read-bundle.js';
import { rowsOfDocuments } from './shipped-models.js';

describe('the catalogue that ships', () => {
  const present = presentCatalog(rowsOfDocuments(loadCatalogDocuments()));
  const read = bundleReader.read(writeBundle(present));
  const { offers, faults } = isRefusal(read) ? { offers: [], faults: [read.detail] } : read;
  const about = { kind: 'bundle', source: 'bundle', rank: sourceRanks.providerPage, observedAt: 4e12 } as const;
  const judged = (against: PresentCatalog) =>
    judgeReading({ present: against, reading: aReading(offers, about), readings: [], namesInUse: new Set() });

  it('leaves and comes back whole as a bundle', () => {
    expect(faults).toEqual([]);
    expect(offers).toHaveLength(present.size);
    expect(judged(present)).toEqual({ changes: [], conflicts: [], hold: null });
  });

  it('would pass its own quarantine, but for what costs nothing', () => {
    const findings = judged(new Map()).changes.flatMap(({ offer, findings }) =>
      findings.map(({ rule, text }) => [rule, offer.model, text]),
    );
    expect(findings.filter(([rule]) => rule !== 'nothing-is-free-by-mistake')).toEqual([]);
  });
});
