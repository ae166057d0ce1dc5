import { aGateRun, aProject } from '../../test/builders/a-project.js';
import { breach, commandEvent, happening, projectAt, walk } from '../../test/builders/lifecycle-events.js';
import { projectStatus } from './project-status.js';

describe('the status that dashboards poll', () => {
  it('says unknown as null, never as green, where nothing was measured', () => {
    const status = projectStatus(aProject(), null);
    expect(status).toMatchObject({ stage: 'assessing', health: null, gate: { name: 'intake', outcome: null } });
  });

  it('says what the newest judgement of the gate misses, with the numbers', () => {
    const criterion = {
      id: 'holdout-is-large-enough',
      role: 'gate' as const,
      outcome: 'inconclusive' as const,
      text: '96 held-out rows, 400 are required.',
      measured: 96,
      required: 400,
      unit: 'rows',
      n: 96,
      remedy: 'Capture more.',
      evidenceId: 'evd_1',
      methodVersion: 'test/1',
    };
    const run = aGateRun({ outcome: 'inconclusive', criteria: [criterion] });
    const status = projectStatus(aProject({ context: { gateRunId: 'run_1' } }), run);
    expect(status.health).toBe('at-risk');
    expect(status.healthReason).toBe('96 held-out rows, 400 are required.');
    expect(status.gate?.missing).toMatchObject([{ criterion: 'holdout-is-large-enough', measured: 96, required: 400 }]);
  });

  it('does not show a judgement of an earlier stage as the current one', () => {
    const status = projectStatus(
      aProject({ context: { gateRunId: 'run_2' } }),
      aGateRun({ id: 'run_1', outcome: 'fail' }),
    );
    expect(status.gate?.outcome).toBeNull();
    expect(status.health).toBeNull();
  });

  it('is off track after a breach took the traffic back', () => {
    const snapshot = walk(projectAt('canary'), breach());
    expect(projectStatus(aProject({ snapshot }), null)).toMatchObject({
      stage: 'rolledBack',
      health: 'off-track',
      guardrail: 'tripped',
      traffic: { mode: 'incumbent', candidateWeightPercent: 0 },
    });
  });

  it('is at risk while there is no way back', () => {
    const snapshot = walk(projectAt('canary'), happening('FALLBACK_DOWN'));
    expect(projectStatus(aProject({ snapshot }), null)).toMatchObject({ health: 'at-risk', fallback: 'unavailable' });
  });

  it('offers no way back once the incumbent was given up, whatever its last known health', () => {
    const both = [commandEvent('DECOMMISSION', 'lea'), commandEvent('DECOMMISSION', 'rob')];
    const snapshot = walk(projectAt('completed'), ...both);
    expect(projectStatus(aProject({ snapshot }), null)).toMatchObject({
      stage: 'decommissioned',
      health: 'on-track',
      fallback: 'unavailable',
    });
  });

  it('lists the commands that are accepted now', () => {
    const snapshot = walk(projectAt('canary'), commandEvent('PAUSE'));
    const status = projectStatus(aProject({ snapshot }), null);
    expect(status.hold).toBe('paused');
    expect(status.acceptedCommands).toContain('resume');
    expect(status.acceptedCommands).not.toContain('pause');
  });
});
