import type { Schemas } from '../../api/client';
import { PolicyNumbers } from '../../pieces/policy-numbers';

type Policy = Schemas['PolicyResponse'];

interface Rules {
  readonly evaluation: { readonly nonInferiorityMargin: number };
  readonly rollout: { readonly weightsPercent: readonly number[]; readonly minutesPerStepMin: number };
  readonly approvals: { readonly requiredPerGate: Readonly<Record<string, number>> };
}

/** What a policy means, in one sentence of its own numbers. */
function inShort(policy: Policy): string {
  const { evaluation, rollout, approvals } = policy.policy as unknown as Rules;
  const points = (evaluation.nonInferiorityMargin * 100).toLocaleString('en', { maximumFractionDigits: 1 });
  const people = Object.values(approvals.requiredPerGate).reduce((sum, one) => sum + one, 0);
  const wait = rollout.minutesPerStepMin === 0 ? 'no minimum time' : `${rollout.minutesPerStepMin} minutes or more`;
  return `At most ${points} points worse; ${people} approvals in all; traffic by ${rollout.weightsPercent.join(', ')} and 100 %, ${wait} a step.`;
}

export interface PolicyQuestionProps {
  readonly policies: readonly Policy[];
  readonly chosen: string;
  readonly onChange: (name: string) => void;
}

export function PolicyQuestion({ policies, chosen, onChange }: PolicyQuestionProps) {
  const policy = policies.find((one) => one.name === chosen);
  return (
    <div className="stack">
      <fieldset className="choices">
        <legend className="visually-hidden">Policy</legend>
        {policies.map((one) => (
          <label key={one.name} className="choice">
            <input
              type="radio"
              name="policy"
              value={one.name}
              checked={one.name === chosen}
              onChange={() => onChange(one.name)}
            />
            <span>
              <strong>{one.name}</strong>. {one.description} <span className="muted">{inShort(one)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {policy !== undefined && (
        <details>
          <summary>Every number of “{policy.name}”, and why it is what it is</summary>
          <div className="details-body">
            <PolicyNumbers policy={policy} />
          </div>
        </details>
      )}
    </div>
  );
}
