import type { Schemas } from '../../../../api/client';
import { FormDialog } from '../../../../pieces/form-dialog';
import { TextField } from '../../../../pieces/form-field';
import { numberOf } from '../../../../pieces/read-form';
import { useLockInChange } from '../use-lock-in';
import { type Switching, switchingFields } from './switching-parts';

export interface CostsFormProps {
  readonly projectId: string;
  readonly costs: Schemas['CostsResponse'];
  readonly close: () => void;
}

/** What leaving would cost today, part by part; the estimates of remedies stay as they are. */
export function CostsForm({ projectId, costs, close }: CostsFormProps) {
  const change = useLockInChange(projectId);
  const { switching, remediesUsd } = costs;
  const save = (form: FormData) =>
    change({
      method: 'PUT',
      path: 'costs',
      body: {
        switching: Object.fromEntries(
          ['engineeringDays', 'usdPerEngineeringDay', ...switchingFields.map(([field]) => field)].map((field) => [
            field,
            numberOf(form, field) ?? 0,
          ]),
        ),
        remediesUsd,
      },
    });
  return (
    <FormDialog
      title="Estimate the cost of leaving"
      what={<p>In US dollars, as of today. What does not arise is 0. The estimate stands under your name.</p>}
      submitLabel="Keep the estimate"
      close={close}
      onSubmit={save}
    >
      <CostFields switching={switching} />
    </FormDialog>
  );
}

function CostFields({ switching }: { readonly switching: Switching | null }) {
  return (
    <div className="two-fields">
      <TextField
        name="engineeringDays"
        label="Days of engineering"
        type="number"
        min={0}
        step="any"
        isRequired
        value={switching?.engineeringDays}
      />
      <TextField
        name="usdPerEngineeringDay"
        label="USD for a day"
        type="number"
        min={0}
        step="any"
        isRequired
        value={switching?.usdPerEngineeringDay}
      />
      {switchingFields.map(([field, label]) => (
        <TextField
          key={field}
          name={field}
          label={`${label}, USD`}
          type="number"
          min={0}
          step="any"
          value={switching?.[field] ?? 0}
        />
      ))}
    </div>
  );
}
