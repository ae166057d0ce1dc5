import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { api, taken } from '../../../../api/client';
import { keys } from '../../../../api/queries';
import { Badge } from '../../../../pieces/badge';
import { Card } from '../../../../pieces/card';
import { ConfirmDialog } from '../../../../pieces/confirm-dialog';
import { Loading } from '../../../../pieces/loading';
import { ProblemBox } from '../../../../pieces/problem-box';
import { TimeAgo } from '../../../../pieces/time-ago';
import { useChecks, useWaivers, type Waiver } from '../data-queries';
import { dayWords } from '../data-words';
import { useMay } from '../may';

export function WaiversCard({ projectId }: { readonly projectId: string }) {
  const waivers = useWaivers(projectId);
  const checks = useChecks();
  const [ending, setEnding] = useState<string | null>(null);
  const questions = new Map((checks.data ?? []).map(({ id, question }) => [id, question]));
  return (
    <Card
      title="Waivers"
      note="Findings that somebody answers for until a date. A risk owner grants them at the check itself."
    >
      {waivers.isError && <ProblemBox error={waivers.error} retry={() => void waivers.refetch()} />}
      {waivers.isPending && <Loading what="the waivers" />}
      {waivers.data?.length === 0 && <p className="muted">None was ever granted.</p>}
      <ul className="steps">
        {(waivers.data ?? []).map((waiver) => (
          <WaiverItem
            key={waiver.id}
            projectId={projectId}
            waiver={waiver}
            title={questions.get(waiver.checkId) ?? waiver.checkId}
            onEnd={() => setEnding(waiver.id)}
          />
        ))}
      </ul>
      {ending !== null && <EndDialog projectId={projectId} waiverId={ending} close={() => setEnding(null)} />}
    </Card>
  );
}

interface WaiverItemProps {
  readonly projectId: string;
  readonly waiver: Waiver;
  /** What the check asks. */
  readonly title: string;
  readonly onEnd: () => void;
}

function WaiverItem({ projectId, waiver, title, onEnd }: WaiverItemProps) {
  const mayEnd = useMay('endWaiver');
  const { checkId, by, reason, until, at, withdrawnBy, withdrawnAt } = waiver;
  const isOver = withdrawnAt !== null || Date.parse(until) <= Date.now();
  return (
    <li>
      <div className="stack-s step-words">
        <div className="row">
          <Link to={`/projects/${projectId}/data?check=${checkId}`}>{title}</Link>
          <Badge tone={isOver ? 'unknown' : 'warn'} plain>
            {isOver ? 'over' : `until ${dayWords(until)}`}
          </Badge>
        </div>
        <p className="muted">“{reason}”</p>
        <p className="faint">
          {by}, <TimeAgo at={at} />
          {withdrawnAt === null ? null : (
            <>
              ; ended by {withdrawnBy}, <TimeAgo at={withdrawnAt} />
            </>
          )}
        </p>
      </div>
      {mayEnd && !isOver && (
        <button type="button" className="button" data-size="small" onClick={onEnd}>
          End now…
        </button>
      )}
    </li>
  );
}

interface EndDialogProps {
  readonly projectId: string;
  readonly waiverId: string;
  readonly close: () => void;
}

function EndDialog({ projectId, waiverId, close }: EndDialogProps) {
  const queries = useQueryClient();
  const end = async () => {
    const path = { projectId, waiverId };
    await taken(
      api.POST('/v1/projects/{projectId}/readiness-waivers/{waiverId}/withdraw', { params: { path } } as never),
    );
    await queries.invalidateQueries({ queryKey: keys.project(projectId) });
  };
  return (
    <ConfirmDialog
      title="End the waiver now?"
      what={<p>From the next measurement on the finding counts as it is.</p>}
      confirmLabel="End it"
      isGrave
      open
      onOpenChange={(isOpen) => !isOpen && close()}
      onConfirm={end}
    />
  );
}
