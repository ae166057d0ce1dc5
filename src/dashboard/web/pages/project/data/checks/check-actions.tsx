// What can be done about a finding: the remedy that mends the rows, or a person who answers for it until a date.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { api, taken } from '../../../../api/client';
import { keys } from '../../../../api/queries';
import { Icon } from '../../../../pieces/icon';
import type { Finding } from '../data-queries';
import { actionWord, effectWords, wantsLooking } from '../data-words';
import { TextField } from '../field';
import { FormDialog } from '../form-dialog';
import { useMay, whoMay } from '../may';

export interface CheckActionsProps {
  readonly finding: Finding;
  readonly projectId: string;
}

export function CheckActions({ finding, projectId }: CheckActionsProps) {
  const mayWaive = useMay('waive');
  const [isWaiving, setIsWaiving] = useState(false);
  const { action, effect, unit, outcome } = finding;
  if (!wantsLooking(outcome)) {
    return null;
  }
  const predicted = effect === null ? null : effectWords(effect, unit);
  const canBeWaived = outcome === 'warn' || outcome === 'fail';
  const isOnRights = finding.checkId.startsWith('R');
  return (
    <div className="check-actions">
      {action !== null && (
        <Link className="button" data-kind="primary" to={`/projects/${projectId}/data/remedies?action=${action}`}>
          <Icon name="arrow" />
          {actionWord(action)}
        </Link>
      )}
      {action !== null && predicted !== null && <span className="muted">Predicted: {predicted}.</span>}
      {isOnRights && (
        <Link className="button" to={`/projects/${projectId}/data/use`}>
          <Icon name="shield" />
          Declare or sign
        </Link>
      )}
      {canBeWaived && mayWaive && (
        <button type="button" className="button" onClick={() => setIsWaiving(true)}>
          Waive until a date…
        </button>
      )}
      {canBeWaived && !mayWaive && <span className="faint">{whoMay('waive')} may waive it.</span>}
      <WaiveDialog finding={finding} projectId={projectId} open={isWaiving} onOpenChange={setIsWaiving} />
    </div>
  );
}

interface WaiveDialogProps extends CheckActionsProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

function WaiveDialog({ finding, projectId, open, onOpenChange }: WaiveDialogProps) {
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState('');
  const waive = async () => {
    const body = { checkId: finding.checkId, reason: reason.trim(), until: `${until}T00:00:00.000Z` };
    await taken(
      api.POST('/v1/projects/{projectId}/readiness-waivers', { params: { path: { projectId } }, body } as never),
    );
    await queries.invalidateQueries({ queryKey: keys.project(projectId) });
  };
  return (
    <FormDialog
      title="Answer for this finding"
      what={
        <>
          <p>{finding.question}</p>
          <p>
            It will be shown as waived, never as passed, from the next measurement on until the day you name. Your name
            and your reason stand beside it.
          </p>
        </>
      }
      confirmLabel="Waive it"
      isReady={reason.trim() !== '' && until !== ''}
      open={open}
      onOpenChange={onOpenChange}
      onConfirm={waive}
    >
      <TextField label="Reason" isLong maxLength={2000} value={reason} onChange={setReason} />
      <TextField
        label="Until"
        type="date"
        hint="At most a year ahead. From this day on it does not hold any more."
        value={until}
        onChange={setUntil}
      />
    </FormDialog>
  );
}
