// The steps by which traffic moves, from the policy's own weights; where the project stands is lit.
import type { ProjectStatus } from '../../../api/queries';

interface Step {
  readonly label: string;
  readonly note: string;
  readonly state: 'done' | 'now' | 'ahead';
}

const pathSteps = ['shadow', 'canary', 'ramp', 'soak'];
const after = new Set(['completed', 'decommissioned']);

function stepsOf(status: ProjectStatus, weights: readonly number[]): readonly Step[] {
  const { stage, step } = status;
  const share = status.traffic.candidateWeightPercent;
  const all = [
    { label: 'Shadow', note: 'copies alone' },
    ...weights.map((weight, at) => ({ label: `${weight} %`, note: at === 0 ? 'canary' : 'ramp' })),
    { label: '100 %', note: 'soak' },
    stage === 'decommissioned'
      ? { label: 'Decommissioned', note: 'way back given up' }
      : { label: 'Completed', note: 'way back kept' },
  ];
  const inRamp = weights.indexOf(share);
  const now = after.has(stage)
    ? all.length - 1
    : stage !== 'cutover'
      ? -1
      : step === 'shadow'
        ? 0
        : step === 'soak'
          ? all.length - 2
          : pathSteps.includes(step ?? '') && inRamp >= 0
            ? 1 + inRamp
            : -1;
  return all.map((one, at) => ({ ...one, state: at === now ? 'now' : at < now ? 'done' : 'ahead' }));
}

export function Stepper({ status, weights }: { readonly status: ProjectStatus; readonly weights: readonly number[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="stepper-wrap" tabIndex={0} aria-label="Steps of the rollout">
      <ol className="stepper">
        {stepsOf(status, weights).map((step) => (
          <li key={step.label} data-state={step.state} aria-current={step.state === 'now' ? 'step' : undefined}>
            <strong>{step.label}</strong>
            <span>{step.note}</span>
            <span className="visually-hidden">
              {step.state === 'done' ? 'done' : step.state === 'now' ? 'now' : 'ahead'}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
