// The sub-chart of a stage that runs a job before its gate: queued, running, failed. The job may be run again from
// every state in which nothing of it is awaited; whoever leaves while it runs cancels it.

import { vocabulary } from '../vocabulary.js';
import type { GateChartOptions } from './gate-chart.js';
import { gateChart } from './gate-chart.js';

export interface JobChartOptions extends GateChartOptions {
  readonly start: 'startTraining' | 'startEvaluation';
  readonly cancel: 'cancelTraining' | 'cancelEvaluation';
  /** Whether whoever asks for another run answers for it from then on. */
  readonly retryTakesOver: boolean;
}

function awaitedStates(options: JobChartOptions) {
  const leaving = {
    ABORT: { target: '#aborted', actions: options.cancel },
    REOPEN: { guard: 'isReleased', target: '#collecting', actions: options.cancel },
    DATASET_REVOKED: { target: '#collecting', actions: options.cancel },
  } as const;
  const queued = vocabulary.createStateConfig({
    description: 'The job waits for its turn.',
    entry: ['forgetGate', 'forgetJobFailure', options.start],
    on: {
      ...leaving,
      JOB_STARTED: { target: 'running' },
      JOB_SUCCEEDED: { target: 'working' },
      JOB_FAILED: { target: 'failed', actions: 'noteJobFailure' },
    },
  });
  const running = vocabulary.createStateConfig({
    description: 'The job runs.',
    on: {
      ...leaving,
      JOB_SUCCEEDED: { target: 'working' },
      JOB_FAILED: { target: 'failed', actions: 'noteJobFailure' },
    },
  });
  return { queued, running };
}

/** The job's three states and the gate's seven, to be spread into the states of the stage. */
export function jobChart(options: JobChartOptions) {
  const gate = gateChart(options);
  const runAgain = {
    RETRY: {
      guard: 'isReleased',
      target: 'queued',
      ...(options.retryTakesOver ? { actions: 'personOwnsJob' as const } : {}),
    },
  } as const;
  const failed = vocabulary.createStateConfig({ description: 'The job failed.', on: runAgain });
  return {
    ...awaitedStates(options),
    failed,
    working: { ...gate.working, on: { ...gate.working.on, ...runAgain } },
    evaluating: gate.evaluating,
    awaitingApproval: gate.awaitingApproval,
    blocked: { ...gate.blocked, on: { ...gate.blocked.on, ...runAgain } },
    inconclusive: { ...gate.inconclusive, on: { ...gate.inconclusive.on, ...runAgain } },
    errored: { ...gate.errored, on: { ...gate.errored.on, ...runAgain } },
    ready: gate.ready,
  };
}
