// Changes what is not frozen yet of a project. The service judges it on the version that was looked at.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, taken } from '../../../api/client';
import { keys, type Project, useMe, usePolicies } from '../../../api/queries';
import { FormDialog } from '../../../pieces/form-dialog';
import { AreaField, ChoiceField, TextField } from '../../../pieces/form-field';
import { isEnded } from '../../board/board-filter';
import type { ProjectViewProps } from '../project-view';
import { changesOf, mayChange } from './project-changes';

const editors = new Set(['lead', 'admin']);
const criticalities = ['low', 'medium', 'high', 'critical'].map((word) => [word, word] as const);

export function EditButton({ status, project }: ProjectViewProps) {
  const me = useMe();
  const [isEditing, setIsEditing] = useState(false);
  if (me.data === undefined || !editors.has(me.data.role) || isEnded(status)) {
    return null;
  }
  return (
    <>
      <button type="button" className="button" data-size="small" onClick={() => setIsEditing(true)}>
        Edit…
      </button>
      {isEditing && <EditDialog project={project} close={() => setIsEditing(false)} />}
    </>
  );
}

function EditDialog({ project, close }: { readonly project: Project; readonly close: () => void }) {
  const queries = useQueryClient();
  const may = mayChange(project);
  const save = async (form: FormData) => {
    const body = changesOf(project, form);
    if (Object.keys(body).length === 0) {
      return;
    }
    const params = { path: { projectId: project.id }, header: { 'If-Match': `"v${project.version}"` } };
    await taken(api.PATCH('/v1/projects/{projectId}', { params, body }));
    await queries.invalidateQueries({ queryKey: keys.project(project.id) });
    await queries.invalidateQueries({ queryKey: keys.board });
  };
  return (
    <FormDialog
      title="Edit the project"
      what={
        <p>
          {may.brief
            ? 'Everything may still be changed. The history keeps what stood before.'
            : 'What was decided about is frozen. The history keeps what stood before.'}
        </p>
      }
      submitLabel="Keep the changes"
      close={close}
      onSubmit={save}
    >
      <TextField name="name" label="Name" isRequired maxLength={200} value={project.name} />
      <TextField name="owner" label="Owner" isRequired maxLength={120} value={project.owner} />
      {may.brief && <BriefFields project={project} />}
      {may.candidate && <TargetFields side="candidate" label="Candidate" target={project.candidate} />}
      {may.brief && <RuleFields project={project} />}
      <CaptureFields capture={project.capture} />
    </FormDialog>
  );
}

function BriefFields({ project }: { readonly project: Project }) {
  return (
    <>
      <AreaField name="description" label="What the model does" isRequired value={project.task.description} />
      <AreaField
        name="instructions"
        label="What the model is told before each text"
        value={project.task.instructions}
      />
      <TargetFields side="incumbent" label="Incumbent" target={project.incumbent} />
    </>
  );
}

/** How grave an error is, and by which numbers the project is judged. */
function RuleFields({ project }: { readonly project: Project }) {
  const policies = usePolicies();
  // Until the list has come there is the present one to stay with.
  const names = policies.data?.map(({ name }) => name) ?? [project.policy];
  return (
    <div className="two-fields">
      <ChoiceField name="criticality" label="Criticality" options={criticalities} value={project.criticality} />
      <ChoiceField
        key={names.length}
        name="policy"
        label="Policy"
        options={names.map((name) => [name, name] as const)}
        value={project.policy}
      />
    </div>
  );
}

interface TargetFieldsProps {
  readonly side: 'incumbent' | 'candidate';
  readonly label: string;
  readonly target: Project['incumbent'];
}

function TargetFields({ side, label, target }: TargetFieldsProps) {
  return (
    <div className="two-fields">
      <TextField name={`${side}-vendor`} label={`${label}: connection`} isRequired value={target.vendor} />
      <TextField name={`${side}-model`} label={`${label}: model`} isRequired value={target.model} />
    </div>
  );
}

function CaptureFields({ capture }: { readonly capture: Project['capture'] }) {
  return (
    <div className="two-fields">
      <TextField
        name="capture-percent"
        label="Calls that are captured, %"
        type="number"
        min={0}
        max={100}
        step="any"
        isRequired
        value={Number((capture.share * 100).toFixed(6))}
      />
      <ChoiceField
        name="capture-bodies"
        label="What is kept of them"
        options={[
          ['yes', 'questions and answers'],
          ['no', 'usage, latency and cost alone'],
        ]}
        value={capture.bodies ? 'yes' : 'no'}
      />
    </div>
  );
}
