import type { Schemas } from '../../../../api/client';
import { counted, number } from '../data-words';

type Step = Schemas['FunnelStepResponse'];

/** Where the rows went, step by step, and why. */
export function Funnel({ steps }: { readonly steps: readonly Step[] }) {
  const first = Math.max(1, steps[0]?.rows ?? 1);
  return (
    <ol className="funnel">
      {steps.map(({ step, rows, removed }) => {
        const lost = removed.filter((one) => one.rows > 0);
        return (
          <li key={step}>
            <span className="funnel-step">{step}</span>
            <span className="bar-track" aria-hidden="true">
              <span data-tone="accent" style={{ width: `${(rows / first) * 100}%` }} />
            </span>
            <strong className="funnel-rows">{number(rows)}</strong>
            <span className="funnel-lost faint">
              {lost.map((one) => `−${counted(one.rows, 'row')}: ${one.reason}`).join('; ')}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
