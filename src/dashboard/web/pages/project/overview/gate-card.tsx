// The next gate as a checklist: what was measured, what is required, by which evidence and how old it is.
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api, type Schemas, taken } from '../../../api/client';
import { keys, type ProjectStatus } from '../../../api/queries';
import { Badge, OutcomeBadge } from '../../../pieces/badge';
import { Card } from '../../../pieces/card';
import { Empty } from '../../../pieces/empty';
import { Loading } from '../../../pieces/loading';
import { ProblemBox } from '../../../pieces/problem-box';
import { TimeAgo } from '../../../pieces/time-ago';
import { evidenceWord, useEvidence } from '../use-evidence';
import type { MachineAnswer } from './use-machine';

type Criterion = Schemas['CriterionResponse'];
type Evidence = Schemas['EvidenceResponse'];

export interface GateCardProps {
  readonly status: ProjectStatus;
  readonly machine: MachineAnswer | null;
}

export function GateCard({ status, machine }: GateCardProps) {
  const { gate } = status;
  if (gate === null) {
    return (
      <Card title="No gate here">
        <p className="muted">{status.healthReason}</p>
      </Card>
    );
  }
  const question = machine?.machine.gates.find((one) => one.name === gate.name)?.question;
  return (
    <Card
      title={`Next gate: ${question ?? gate.name}`}
      aside={gate.outcome === null ? <Badge tone="unknown">Not judged</Badge> : <OutcomeBadge outcome={gate.outcome} />}
    >
      <div className="stack">
        {gate.gateRunId === null ? (
          <NotJudged status={status} />
        ) : (
          <Judged projectId={status.id} gateRunId={gate.gateRunId} />
        )}
        <Approvals gate={gate} machine={machine} />
      </div>
    </Card>
  );
}

/** How many are needed, how many there are, and who may give them. */
function Approvals({
  gate,
  machine,
}: {
  readonly gate: NonNullable<ProjectStatus['gate']>;
  readonly machine: MachineAnswer | null;
}) {
  const { approvalsRequired, approvalsGiven } = gate;
  const roles = machine?.commands.find((one) => one.name === 'approve')?.roles ?? [];
  if (approvalsRequired === null) {
    return null;
  }
  if (approvalsRequired === 0) {
    return <p className="faint">No approval is needed here: the measurement decides.</p>;
  }
  return (
    <p className="muted">
      <strong>
        {approvalsGiven ?? 0} of {approvalsRequired}
      </strong>{' '}
      {approvalsRequired === 1 ? 'approval' : 'approvals'} given. Who may approve: {roles.join(' or ')}.
    </p>
  );
}

function NotJudged({ status }: { readonly status: ProjectStatus }) {
  const missing = status.gate?.missing ?? [];
  if (missing.length === 0) {
    return (
      <Empty title="Not judged yet">
        The gate is judged when somebody advances the project; its criteria and their evidence appear here.
      </Empty>
    );
  }
  return (
    <ul className="gate-lines">
      {missing.map((one) => (
        <li key={one.criterion} className="gate-line">
          <OutcomeBadge outcome={one.measured === null ? null : 'fail'} />
          <span>{one.text}</span>
        </li>
      ))}
    </ul>
  );
}

function Judged({ projectId, gateRunId }: { readonly projectId: string; readonly gateRunId: string }) {
  const run = useQuery({
    queryKey: [...keys.of(projectId, 'gate-run'), gateRunId],
    queryFn: () =>
      taken(
        api.GET('/v1/projects/{projectId}/gate-runs/{gateRunId}', { params: { path: { projectId, gateRunId } } }),
      ) as Promise<Schemas['GateRunResponse']>,
  });
  const evidence = useEvidence(projectId);
  if (run.isError) {
    return <ProblemBox error={run.error} retry={() => void run.refetch()} />;
  }
  if (run.data === undefined) {
    return <Loading what="the gate" />;
  }
  const byId = new Map((evidence.data ?? []).map((one) => [one.id, one]));
  return (
    <div className="stack-s">
      <ul className="gate-lines">
        {run.data.criteria.map((one) => (
          <Line key={one.id} criterion={one} evidence={byId.get(one.evidenceId ?? '') ?? null} projectId={projectId} />
        ))}
      </ul>
      <p className="faint">
        Judged <TimeAgo at={run.data.evaluatedAt} /> at the request of {run.data.requestedBy}; void{' '}
        <TimeAgo at={run.data.expiresAt} /> or as soon as new evidence arrives. Evidence{' '}
        <code title={run.data.evidenceDigest}>{run.data.evidenceDigest.slice(7, 19)}</code>, policy{' '}
        <code title={run.data.policyDigest}>{run.data.policyDigest.slice(7, 19)}</code>.
      </p>
    </div>
  );
}

function shown(value: unknown): string {
  if (value === null || value === undefined) {
    return 'not measured';
  }
  return typeof value === 'number' ? value.toLocaleString('en', { maximumFractionDigits: 4 }) : String(value);
}

interface LineProps {
  readonly criterion: Criterion;
  readonly evidence: Evidence | null;
  readonly projectId: string;
}

function Line({ criterion, evidence, projectId }: LineProps) {
  const { measured, required, unit, outcome, text, remedy } = criterion;
  return (
    <li className="gate-line">
      <OutcomeBadge outcome={outcome} />
      <div className="stack-s">
        <p>{text}</p>
        <p className="faint">
          Measured {shown(measured)}, required {shown(required)} {unit}
          {evidence !== null && (
            <>
              {' · '}
              <Link to={`/projects/${projectId}/history/evidence#${evidence.id}`}>{evidenceWord(evidence.kind)}</Link>,{' '}
              {evidence.source} <TimeAgo at={evidence.measuredAt} />
            </>
          )}
        </p>
        {outcome !== 'pass' && <p className="muted">{remedy}</p>}
      </div>
    </li>
  );
}
