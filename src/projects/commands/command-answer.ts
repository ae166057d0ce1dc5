// What a command answers: where the project stands now, what the gate said, what may be asked next. Pure, so that the
// answer can be kept with the step and repeated to the byte.
import type { Blocker } from '../../kernel/refusal.js';
import { acceptedCommands } from '../../lifecycle/accepted-commands.js';
import { stageOf, stagePathOf, trafficOf } from '../../lifecycle/reading.js';
import type { GateRun } from '../gate-run.js';
import type { Project } from '../project.js';

/** What keeps the gate closed, each with its number, its limit and its remedy. */
export function blockersOf(run: GateRun | null): Blocker[] {
  return (run?.criteria ?? [])
    .filter((one) => one.role === 'gate' && one.outcome !== 'pass')
    .map((one) => ({
      code: one.id,
      text: one.text,
      measured: one.measured,
      required: one.required,
      remedy: one.remedy,
      evidenceId: one.evidenceId,
    }));
}

export function commandAnswer(project: Project, run: GateRun | null) {
  const context = project.snapshot.context;
  const current = run !== null && run.id === context.gateRunId ? run : null;
  const traffic = trafficOf(project.snapshot);
  return {
    projectId: project.id,
    version: project.version,
    stage: stageOf(project.snapshot),
    stagePath: stagePathOf(project.snapshot),
    traffic: { mode: traffic.mode, candidateWeightPercent: traffic.weightPercent },
    gateRun:
      run === null
        ? null
        : {
            id: run.id,
            gate: run.gate,
            outcome: run.outcome,
            evidenceDigest: run.evidenceDigest,
            expiresAt: new Date(run.expiresAt).toISOString(),
            approvalsRequired: run.approvalsRequired,
            approvalsGiven: current === null ? null : context.approvals.length,
          },
    blockers: blockersOf(current),
    acceptedCommands: acceptedCommands(project.snapshot),
  };
}
