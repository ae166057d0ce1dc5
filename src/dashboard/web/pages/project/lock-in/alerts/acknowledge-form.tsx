import { FormDialog } from '../../../../pieces/form-dialog';
import { AreaField, TextField } from '../../../../pieces/form-field';
import { momentOf, textOf } from '../../../../pieces/read-form';
import { type Alert, useLockInChange } from '../use-lock-in';

const dayMs = 86_400_000;
const longestDays = 180;
const usualDays = 30;

const dayAhead = (days: number) => new Date(Date.now() + days * dayMs).toISOString().slice(0, 10);

export interface AcknowledgeFormProps {
  readonly projectId: string;
  readonly alert: Alert;
  readonly close: () => void;
}

export function AcknowledgeForm({ projectId, alert, close }: AcknowledgeFormProps) {
  const change = useLockInChange(projectId);
  return (
    <FormDialog
      title="Acknowledge the alert"
      what={
        <>
          <p>{alert.text}</p>
          <p>It rests until the day you name. If it still holds then, or becomes worse before, it is open again.</p>
        </>
      }
      submitLabel="Acknowledge"
      close={close}
      onSubmit={(form) =>
        change({
          method: 'POST',
          path: 'alerts/acknowledge',
          body: { key: alert.key, reason: textOf(form, 'reason'), until: momentOf(form, 'until') },
        })
      }
    >
      <AreaField name="reason" label="Reason" isRequired hint="It is shown with the alert, under your name." />
      <TextField
        name="until"
        label="Until"
        type="date"
        isRequired
        value={dayAhead(usualDays)}
        min={dayAhead(1)}
        max={dayAhead(longestDays - 1)}
        hint={`At most ${longestDays} days ahead.`}
      />
    </FormDialog>
  );
}
