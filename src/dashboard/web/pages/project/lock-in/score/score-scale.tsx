import { pointsOf } from '../lock-in-words';
import type { LockIn } from '../use-lock-in';

const zones = ['Low', 'Moderate', 'High', 'Severe'] as const;
const zoneWidth = 25;

/** From 0 to 100 with its bands: the score, and between which bounds it lies as long as not all is known. */
export function ScoreScale({ lockIn }: { readonly lockIn: LockIn }) {
  const { score, low, high } = lockIn;
  const words = `${pointsOf(score)}, between ${pointsOf(low)} and ${pointsOf(high)}`;
  return (
    <figure className="score-scale">
      <div role="img" aria-label={`Score ${words}, on a scale from 0 to 100.`} className="score-scale-picture">
        <div className="score-scale-zones" aria-hidden="true">
          {zones.map((zone) => (
            <span key={zone} data-zone={zone.toLowerCase()} />
          ))}
        </div>
        <span className="score-scale-range" style={{ left: `${low}%`, width: `${Math.max(0.5, high - low)}%` }} />
        <span className="score-scale-mark" style={{ left: `${score}%` }} />
      </div>
      <div className="score-scale-words" aria-hidden="true">
        {zones.map((zone, at) => (
          <span key={zone}>
            {zone} <span className="score-scale-bounds">{`${at * zoneWidth}–${(at + 1) * zoneWidth}`}</span>
          </span>
        ))}
      </div>
      <figcaption className="faint">
        Between <strong>{pointsOf(low)}</strong> if all that is unknown were harmless and{' '}
        <strong>{pointsOf(high)}</strong> if all of it were the worst.
      </figcaption>
    </figure>
  );
}
