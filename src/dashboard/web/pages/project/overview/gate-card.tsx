// The next gate as a checklist: what was measured, what is required, by which evidence and how old it is.
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api, type Schemas, taken } from '../../../api/client';
import { keys, type ProjectStatus } from '../../../api/queries';
import { Badge, OutcomeBadge } from '../../../pieces/badge';
import { Card } from '../../../pieces/card';
import { criterionWords, measureWords, nameOf } from '../../../pieces/criterion-words';
import { Loading } from '../../../pieces/loading';
import { ProblemBox } from '../../../pieces/problem-box';
import { gateWord, rolesInWords } from '../../../pieces/service-words';
import { TimeAgo } from '../../../pieces/time-ago';
import { useOriginNames } from '../data/origin-names';
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
      title={`Next gate: ${question ?? gateWord(gate.name)}`}
      aside={gate.outcome === null ? <Badge tone="unknown">Not judged</Badge> : <OutcomeBadge outcome={gate.outcome} />}
    >
      <div className="stack">
        {gate.gateRunId === null ? (
          <NotJudged status={status} machine={machine} />
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
      {approvalsRequired === 1 ? 'approval' : 'approvals'} given. Who may approve: {rolesInWords(roles)}.
    </p>
  );
}

/** What is known to be missing; before that, what the gate will ask. */
function NotJudged({ status, machine }: GateCardProps) {
  const missing = status.gate?.missing ?? [];
  if (missing.length === 0) {
    return <Asked gateName={status.gate?.name ?? ''} machine={machine} />;
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

function Asked({ gateName, machine }: { readonly gateName: string; readonly machine: MachineAnswer | null }) {
  const ids = machine?.machine.gates.find((one) => one.name === gateName)?.criteria ?? [];
  const criteria = ids.flatMap((id) => machine?.machine.criteria.filter((one) => one.id === id) ?? []);
  return (
    <div className="stack-s">
      <p className="muted">
        Nobody has asked for this gate yet. “Advance” judges it on the newest evidence; it will ask:
      </p>
      <ul className="gate-lines">
        {criteria.map(({ id, question, why, role }) => (
          <li key={id} className="gate-question">
            <strong>{question}</strong>
            <span className="faint">
              {why}
              {role === 'signal' && ' It is shown, and does not close the gate.'}
            </span>
          </li>
        ))}
      </ul>
    </div>
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

/** A check of the data has a page of its own; a guardrail stands under “Rollout”. */
function CheckName({ projectId, code }: { readonly projectId: string; readonly code: string }) {
  return /^[A-Z]/.test(code) ? (
    <Link to={`/projects/${projectId}/data?show=all&check=${code}`}>{code}</Link>
  ) : (
    <strong>{nameOf(code)}.</strong>
  );
}

interface LineProps {
  readonly criterion: Criterion;
  readonly evidence: Evidence | null;
  readonly projectId: string;
}

function Line({ criterion, evidence, projectId }: LineProps) {
  const { measured, required, unit, outcome, text, remedy } = criterion;
  const names = useOriginNames(projectId);
  const { lead, checks } = criterionWords(names.within(text));
  return (
    <li className="gate-line">
      <OutcomeBadge outcome={outcome} />
      <div className="stack-s">
        <p>{lead}</p>
        {checks.length > 0 && (
          <ul className="gate-checks">
            {checks.map((check) => (
              <li key={check.code}>
                <CheckName projectId={projectId} code={check.code} /> {check.text}
              </li>
            ))}
          </ul>
        )}
        <p className="faint">
          {measureWords(measured, required, unit)}
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
