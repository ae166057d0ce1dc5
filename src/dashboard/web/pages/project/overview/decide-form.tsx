import type { ProjectStatus } from '../../../api/queries';
import { FormDialog } from '../../../pieces/form-dialog';

export interface DecideFormProps {
  readonly status: ProjectStatus;
  readonly close: () => void;
  readonly send: (body: Readonly<Record<string, unknown>>) => Promise<unknown>;
}

export function DecideForm({ status, close, send }: DecideFormProps) {
  const decide = (form: FormData) => {
    const reason = String(form.get('reason') ?? '').trim();
    return send({ choice: String(form.get('choice')), ...(reason === '' ? {} : { reason }) });
  };
  return (
    <FormDialog
      title={`Decide: ${status.name}`}
      what={<p>Either choice is kept with your name and cannot be taken back.</p>}
      submitLabel="Decide"
      close={close}
      onSubmit={decide}
    >
      <fieldset className="choices">
        <legend className="visually-hidden">Choice</legend>
        <label className="choice">
          <input type="radio" name="choice" value="migrate" defaultChecked />
          <span>
            <strong>Migrate</strong> to {status.candidate.model}. The policy with its numbers is frozen into the
            project.
          </span>
        </label>
        <label className="choice">
          <input type="radio" name="choice" value="retain" />
          <span>
            <strong>Retain</strong> {status.incumbent.model}. The project ends.
          </span>
        </label>
      </fieldset>
      <div className="field">
        <label htmlFor="decide-reason">Reason (if you like)</label>
        <textarea id="decide-reason" name="reason" className="input" maxLength={4000} />
      </div>
    </FormDialog>
  );
}
