import { useQuery } from '@tanstack/react-query';
import { api, type Schemas, taken } from '../../../api/client';
import { keys } from '../../../api/queries';
import { Card } from '../../../pieces/card';
import { CopyAsCurl } from '../../../pieces/copy-button';
import { Empty } from '../../../pieces/empty';
import { Loading } from '../../../pieces/loading';
import { ProblemBox } from '../../../pieces/problem-box';
import { TableWrap } from '../../../pieces/table-wrap';
import { TimeAgo } from '../../../pieces/time-ago';

/** What somebody ordered and the service did not do, with its reason. */
export function RefusedCard({ projectId }: { readonly projectId: string }) {
  const refused = useQuery({
    queryKey: keys.of(projectId, 'refused'),
    queryFn: async () => {
      const params = { path: { projectId }, query: { limit: 100 } };
      const asked = api.GET('/v1/projects/{projectId}/refused-commands', { params } as never);
      return ((await taken(asked)) as Schemas['RefusedCommandListResponse']).refusedCommands;
    },
  });
  return (
    <Card title="Refused commands" aside={<CopyAsCurl path={`/v1/projects/${projectId}/refused-commands`} />}>
      {refused.isError && <ProblemBox error={refused.error} retry={() => void refused.refetch()} />}
      {refused.isPending && <Loading what="the refused commands" />}
      {refused.data?.length === 0 && <Empty title="No command was refused" />}
      {refused.data !== undefined && refused.data.length > 0 && (
        <TableWrap label="Refused commands">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">Command</th>
                <th scope="col">Person</th>
                <th scope="col">When</th>
                <th scope="col">Why not</th>
              </tr>
            </thead>
            <tbody>
              {refused.data.map((one) => (
                <tr key={`${one.at} ${one.person} ${one.command}`}>
                  <td>{one.command}</td>
                  <td>{one.person}</td>
                  <td>
                    <TimeAgo at={one.at} />
                  </td>
                  <td>{one.detail}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableWrap>
      )}
    </Card>
  );
}
