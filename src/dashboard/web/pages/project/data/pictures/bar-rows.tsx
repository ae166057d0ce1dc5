// Named amounts as bars in a list: the name, the bar, and the amount in figures, so that the bar is never needed.
import { useState } from 'react';

export interface BarRow {
  readonly name: string;
  readonly parts: readonly {
    readonly value: number;
    readonly tone: 'accent' | 'mute' | 'warn' | 'bad' | 'candidate';
  }[];
  readonly said: string;
}

export interface BarRowsProps {
  readonly rows: readonly BarRow[];
  readonly label: string;
  /** What the full width stands for; without it the largest row does. */
  readonly full?: number;
  /** Rows before the rest is asked for. */
  readonly shown?: number;
}

export function BarRows({ rows, label, full, shown = 12 }: BarRowsProps) {
  const [isWhole, setIsWhole] = useState(false);
  const largest = full ?? Math.max(1e-9, ...rows.map(({ parts }) => parts.reduce((sum, part) => sum + part.value, 0)));
  const visible = isWhole ? rows : rows.slice(0, shown);
  return (
    <div className="stack-s">
      <ul className="bar-rows" aria-label={label}>
        {visible.map(({ name, parts, said }, at) => (
          <li key={`${name} ${at}`}>
            <span className="bar-name" title={name}>
              <bdi>{name}</bdi>
            </span>
            <span className="bar-track" aria-hidden="true">
              {parts.map(({ value, tone }) => (
                <span key={tone} data-tone={tone} style={{ width: `${Math.min(100, (value / largest) * 100)}%` }} />
              ))}
            </span>
            <span className="bar-said">{said}</span>
          </li>
        ))}
      </ul>
      {rows.length > shown && (
        <div>
          <button type="button" className="button" data-size="small" onClick={() => setIsWhole(!isWhole)}>
            {isWhole ? 'Show fewer' : `Show all ${rows.length}`}
          </button>
        </div>
      )}
    </div>
  );
}
