// The commands that the state accepts, as buttons that say what will happen. Those that the role may not give are shown
// with who may, so that nobody wonders where they went.
import { useState } from 'react';
import type { Schemas } from '../../../api/client';
import { useOrder } from '../../../api/orders';
import { type ProjectStatus, useMe } from '../../../api/queries';
import { ConfirmDialog } from '../../../pieces/confirm-dialog';
import { rolesInWords } from '../../../pieces/service-words';
import { DecideForm } from './decide-form';
import { OverrideForm } from './override-form';

type Command = Schemas['CommandDefinitionResponse'];

const words: Readonly<Record<string, string>> = {
  advance: 'Advance',
  decide: 'Decide',
  approve: 'Approve',
  decline: 'Decline',
  override: 'Override',
  pause: 'Pause',
  resume: 'Resume',
  rollback: 'Roll back',
  retry: 'Try again',
  retune: 'Tune again',
  reopen: 'Collect again',
  abort: 'Abort',
  decommission: 'Decommission',
  'accept-risk': 'Accept the risk',
};

const grave = new Set(['rollback', 'abort', 'decommission', 'accept-risk']);

export interface CommandBarProps {
  readonly status: ProjectStatus;
  readonly commands: readonly Command[];
  /** The names of those that belong here; all by default. */
  readonly only?: readonly string[];
}

export function CommandBar({ status, commands, only }: CommandBarProps) {
  const me = useMe();
  const accepted = commands.filter(
    ({ name }) => status.acceptedCommands.includes(name) && (only === undefined || only.includes(name)),
  );
  if (accepted.length === 0) {
    return (
      <p className="muted">
        {only === undefined
          ? 'The project has ended; it takes no command any more.'
          : 'Nothing is to be ordered here while the project stands where it does.'}
      </p>
    );
  }
  return (
    <ul className="stack-s">
      {accepted.map((command) => (
        <CommandLine
          key={command.name}
          command={command}
          status={status}
          isMine={me.data !== undefined && command.roles.includes(me.data.role)}
        />
      ))}
    </ul>
  );
}

interface LineProps {
  readonly command: Command;
  readonly status: ProjectStatus;
  readonly isMine: boolean;
}

function CommandLine({ command, status, isMine }: LineProps) {
  const [open, setOpen] = useState(false);
  const isGrave = grave.has(command.name);
  const label = words[command.name] ?? command.name;
  return (
    <li className="command-line">
      <button
        type="button"
        className="button"
        data-kind={
          isGrave ? 'danger' : command.name === 'advance' || command.name === 'approve' ? 'primary' : undefined
        }
        disabled={!isMine}
        onClick={() => setOpen(true)}
      >
        {label}
      </button>
      <p className="faint">
        {command.summary}
        {!isMine && ` For ${rolesInWords(command.roles)}.`}
      </p>
      {open && <CommandDialog command={command} status={status} label={label} close={() => setOpen(false)} />}
    </li>
  );
}

interface DialogProps {
  readonly command: Command;
  readonly status: ProjectStatus;
  readonly label: string;
  readonly close: () => void;
}

function CommandDialog({ command, status, label, close }: DialogProps) {
  const order = useOrder(status.id);
  const send = (body: Readonly<Record<string, unknown>>) =>
    order({ command: command.name, version: status.version, needsIfMatch: command.needsIfMatch, body });
  if (command.name === 'decide') {
    return <DecideForm status={status} close={close} send={send} />;
  }
  if (command.name === 'override') {
    return <OverrideForm close={close} send={send} summary={command.summary} />;
  }
  const isApproval = command.name === 'approve';
  return (
    <ConfirmDialog
      open
      onOpenChange={(isOpen) => !isOpen && close()}
      title={`${label}: ${status.name}`}
      what={
        <>
          <p>{command.summary}</p>
          {isApproval && (
            <p>
              You approve exactly the evidence that is shown under “Next gate”; if it changes, your approval is void.
            </p>
          )}
        </>
      }
      confirmLabel={label}
      isGrave={grave.has(command.name)}
      reason={command.reasonRequired ? 'required' : 'optional'}
      {...(grave.has(command.name) ? { typed: command.name } : {})}
      onConfirm={async (reason) => {
        await send(isApproval ? await approvalOf(status, reason) : reason === '' ? {} : { reason });
      }}
    />
  );
}

/** An approval names the run and the digest that was read, as the page shows them. */
async function approvalOf(status: ProjectStatus, comment: string): Promise<Readonly<Record<string, unknown>>> {
  const gateRunId = status.gate?.gateRunId;
  if (!gateRunId) {
    throw new Error('There is no gate run to approve any more. The page has been brought up to date.');
  }
  const { api, taken } = await import('../../../api/client');
  const run = (await taken(
    api.GET('/v1/projects/{projectId}/gate-runs/{gateRunId}', {
      params: { path: { projectId: status.id, gateRunId } },
    }),
  )) as Schemas['GateRunResponse'];
  return { gateRunId, evidenceDigest: run.evidenceDigest, ...(comment === '' ? {} : { comment }) };
}
