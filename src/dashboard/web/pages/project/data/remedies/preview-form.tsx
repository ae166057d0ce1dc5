import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, orderKey, taken } from '../../../../api/client';
import { keys } from '../../../../api/queries';
import { ConfirmDialog } from '../../../../pieces/confirm-dialog';
import { ProblemBox } from '../../../../pieces/problem-box';
import { actionWord } from '../data-words';
import { SelectField, TextField } from '../field';
import type { OriginNames } from '../origin-names';
import { hintOf, parametersOf, type Typed } from './parameters';
import { PreviewResult, previewWords } from './preview-result';
import type { Action, Preview } from './use-curation';

export interface PreviewFormProps {
  readonly action: Action;
  readonly projectId: string;
  readonly names: OriginNames;
}

interface Looked {
  readonly preview: Preview;
  readonly parameters: Record<string, unknown>;
}

export function PreviewForm({ action, projectId, names }: PreviewFormProps) {
  const [typed, setTyped] = useState<Typed>({});
  const parameters = parametersOf(action, typed);
  const { looked, setLooked, state, look } = usePreview(projectId, action.id);
  return (
    <div className="stack">
      <Parameters
        action={action}
        typed={typed}
        onType={(next) => {
          setTyped(next);
          // What was looked at is no longer what would be done.
          setLooked(null);
        }}
      />
      <div className="row">
        <button
          type="button"
          className="button"
          data-kind={looked === null ? 'primary' : undefined}
          disabled={state.busy || parameters === null}
          onClick={() => void (parameters === null ? undefined : look(parameters))}
        >
          {state.busy ? 'Counting on all rows…' : 'Preview'}
        </button>
        {looked !== null && (
          <TakeStep projectId={projectId} action={action} looked={looked} onTaken={() => setLooked(null)} />
        )}
      </div>
      {state.error !== null && <ProblemBox error={state.error} />}
      {looked !== null && <PreviewResult preview={looked.preview} names={names} />}
    </div>
  );
}

interface TakeStepProps {
  readonly projectId: string;
  readonly action: Action;
  readonly looked: Looked;
  readonly onTaken: () => void;
}

/** Takes exactly the step that was looked at: the service refuses it where the rows have changed since. */
function TakeStep({ projectId, action, looked, onTaken }: TakeStepProps) {
  const queries = useQueryClient();
  const [isConfirming, setIsConfirming] = useState(false);
  const { preview, parameters } = looked;
  const apply = async (reason: string) => {
    const body = { action: action.id, parameters, reason, planDigest: preview.planDigest };
    const params = { path: { projectId }, header: { 'Idempotency-Key': orderKey() } };
    await taken(api.POST('/v1/projects/{projectId}/curation/apply', { params, body } as never));
    onTaken();
    await queries.invalidateQueries({ queryKey: keys.project(projectId) });
  };
  return (
    <>
      <button type="button" className="button" data-kind="primary" onClick={() => setIsConfirming(true)}>
        Take this step…
      </button>
      <ConfirmDialog
        title={actionWord(action.id)}
        what={
          <p>
            {previewWords(preview)} The rows as they were delivered stay; the step can be undone. Measure again
            afterwards.
          </p>
        }
        confirmLabel="Take the step"
        reason="required"
        open={isConfirming}
        onOpenChange={setIsConfirming}
        onConfirm={apply}
      />
    </>
  );
}

/** What was looked at last, and with which parameters: only that may be taken as a step. */
function usePreview(projectId: string, action: string) {
  const [looked, setLooked] = useState<Looked | null>(null);
  const [state, setState] = useState<{ readonly busy: boolean; readonly error: unknown }>({ busy: false, error: null });
  const look = async (parameters: Record<string, unknown>) => {
    setState({ busy: true, error: null });
    setLooked(null);
    try {
      const body = { action, parameters };
      const preview = (await taken(
        api.POST('/v1/projects/{projectId}/curation/preview', { params: { path: { projectId } }, body } as never),
      )) as Preview;
      setLooked({ preview, parameters });
      setState({ busy: false, error: null });
    } catch (error) {
      setState({ busy: false, error });
    }
  };
  return { looked, setLooked, state, look };
}

interface ParametersProps {
  readonly action: Action;
  readonly typed: Typed;
  readonly onType: (typed: Typed) => void;
}

function Parameters({ action, typed, onType }: ParametersProps) {
  if (action.parameters.length === 0) {
    return null;
  }
  return (
    <div className="form-grid">
      {action.parameters.map(({ name, kind, about, required, choices }) => {
        const set = (value: string) => onType({ ...typed, [name]: value });
        const label = `${about}${required ? '' : ' (if you like)'}`;
        if (kind === 'choice') {
          const options = choices.map((one) => [one, one.replaceAll('-', ' ')] as const);
          return (
            <SelectField
              key={name}
              label={label}
              value={typed[name] ?? choices[0] ?? ''}
              options={options}
              onChange={set}
            />
          );
        }
        return (
          <TextField
            key={name}
            label={label}
            hint={hintOf[kind] ?? ''}
            isLong={kind !== 'share'}
            maxLength={200_000}
            value={typed[name] ?? ''}
            onChange={set}
          />
        );
      })}
    </div>
  );
}
