// The measurements and the data sets that they froze, and what changed between any two.
import { useSearchParams } from 'react-router';
import { Card } from '../../../../pieces/card';
import { Empty } from '../../../../pieces/empty';
import { Loading } from '../../../../pieces/loading';
import { ProblemBox } from '../../../../pieces/problem-box';
import type { DataPartProps } from '../data-part';
import { useReports } from '../data-queries';
import { Comparison } from './comparison';
import { DatasetTable } from './dataset-table';
import { ReportTable } from './report-table';

export function Part({ status }: DataPartProps) {
  const reports = useReports(status.id);
  const [search, setSearch] = useSearchParams();
  if (reports.isError) {
    return <ProblemBox error={reports.error} retry={() => void reports.refetch()} />;
  }
  if (reports.data === undefined) {
    return <Loading what="the versions" />;
  }
  const all = reports.data;
  const known = (id: string | null) => (all.some((one) => one.id === id) ? id : null);
  const from = known(search.get('from')) ?? all[1]?.id ?? null;
  const to = known(search.get('to')) ?? all[0]?.id ?? null;
  const choose = (side: 'from' | 'to', id: string) => {
    const chosen = { from: from ?? '', to: to ?? '', [side]: id };
    setSearch(chosen, { replace: true, preventScrollReset: true });
  };
  return (
    <div className="stack">
      <Card
        title="Measurements"
        note={
          all.length > 1
            ? 'Newest first. Choose two to see what changed between them.'
            : 'The next one can be compared with it.'
        }
      >
        {all.length === 0 ? (
          <Empty title="Nothing was measured yet">Each measurement freezes the data set that it measured.</Empty>
        ) : (
          <ReportTable reports={all} from={from} to={to} onChoose={choose} projectId={status.id} />
        )}
      </Card>
      {from !== null && to !== null && from !== to && <Comparison projectId={status.id} from={from} to={to} />}
      <DatasetTable projectId={status.id} />
    </div>
  );
}
