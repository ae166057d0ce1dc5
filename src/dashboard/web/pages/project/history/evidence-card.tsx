import { useEffect } from 'react';
import { useLocation } from 'react-router';
import { Badge, OutcomeBadge } from '../../../pieces/badge';
import { Card } from '../../../pieces/card';
import { CopyAsCurl } from '../../../pieces/copy-button';
import { Empty } from '../../../pieces/empty';
import { Loading } from '../../../pieces/loading';
import { ProblemBox } from '../../../pieces/problem-box';
import { TimeAgo } from '../../../pieces/time-ago';
import { type Evidence, evidenceWord, useEvidence } from '../use-evidence';

/** What gates judged by: each piece can be linked to, and shows all that it holds. */
export function EvidenceCard({ projectId }: { readonly projectId: string }) {
  const evidence = useEvidence(projectId);
  const { hash } = useLocation();
  const isThere = evidence.data !== undefined;
  useEffect(() => {
    if (isThere && hash !== '') {
      document.getElementById(hash.slice(1))?.scrollIntoView();
    }
  }, [isThere, hash]);
  return (
    <Card
      title="Evidence"
      note="The newest hundred pieces. A measurement outranks a declaration, and a failed measurement stands in the way of every older pass."
      aside={<CopyAsCurl path={`/v1/projects/${projectId}/evidence`} />}
    >
      {evidence.isError && <ProblemBox error={evidence.error} retry={() => void evidence.refetch()} />}
      {evidence.isPending && <Loading what="the evidence" />}
      {evidence.data?.length === 0 && (
        <Empty title="Nothing was measured yet">It comes by itself as the project moves on.</Empty>
      )}
      <ul>
        {evidence.data?.map((one) => (
          <Piece key={one.id} evidence={one} isWanted={hash === `#${one.id}`} />
        ))}
      </ul>
    </Card>
  );
}

function Piece({ evidence, isWanted }: { readonly evidence: Evidence; readonly isWanted: boolean }) {
  const { kind, source, outcome, measuredAt, recordedBy, digest, methodVersion, value } = evidence;
  return (
    <li className="evidence-piece" id={evidence.id} data-wanted={isWanted}>
      <div className="row">
        <strong className="evidence-kind">{evidenceWord(kind)}</strong>
        <OutcomeBadge outcome={outcome} />
        {source === 'declared' && <Badge tone="warn">Declared</Badge>}
        <span className="faint">
          <TimeAgo at={measuredAt} /> by {recordedBy}, {methodVersion}
        </span>
      </div>
      <details open={isWanted}>
        <summary>What it holds</summary>
        <pre className="snippet evidence-value">{JSON.stringify(value, null, 2)}</pre>
        <p className="faint mono breakable">{digest}</p>
      </details>
    </li>
  );
}
