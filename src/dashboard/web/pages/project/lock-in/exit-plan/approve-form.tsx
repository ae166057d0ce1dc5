import { FormDialog } from '../../../../pieces/form-dialog';
import { TextField } from '../../../../pieces/form-field';
import { momentOf } from '../../../../pieces/read-form';
import { type ExitPlan, useLockInChange } from '../use-lock-in';

const dayMs = 86_400_000;
const dayAhead = (days: number) => new Date(Date.now() + days * dayMs).toISOString().slice(0, 10);

export interface ApproveFormProps {
  readonly projectId: string;
  readonly plan: ExitPlan;
  readonly close: () => void;
}

export function ApproveForm({ projectId, plan, close }: ApproveFormProps) {
  const change = useLockInChange(projectId);
  const missing = plan.items.filter(({ status }) => status === 'missing').length;
  return (
    <FormDialog
      title="Approve the exit plan"
      what={
        <>
          <p>You approve version {plan.version} exactly as it stands. Any change after it makes the approval void.</p>
          {missing > 0 && (
            <p>
              <strong>{missing} of twelve items are missing.</strong> The service refuses what may not be approved so.
            </p>
          )}
        </>
      }
      submitLabel="Approve it"
      close={close}
      onSubmit={(form) =>
        change({
          method: 'POST',
          path: `arrangements/${plan.arrangementId}/exit-plan/approve`,
          version: plan.version,
          body: { validUntil: momentOf(form, 'until') },
        })
      }
    >
      <TextField
        name="until"
        label="Valid until"
        type="date"
        isRequired
        value={dayAhead(180)}
        min={dayAhead(1)}
        max={dayAhead(364)}
        hint="At most a year ahead."
      />
    </FormDialog>
  );
}
