// How traffic moves to the candidate: the steps, what watches over them, what each arm does, and the way back.
import { useQuery } from '@tanstack/react-query';
import { api, type Schemas, taken } from '../../../api/client';
import { keys, type ProjectStatus, usePolicies } from '../../../api/queries';
import { Badge } from '../../../pieces/badge';
import { Card } from '../../../pieces/card';
import { criterionWords } from '../../../pieces/criterion-words';
import { Loading } from '../../../pieces/loading';
import { ProblemBox } from '../../../pieces/problem-box';
import { TimeAgo } from '../../../pieces/time-ago';
import { useKiosk } from '../../../pieces/use-kiosk';
import { CommandBar } from '../overview/command-bar';
import { useMachine } from '../overview/use-machine';
import type { ProjectViewProps } from '../project-view';
import { useEvidence } from '../use-evidence';
import { GuardrailTiles } from './guardrail-tiles';
import { ShadowCard } from './shadow-card';
import { Stepper } from './stepper';
import { TrafficCard } from './traffic-card';
import './rollout.css';

const commands = [
  'advance',
  'approve',
  'decline',
  'pause',
  'resume',
  'rollback',
  'retry',
  'accept-risk',
  'decommission',
];
/** Stages in which no traffic was moved yet. */
const before = new Set(['assessing', 'deciding', 'collecting', 'tuning', 'evaluating']);
const notBegun = 'Not begun: traffic moves once the comparison has passed and its gate has opened.';
const exposed = new Set(['shadow', 'split', 'candidate']);

export function View({ status, project }: ProjectViewProps) {
  const policies = usePolicies();
  const machine = useMachine();
  const isExposed = exposed.has(status.traffic.mode) && status.stage !== 'decommissioned';
  const policy =
    policies.data?.find((one) => one.digest === project.policyDigest) ??
    policies.data?.find((one) => one.name === project.policy);
  const isKiosk = useKiosk();
  const weights = (policy?.policy as { rollout?: { weightsPercent?: readonly number[] } } | undefined)?.rollout
    ?.weightsPercent;
  return (
    <div className="stack">
      <Card title="Steps" aside={<StepNote status={status} />}>
        {policies.isError && <ProblemBox error={policies.error} />}
        <div className="stack-s">
          {weights !== undefined && <Stepper status={status} weights={weights} />}
          {policy !== undefined && project.policyDigest !== null && policy.digest !== project.policyDigest && (
            <p className="faint">
              The policy “{project.policy}” has changed since it was frozen into this project; the steps drawn are
              today’s, the project keeps its own.
            </p>
          )}
          <p className="muted">{before.has(status.stage) ? notBegun : criterionWords(status.healthReason).lead}</p>
        </div>
      </Card>
      <div className="split">
        <Watch status={status} isLive={isExposed} />
        {!isKiosk && (
          <Card title="What may be done">
            {machine.data === undefined ? (
              <Loading what="the commands" />
            ) : (
              <CommandBar status={status} commands={machine.data.commands} only={commands} />
            )}
          </Card>
        )}
      </div>
      <TrafficCard projectId={status.id} isLive={isExposed} />
    </div>
  );
}

function StepNote({ status }: { readonly status: ProjectStatus }) {
  const { dwellEndsAt, hold } = status;
  const isWaiting = dwellEndsAt !== null && Date.parse(dwellEndsAt) > Date.now();
  return (
    <>
      {hold === 'paused' && <Badge tone="warn">On hold</Badge>}
      {isWaiting && (
        <span className="faint">
          The step may end <TimeAgo at={dwellEndsAt} />
        </span>
      )}
    </>
  );
}

const guardrailsEveryMs = 5000;

function Watch({ status, isLive }: { readonly status: ProjectStatus; readonly isLive: boolean }) {
  const definitions = useQuery({
    queryKey: ['guardrails'],
    queryFn: async () => ((await taken(api.GET('/v1/guardrails'))) as Schemas['GuardrailListResponse']).guardrails,
    staleTime: 300_000,
  });
  const windows = useEvidence(status.id, 'guardrail.window');
  const now = useQuery({
    queryKey: keys.of(status.id, 'guardrails-now'),
    queryFn: () =>
      taken(api.GET('/v1/projects/{projectId}/guardrails', { params: { path: { projectId: status.id } } })),
    enabled: isLive,
    refetchInterval: guardrailsEveryMs,
  });
  const error = definitions.error ?? windows.error ?? now.error;
  return (
    <div className="stack">
      {error !== null && <ProblemBox error={error} />}
      {(definitions.data === undefined || windows.data === undefined) && error === null && (
        <Loading what="the guardrails" />
      )}
      {definitions.data !== undefined && windows.data !== undefined && (
        <GuardrailTiles
          definitions={definitions.data}
          windows={windows.data}
          now={isLive ? (now.data ?? null) : null}
        />
      )}
      <ShadowCard projectId={status.id} />
    </div>
  );
}
