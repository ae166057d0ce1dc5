import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, taken } from '../../../../api/client';
import { keys } from '../../../../api/queries';
import { Badge } from '../../../../pieces/badge';
import { Card } from '../../../../pieces/card';
import { ConfirmDialog } from '../../../../pieces/confirm-dialog';
import { ProblemBox } from '../../../../pieces/problem-box';
import { TimeAgo } from '../../../../pieces/time-ago';
import { actionWord, counted } from '../data-words';
import { useMay } from '../may';
import { type Step, useSteps } from './use-curation';

/** The steps taken, newest first; each can be undone, and stays in the list. */
export function StepList({ projectId }: { readonly projectId: string }) {
  const steps = useSteps(projectId);
  const [undoing, setUndoing] = useState<Step | null>(null);
  if (steps.isError) {
    return <ProblemBox error={steps.error} retry={() => void steps.refetch()} />;
  }
  if (steps.data === undefined || steps.data.length === 0) {
    return null;
  }
  return (
    <Card title="Steps taken" note="Newest first. An undone step stays in the list.">
      <ul className="steps">
        {steps.data.map((step) => (
          <StepItem key={step.id} step={step} onUndo={() => setUndoing(step)} />
        ))}
      </ul>
      {undoing !== null && <UndoDialog projectId={projectId} step={undoing} close={() => setUndoing(null)} />}
    </Card>
  );
}

function StepItem({ step, onUndo }: { readonly step: Step; readonly onUndo: () => void }) {
  const mayCurate = useMay('curate');
  const { sequence, action, edits, reason, by, at, undoneBy, undoneAt } = step;
  return (
    <li>
      <span className="faint step-number">{sequence}</span>
      <div className="stack-s step-words">
        <div className="row">
          <strong>{actionWord(action)}</strong>
          <Badge tone={undoneAt === null ? 'accent' : 'unknown'} plain>
            {undoneAt === null ? counted(edits, 'row') : 'undone'}
          </Badge>
        </div>
        <p className="muted">“{reason}”</p>
        <p className="faint">
          {by}, <TimeAgo at={at} />
          {undoneAt === null ? null : (
            <>
              ; undone by {undoneBy}, <TimeAgo at={undoneAt} />
            </>
          )}
        </p>
      </div>
      {mayCurate && undoneAt === null && (
        <button type="button" className="button" data-size="small" onClick={onUndo}>
          Undo…
        </button>
      )}
    </li>
  );
}

interface UndoDialogProps {
  readonly projectId: string;
  readonly step: Step;
  readonly close: () => void;
}

function UndoDialog({ projectId, step, close }: UndoDialogProps) {
  const queries = useQueryClient();
  const undo = async () => {
    const path = { projectId, stepId: step.id };
    await taken(api.POST('/v1/projects/{projectId}/curation/steps/{stepId}/undo', { params: { path } } as never));
    await queries.invalidateQueries({ queryKey: keys.project(projectId) });
  };
  return (
    <ConfirmDialog
      title={`Undo “${actionWord(step.action)}”?`}
      what={<p>{counted(step.edits, 'row')} become what they would be without it. Measure again afterwards.</p>}
      confirmLabel="Undo the step"
      open
      onOpenChange={(isOpen) => !isOpen && close()}
      onConfirm={undo}
    />
  );
}
