import { useSearchParams } from 'react-router';
import { useCatalog } from '../../../api/queries';
import { Empty } from '../../../pieces/empty';
import { Loading } from '../../../pieces/loading';
import { ProblemBox } from '../../../pieces/problem-box';
import { ModelControls } from './model-controls';
import { filtered, filterOf } from './model-filter';
import { ModelTable } from './model-table';

export function ModelsView() {
  const models = useCatalog();
  const [search] = useSearchParams();
  const filter = filterOf(search);
  if (models.isError) {
    return <ProblemBox error={models.error} retry={() => void models.refetch()} />;
  }
  if (models.data === undefined) {
    return <Loading what="the models" />;
  }
  const shown = filtered(models.data, filter);
  return (
    <div className="stack">
      <ModelControls models={models.data} filter={filter} />
      <p className="faint" role="status">
        {shown.length === models.data.length
          ? `${shown.length} models`
          : `${shown.length} of ${models.data.length} models`}
        ; prices in US dollars per million tokens, at the developer’s own list.
      </p>
      <div className="card">
        {shown.length === 0 ? (
          <Empty title="No model fits">
            Take a filter away to see more. A model that is missing comes with a refresh, under “Changes”.
          </Empty>
        ) : (
          <ModelTable models={shown} />
        )}
      </div>
    </div>
  );
}
