import { useSearchParams } from 'react-router';
import type { Evaluation } from './use-evaluations';

const exact = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });

export interface EvaluationPickerProps {
  readonly evaluations: readonly Evaluation[];
  readonly chosen: string;
}

/** Which comparison is looked at stands in the address. */
export function EvaluationPicker({ evaluations, chosen }: EvaluationPickerProps) {
  const [, setSearch] = useSearchParams();
  if (evaluations.length < 2) {
    return null;
  }
  return (
    <label className="row">
      Comparison of
      <select
        className="input input-auto"
        value={chosen}
        onChange={(event) => setSearch({ evaluation: event.target.value }, { replace: true })}
      >
        {evaluations.map((one) => (
          <option key={one.id} value={one.id}>
            {exact.format(one.createdAt)}
          </option>
        ))}
      </select>
    </label>
  );
}
