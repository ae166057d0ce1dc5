import { Link } from 'react-router';
import { Card } from '../../../../pieces/card';
import { percent } from '../../../../pieces/numbers';
import type { LockIn } from '../use-lock-in';

/** What to find out first: each fact makes the interval narrower. */
export function ConfidenceCard({ projectId, lockIn }: { readonly projectId: string; readonly lockIn: LockIn }) {
  return (
    <Card
      title="What to find out first"
      note="A fresh fact for each of these raises the confidence most, and narrows the interval."
    >
      {lockIn.raisesConfidence.length === 0 ? (
        <p className="muted">Every indicator stands on a fresh fact.</p>
      ) : (
        <ol className="lock-in-list">
          {lockIn.raisesConfidence.map((one) => (
            <li key={one.indicatorId}>
              <span className="lock-in-points">+{percent(one.confidenceGain)}</span>
              <Link to={`/projects/${projectId}/lock-in/indicators?indicator=${one.indicatorId}`}>{one.question}</Link>
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}
