import { aGateRun, aProject } from '../../../test/builders/a-project.js';
import { anEvidence, testPolicy } from '../../../test/builders/gate-facts.js';
import { type ApprovalQuestion, mayApprove } from './may-approve.js';

function question(parts: Partial<ApprovalQuestion> = {}): ApprovalQuestion {
  const run = aGateRun({ id: 'run_1', requestedBy: 'ada', expiresAt: 10_000 });
  const project = aProject({
    context: { gateRunId: 'run_1', evidenceDigest: run.evidenceDigest, gateRequestedBy: 'ada' },
  });
  const approval = {
    type: 'APPROVE' as const,
    person: 'grace',
    gateRunId: 'run_1',
    evidenceDigest: run.evidenceDigest,
    at: 5000,
  };
  return { project, policy: testPolicy, approval, run, evidence: [], ...parts };
}

describe('an approval', () => {
  it('is taken from another person, for the very run and the very evidence', () => {
    expect(mayApprove(question())).toBeNull();
  });

  it('is refused from whoever asked for the run', () => {
    const { approval } = question();
    expect(mayApprove(question({ approval: { ...approval, person: 'ada' } }))).toMatchObject({ code: 'forbidden' });
  });

  it('is refused from whoever brought evidence that the run stands on', () => {
    const evidence = [anEvidence('readiness.report', {}, { source: 'declared', recordedBy: 'grace' })];
    expect(mayApprove(question({ evidence }))).toMatchObject({ code: 'forbidden' });
  });

  it('is refused for another run, and says which one to read', () => {
    const { approval } = question();
    const no = mayApprove(question({ approval: { ...approval, gateRunId: 'run_0' } }));
    expect(no).toMatchObject({ code: 'evidence-changed', detail: expect.stringContaining('run_1') });
  });

  it('is refused for other evidence', () => {
    const { approval } = question();
    const other = { ...approval, evidenceDigest: `sha256:${'f'.repeat(64)}` };
    expect(mayApprove(question({ approval: other }))).toMatchObject({ code: 'evidence-changed' });
  });

  it('is refused from the moment the run expires', () => {
    const { approval } = question();
    expect(mayApprove(question({ approval: { ...approval, at: 9999 } }))).toBeNull();
    expect(mayApprove(question({ approval: { ...approval, at: 10_000 } }))).toMatchObject({ code: 'evidence-changed' });
  });

  it('counts persons: the same person’s second yes is refused', () => {
    const run = aGateRun({ id: 'run_1', requestedBy: 'ada', expiresAt: 10_000 });
    const context = {
      gateRunId: 'run_1',
      evidenceDigest: run.evidenceDigest,
      approvals: [{ person: 'grace', at: 4000 }],
    };
    expect(mayApprove(question({ project: aProject({ context }) }))).toMatchObject({ code: 'conflict' });
  });
});
