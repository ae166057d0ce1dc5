import { readThresholds } from './read-thresholds.js';

const good = { better: 'low', warn: 0, fail: 'malformedShareMax', source: 'policy; catalogue F05' };

describe('written thresholds', () => {
  it('are taken as they are written', () => {
    expect(readThresholds({ F05: good }).limits.get('F05')).toEqual(good);
  });

  it('may never warn and never fail', () => {
    expect(readThresholds({ V05: { ...good, warn: null, fail: null } }).faults).toEqual([]);
  });

  it.each([
    ['no side', { F05: { ...good, better: 'less' } }, 'F05.better: must be low or high'],
    ['a number that the policy does not have', { F05: { ...good, fail: 'rowsMax' } }, 'F05.fail: must be'],
    ['a number that is none', { F05: { ...good, warn: Number.NaN } }, 'F05.warn: must be'],
    ['no source', { F05: { ...good, source: '' } }, 'F05.source: must say'],
    ['a field of its own', { F05: { ...good, note: 1 } }, 'F05.note: is not known'],
    ['no id', { format: good }, 'format: is no id'],
    ['no mapping', ['F05'], 'must be a mapping'],
  ])('are refused with %s', (_what, document, fault) => {
    const { faults, limits } = readThresholds(document);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(fault);
    expect(limits.size).toBe(0);
  });
});
