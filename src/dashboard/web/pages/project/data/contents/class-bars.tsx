import { useState } from 'react';
import type { Schemas } from '../../../../api/client';
import { number } from '../data-words';
import { BarRows } from '../pictures/bar-rows';

type ClassRows = Schemas['ClassRowsResponse'];

/** Rows of each class that stay for training, and those that are held out. */
export function ClassBars({ classes }: { readonly classes: readonly ClassRows[] }) {
  const [isRarestFirst, setIsRarestFirst] = useState(false);
  const sorted = [...classes].sort((one, other) => other.keptTrain - one.keptTrain);
  const shown = isRarestFirst ? sorted.reverse() : sorted;
  const largest = Math.max(1, ...classes.map(({ keptTrain, keptHoldout }) => keptTrain + keptHoldout));
  const rows = shown.map(({ label, keptTrain, keptHoldout, deliveredTrain }) => ({
    name: label,
    parts: [
      { value: keptTrain, tone: 'accent' as const },
      { value: keptHoldout, tone: 'mute' as const },
    ],
    said:
      `${number(keptTrain)} + ${number(keptHoldout)}` +
      (deliveredTrain > keptTrain ? `, ${number(deliveredTrain - keptTrain)} left out` : ''),
  }));
  return (
    <div className="stack-s">
      <div className="row">
        <span className="legend">
          <span data-tone="accent" /> for training
        </span>
        <span className="legend">
          <span data-tone="mute" /> held out
        </span>
        <button
          type="button"
          className="button"
          data-size="small"
          aria-pressed={isRarestFirst}
          onClick={() => setIsRarestFirst(!isRarestFirst)}
        >
          Rarest first
        </button>
      </div>
      <BarRows rows={rows} label="Rows of each class: for training and held out" full={largest} shown={16} />
    </div>
  );
}
