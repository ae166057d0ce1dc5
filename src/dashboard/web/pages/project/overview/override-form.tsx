import { FormDialog } from '../../../pieces/form-dialog';

export interface OverrideFormProps {
  readonly summary: string;
  readonly close: () => void;
  readonly send: (body: Readonly<Record<string, unknown>>) => Promise<unknown>;
}

/** Own responsibility, with a ticket: nothing is overridden in passing. */
export function OverrideForm({ summary, close, send }: OverrideFormProps) {
  const override = (form: FormData) =>
    send({ reason: String(form.get('reason')).trim(), ticket: String(form.get('ticket')).trim() });
  return (
    <FormDialog
      title="Override the gate"
      what={<p>{summary}</p>}
      submitLabel="Override on my responsibility"
      isGrave
      close={close}
      onSubmit={override}
    >
      <div className="field">
        <label htmlFor="override-reason">Reason</label>
        <textarea id="override-reason" name="reason" className="input" required maxLength={4000} />
      </div>
      <div className="field">
        <label htmlFor="override-ticket">Ticket</label>
        <input id="override-ticket" name="ticket" className="input" required maxLength={500} placeholder="RISK-1234" />
      </div>
    </FormDialog>
  );
}
