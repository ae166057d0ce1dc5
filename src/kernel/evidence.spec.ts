import { type Evidence, rulingEvidence } from './evidence.js';

function evidence(parts: Partial<Evidence>): Evidence {
  return {
    id: 'evd_1',
    projectId: 'prj_1',
    kind: 'readiness.report',
    source: 'measured',
    measuredAt: 1000,
    inputsDigest: 'sha256:0',
    methodVersion: 'test/1',
    outcome: 'pass',
    value: {},
    digest: 'sha256:1',
    recordedBy: 'system',
    ...parts,
  };
}

describe('the evidence that rules', () => {
  it('is the newest measurement', () => {
    const older = evidence({ id: 'evd_1', measuredAt: 1000 });
    const newer = evidence({ id: 'evd_2', measuredAt: 2000 });
    expect(rulingEvidence([newer, older])).toBe(newer);
  });

  it('is never a declaration where there is a measurement, however new the declaration', () => {
    const measured = evidence({ id: 'evd_1', measuredAt: 1000, outcome: 'fail' });
    const declared = evidence({ id: 'evd_2', measuredAt: 9000, source: 'declared' });
    expect(rulingEvidence([declared, measured])).toBe(measured);
  });

  it('is a declaration where nothing was measured', () => {
    const declared = evidence({ source: 'declared' });
    expect(rulingEvidence([declared])).toBe(declared);
  });

  it('is the newest measurement even when it errored: no older pass stands in for it', () => {
    const passed = evidence({ id: 'evd_1', measuredAt: 1000 });
    const errored = evidence({ id: 'evd_2', measuredAt: 2000, outcome: 'error' });
    expect(rulingEvidence([passed, errored])).toBe(errored);
  });

  it('is decided by the id where two were measured in the same millisecond', () => {
    const first = evidence({ id: 'evd_1' });
    const second = evidence({ id: 'evd_2' });
    expect(rulingEvidence([second, first])).toBe(second);
  });

  it('is missing where there is none', () => {
    expect(rulingEvidence([])).toBeUndefined();
  });
});
