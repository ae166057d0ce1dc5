// Every question that the score asks, as a table: what is known, from where, how old, who answers for it.
import { useSearchParams } from 'react-router';
import { Empty } from '../../../../pieces/empty';
import type { ScoreViewProps } from '../score/score-view';
import { useIndicators } from '../use-lock-in';
import { FeaturesCard } from './features-card';
import { IndicatorControls } from './indicator-controls';
import { filtered, filterOf } from './indicator-filter';
import { IndicatorTable } from './indicator-table';

export function IndicatorsView({ status, lockIn }: ScoreViewProps) {
  const [search] = useSearchParams();
  const definitions = useIndicators(status.id);
  const filter = filterOf(search, lockIn);
  const dimensions = filtered(lockIn, filter);
  const byId = new Map(definitions.data?.indicators.map((one) => [one.id, one]));
  return (
    <div className="stack">
      <IndicatorControls lockIn={lockIn} filter={filter} vendor={status.incumbent.vendor} />
      {dimensions.length === 0 && (
        <div className="card">
          <Empty title="No indicator fits">Take a filter away to see more.</Empty>
        </div>
      )}
      {dimensions.map((dimension) => (
        <IndicatorTable key={dimension.id} projectId={status.id} dimension={dimension} definitions={byId} />
      ))}
      {filter.ledger === 'source' && <FeaturesCard projectId={status.id} />}
    </div>
  );
}
