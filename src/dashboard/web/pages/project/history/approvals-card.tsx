import { useQuery } from '@tanstack/react-query';
import { api, type Schemas, taken } from '../../../api/client';
import { keys } from '../../../api/queries';
import { Badge, type Tone } from '../../../pieces/badge';
import { Card } from '../../../pieces/card';
import { CopyAsCurl } from '../../../pieces/copy-button';
import { Empty } from '../../../pieces/empty';
import { Loading } from '../../../pieces/loading';
import { ProblemBox } from '../../../pieces/problem-box';
import { TableWrap } from '../../../pieces/table-wrap';
import { TimeAgo } from '../../../pieces/time-ago';

const decisions: Readonly<Record<string, readonly [Tone, string]>> = {
  approved: ['good', 'Approved'],
  declined: ['bad', 'Declined'],
  overridden: ['warn', 'Overridden'],
};

/** Who approved, declined or overrode, and on exactly which evidence. */
export function ApprovalsCard({ projectId }: { readonly projectId: string }) {
  const approvals = useQuery({
    queryKey: keys.of(projectId, 'approvals'),
    queryFn: async () => {
      const path = { projectId };
      const asked = api.GET('/v1/projects/{projectId}/approvals', { params: { path, query: { limit: 100 } } } as never);
      return ((await taken(asked)) as Schemas['ApprovalListResponse']).approvals;
    },
  });
  return (
    <Card title="Approvals" aside={<CopyAsCurl path={`/v1/projects/${projectId}/approvals`} />}>
      {approvals.isError && <ProblemBox error={approvals.error} retry={() => void approvals.refetch()} />}
      {approvals.isPending && <Loading what="the approvals" />}
      {approvals.data?.length === 0 && (
        <Empty title="Nobody approved anything yet">Approvals are given on the overview, at the next gate.</Empty>
      )}
      {approvals.data !== undefined && approvals.data.length > 0 && <ApprovalTable approvals={approvals.data} />}
    </Card>
  );
}

function ApprovalTable({ approvals }: { readonly approvals: readonly Schemas['ApprovalResponse'][] }) {
  return (
    <TableWrap label="Approvals">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">Decision</th>
            <th scope="col">Person</th>
            <th scope="col">When</th>
            <th scope="col">Comment</th>
            <th scope="col">Evidence</th>
          </tr>
        </thead>
        <tbody>
          {approvals.map((one) => {
            const [tone, word] = decisions[one.decision] ?? ['unknown', one.decision];
            return (
              <tr key={one.id}>
                <td>
                  <Badge tone={tone}>{word}</Badge>
                </td>
                <td>{one.person}</td>
                <td>
                  <TimeAgo at={one.at} />
                </td>
                <td>{one.comment === '' ? <span className="faint">none</span> : one.comment}</td>
                <td>
                  <code title={one.evidenceDigest}>{one.evidenceDigest.slice(7, 19)}</code>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </TableWrap>
  );
}
