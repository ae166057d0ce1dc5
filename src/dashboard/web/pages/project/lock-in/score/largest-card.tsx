import { Link } from 'react-router';
import { Badge } from '../../../../pieces/badge';
import { Card } from '../../../../pieces/card';
import { basisOf, pointsOf } from '../lock-in-words';
import type { IndicatorScore, LockIn } from '../use-lock-in';

const shown = 8;

/** The single indicators with most points, from the ledgers that count. */
export function LargestCard({ projectId, lockIn }: { readonly projectId: string; readonly lockIn: LockIn }) {
  const largest = largestOf(lockIn);
  return (
    <Card title="Largest single contributions" note="As they weigh in the joined score, both ledgers together.">
      <ol className="lock-in-list">
        {largest.map(({ indicator, points }) => {
          const [tone, word] =
            indicator.fact === null ? (['unknown', 'Not known'] as const) : basisOf(indicator.fact.basis);
          return (
            <li key={indicator.id}>
              <span className="lock-in-points">{pointsOf(points)}</span>
              <div className="stack-s">
                <Link to={`/projects/${projectId}/lock-in/indicators?indicator=${indicator.id}`}>
                  {indicator.question}
                </Link>
                <span className="row">
                  <Badge tone={tone}>{word}</Badge>
                  <span className="faint">
                    {indicator.fact === null ? 'Counts as the worst case until it is known.' : indicator.fact.note}
                  </span>
                </span>
              </div>
            </li>
          );
        })}
      </ol>
    </Card>
  );
}

function largestOf(lockIn: LockIn): readonly { indicator: IndicatorScore; points: number }[] {
  const of = (ledger: 'source' | 'target', share: number) =>
    lockIn.ledgers[ledger].dimensions.flatMap(({ indicators }) =>
      indicators.map((indicator) => ({ indicator, points: indicator.points * share })),
    );
  return [...of('source', lockIn.vendorShare), ...of('target', 1 - lockIn.vendorShare)]
    .filter(({ points }) => points > 0)
    .sort((left, right) => right.points - left.points)
    .slice(0, shown);
}
