import type { Schemas } from '../../../../api/client';
import { counted, dayWords, percent } from '../data-words';

type Shift = Schemas['ProductionShiftResponse'];

/** The labels that moved most between the training rows and the newest traffic. */
export function ShiftBars({ shift }: { readonly shift: Shift }) {
  const { labels, calls, fromAt, untilAt, refusalShare } = shift;
  const widest = Math.max(1e-9, ...labels.map(({ train, production }) => Math.max(train, production)));
  return (
    <div className="stack-s">
      <p className="muted">
        Against {counted(calls, 'call')} from {dayWords(fromAt)} to {dayWords(untilAt)}.
        {refusalShare === null ? '' : ` ${percent(refusalShare)} of them were refused by the model.`}
      </p>
      <div className="row">
        <span className="legend">
          <span data-tone="accent" /> training
        </span>
        <span className="legend">
          <span data-tone="candidate" /> production
        </span>
      </div>
      <ul className="bar-rows" aria-label="Share of each label in training and in production">
        {labels.map(({ name, train, production }) => (
          <li key={name}>
            <span className="bar-name">
              <bdi>{name}</bdi>
            </span>
            <span className="bar-pair" aria-hidden="true">
              <span className="bar-track">
                <span data-tone="accent" style={{ width: `${(train / widest) * 100}%` }} />
              </span>
              <span className="bar-track">
                <span data-tone="candidate" style={{ width: `${(production / widest) * 100}%` }} />
              </span>
            </span>
            <span className="bar-said">
              {percent(train)} → {percent(production)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
