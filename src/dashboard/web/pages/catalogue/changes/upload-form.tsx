import { useId } from 'react';
import { useNavigate } from 'react-router';
import { FormDialog } from '../../../pieces/form-dialog';
import { ChoiceField, TextField } from '../../../pieces/form-field';
import { textOf } from '../../../pieces/read-form';
import { useUpload } from '../use-catalogue';

const sources = [
  ['litellm', 'LiteLLM price file (model_prices_and_context_window.json)'],
  ['models.dev', 'models.dev catalogue (api.json)'],
  ['bundle', 'Bundle of another Openward'],
] as const;

/** A document to compare with the catalogue: nothing is changed by bringing it. */
export function UploadForm({ close }: { readonly close: () => void }) {
  const upload = useUpload();
  const navigate = useNavigate();
  const fileId = useId();
  const bring = async (form: FormData) => {
    const file = form.get('file');
    const observedOn = textOf(form, 'observedOn');
    if (!(file instanceof File)) {
      throw new Error('Choose a file first.');
    }
    const refresh = await upload({
      file,
      source: textOf(form, 'source') ?? '',
      ...(observedOn === undefined ? {} : { observedOn }),
    });
    void navigate(`/catalogue/changes/${refresh.id}`);
  };
  return (
    <FormDialog
      title="Bring a document"
      what={<p>It is compared with the catalogue. The difference is shown, and nothing counts before it was let in.</p>}
      submitLabel="Compare it"
      close={close}
      onSubmit={bring}
    >
      <ChoiceField name="source" label="What it is" options={sources} isRequired />
      <div className="field">
        <label htmlFor={fileId}>File</label>
        <input id={fileId} name="file" type="file" accept=".json,application/json" className="input" required />
        <span className="hint">JSON, up to 32 MiB.</span>
      </div>
      <TextField
        name="observedOn"
        label="The day on which the source said so"
        type="date"
        max={new Date().toISOString().slice(0, 10)}
        hint="Left out: today."
      />
    </FormDialog>
  );
}
