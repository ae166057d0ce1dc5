import { useState } from 'react';
import { Card } from '../../../../pieces/card';
import { FactList } from '../../../../pieces/fact-list';
import { FormDialog } from '../../../../pieces/form-dialog';
import { TextField } from '../../../../pieces/form-field';
import { given, textOf } from '../../../../pieces/read-form';
import { useEntity, useLockInChange } from '../use-lock-in';

/** Who keeps the register: supervisors ask for it on every sheet. */
export function EntityCard({ projectId, isMine }: { readonly projectId: string; readonly isMine: boolean }) {
  const entity = useEntity(projectId);
  const [isEditing, setIsEditing] = useState(false);
  if (entity.data === undefined) {
    return null;
  }
  const { entity: known, updatedBy, updatedAt } = entity.data;
  return (
    <Card
      title="Who keeps the register"
      aside={
        isMine && (
          <button type="button" className="button" data-size="small" onClick={() => setIsEditing(true)}>
            {known === null ? 'Say who' : 'Change'}
          </button>
        )
      }
    >
      {known === null ? (
        <p className="muted">Nobody has said it yet; the exports name it as missing.</p>
      ) : (
        <FactList
          facts={[
            ['Name', known.name],
            ['LEI', known.lei ?? 'not told'],
            ['Country', known.country],
            ['Supervised by', known.competentAuthority ?? 'not told'],
            ['Told by', `${updatedBy ?? ''}, ${updatedAt?.slice(0, 10) ?? ''}`],
          ]}
        />
      )}
      {isEditing && <EntityForm projectId={projectId} close={() => setIsEditing(false)} known={known} />}
    </Card>
  );
}

interface EntityFormProps {
  readonly projectId: string;
  readonly known: NonNullable<ReturnType<typeof useEntity>['data']>['entity'];
  readonly close: () => void;
}

function EntityForm({ projectId, known, close }: EntityFormProps) {
  const change = useLockInChange(projectId);
  const save = (form: FormData) =>
    change({
      method: 'PUT',
      path: 'register/entity',
      body: given({
        name: textOf(form, 'name'),
        country: textOf(form, 'country')?.toUpperCase(),
        lei: textOf(form, 'lei')?.toUpperCase(),
        competentAuthority: textOf(form, 'authority'),
      }),
    });
  return (
    <FormDialog
      title="Who keeps the register"
      what={<p>The company or institution that uses the service.</p>}
      submitLabel="Keep it"
      close={close}
      onSubmit={save}
    >
      <TextField name="name" label="Name" isRequired value={known?.name} maxLength={200} />
      <div className="two-fields">
        <TextField
          name="country"
          label="Country"
          isRequired
          value={known?.country}
          maxLength={2}
          hint="Two letters, such as DE."
        />
        <TextField name="lei" label="LEI" value={known?.lei} maxLength={20} hint="Twenty signs." />
      </div>
      <TextField name="authority" label="Supervised by" value={known?.competentAuthority} maxLength={200} />
    </FormDialog>
  );
}
