import { factsOfReport, mergeServing, nothingReported, partsOf } from './serving-report.js';

const scan = factsOfReport({ parts: { criticalFaults: 2 }, at: 10, evidence: ['scan 1'] });

describe('what a deployment reports', () => {
  it('is known part by part, each with its own time and evidence', () => {
    const inventory = factsOfReport({ parts: { capacityBySupplier: { a: 3, b: 1 } }, at: 5, evidence: ['cmdb'] });
    expect(mergeServing(scan, inventory)).toEqual({
      criticalFaults: { value: 2, at: 10, evidence: ['scan 1'] },
      capacityBySupplier: { value: { a: 3, b: 1 }, at: 5, evidence: ['cmdb'] },
    });
  });

  it('is replaced by what was seen later, and not by what was seen before', () => {
    const again = (at: number) => factsOfReport({ parts: { criticalFaults: 0 }, at, evidence: ['scan 2'] });
    expect(mergeServing(scan, again(11)).criticalFaults?.value).toBe(0);
    expect(mergeServing(scan, again(10)).criticalFaults?.value).toBe(0);
    expect(mergeServing(scan, again(9)).criticalFaults?.value).toBe(2);
  });

  it('may be false or none, which is not the same as not said', () => {
    expect(partsOf({ parts: { hasDriftMonitor: false, criticalFaults: 0 } })).toEqual([
      'criticalFaults',
      'hasDriftMonitor',
    ]);
    expect(mergeServing(nothingReported, nothingReported)).toEqual({});
  });
});
