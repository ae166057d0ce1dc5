import { useSearchParams } from 'react-router';
import { Card } from '../../../pieces/card';
import { ForcedBanner } from '../../../pieces/forced-banner';
import { Loading } from '../../../pieces/loading';
import { ProblemBox } from '../../../pieces/problem-box';
import { useKiosk } from '../../../pieces/use-kiosk';
import type { ProjectViewProps } from '../project-view';
import { ArrowList } from './arrow-list';
import { CommandBar } from './command-bar';
import { FirstStep } from './first-step';
import { GateCard } from './gate-card';
import { StateTiles } from './state-tiles';
import { Statechart } from './statechart';
import { useMachine } from './use-machine';

const withinWords: Readonly<Record<string, string>> = {
  working: 'at work',
  evaluating: 'being judged',
  awaitingApproval: 'waits for approval',
  blocked: 'blocked',
  inconclusive: 'cannot tell yet',
  errored: 'not measured',
  ready: 'ready to move',
  queued: 'queued',
  running: 'running',
  failed: 'failed',
  decommissionProposed: 'decommissioning proposed',
};

export function View({ status, project }: ProjectViewProps) {
  const machine = useMachine();
  const [search] = useSearchParams();
  // Just made: what to do first stands first.
  const isNew = search.get('first') === '1';
  const isKiosk = useKiosk();
  const leaf = project.stagePath.split('.').at(-1) ?? '';
  const here = machine.data?.machine.states.find((one) => one.path === `stage.${project.stagePath}`);
  return (
    <div className="stack">
      {isNew && <FirstStep status={status} project={project} />}
      {status.forced !== null && <ForcedBanner forced={status.forced} />}
      <StateTiles status={status} />
      <div className="split">
        <div className="stack">
          <GateCard status={status} machine={machine.data ?? null} />
          {!isNew && !isKiosk && <FirstStep status={status} project={project} />}
        </div>
        {!isKiosk && (
          <Card title="What may be done now">
            {machine.isError && <ProblemBox error={machine.error} />}
            {machine.isPending && <Loading what="the commands" />}
            {machine.data !== undefined && <CommandBar status={status} commands={machine.data.commands} />}
          </Card>
        )}
      </div>
      <Card
        title="The path"
        note={`Drawn from the machine itself: filled is where the project stands, outlined where it has been, dashed a way back. ${here?.description ?? ''}`}
      >
        <div className="stack">
          <Statechart projectId={status.id} stagePath={project.stagePath} within={withinWords[leaf] ?? null} />
          {machine.data !== undefined && !isKiosk && (
            <ArrowList machine={machine.data.machine} current={`stage.${project.stagePath}`} />
          )}
        </div>
      </Card>
    </div>
  );
}
