import { useInfiniteQuery } from '@tanstack/react-query';
import { api, type Schemas, taken } from '../../../../api/client';
import { keys } from '../../../../api/queries';
import { Icon } from '../../../../pieces/icon';
import { Loading } from '../../../../pieces/loading';
import { ProblemBox } from '../../../../pieces/problem-box';
import { TableWrap } from '../../../../pieces/table-wrap';
import type { Upload } from '../data-queries';

const pageSize = 100;

export interface FaultListProps {
  readonly projectId: string;
  readonly upload: Upload;
}

/** Every bad line: where it is, which field, and what is wrong with it. */
export function FaultList({ projectId, upload }: FaultListProps) {
  const path = { projectId, importId: upload.id };
  const pages = useInfiniteQuery({
    queryKey: [...keys.of(projectId, 'import-faults'), upload.id],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) => {
      const query = { limit: pageSize, ...(pageParam === null ? {} : { after: pageParam }) };
      return taken(api.GET('/v1/projects/{projectId}/imports/{importId}/faults', { params: { path, query } }));
    },
    getNextPageParam: ({ next }) => next,
  });
  if (pages.isError) {
    return <ProblemBox error={pages.error} retry={() => void pages.refetch()} />;
  }
  if (pages.isPending) {
    return <Loading what="the bad lines" />;
  }
  const faults = pages.data.pages.flatMap((page) => page.faults);
  return (
    <div className="stack-s">
      <FaultTable faults={faults} />
      <div className="row">
        {pages.hasNextPage && (
          <button
            type="button"
            className="button"
            data-size="small"
            disabled={pages.isFetchingNextPage}
            onClick={() => void pages.fetchNextPage()}
          >
            {pages.isFetchingNextPage ? 'Loading…' : 'Load more'}
          </button>
        )}
        <a
          className="button"
          data-size="small"
          href={`/v1/projects/${projectId}/imports/${upload.id}/faults.csv`}
          download={`${upload.fileName}-faults.csv`}
        >
          <Icon name="download" />
          All of them as CSV
        </a>
      </div>
    </div>
  );
}

function FaultTable({ faults }: { readonly faults: readonly Schemas['ImportFaultResponse'][] }) {
  return (
    <TableWrap label="Bad lines" className="faults">
      <table className="table">
        <thead>
          <tr>
            <th scope="col" className="number">
              Line
            </th>
            <th scope="col" className="number">
              Byte
            </th>
            <th scope="col">Field</th>
            <th scope="col">What is wrong</th>
          </tr>
        </thead>
        <tbody>
          {faults.map(({ line, byteOffset, field, code, reason }) => (
            <tr key={`${line} ${field} ${code}`}>
              <td className="number">{line.toLocaleString('en')}</td>
              <td className="number">{byteOffset.toLocaleString('en')}</td>
              <td>{field === '' ? <span className="faint">the whole row</span> : <code>{field}</code>}</td>
              <td className="captured">{reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableWrap>
  );
}
