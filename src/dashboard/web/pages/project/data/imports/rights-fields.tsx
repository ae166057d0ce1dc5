import { SelectField, TextField } from '../field';
import { legalBases, type RightsForm, yesOrNo } from './rights-answers';

export interface RightsFieldsProps {
  readonly form: RightsForm;
  readonly onChange: (form: RightsForm) => void;
}

/** The questions that decide whether rows may be trained on. Each may stay open; then a check says so. */
export function RightsFields({ form, onChange }: RightsFieldsProps) {
  const set = (name: keyof RightsForm) => (value: string) => onChange({ ...form, [name]: value });
  return (
    <div className="form-grid">
      <TextField
        label="Where the rows come from"
        hint="Such as “support desk, 2026”. Answers of a model: name its maker."
        value={form.source}
        onChange={set('source')}
      />
      <TextField
        label="Licence"
        hint="SPDX identifier such as CC-BY-4.0, or proprietary for your own."
        value={form.licence}
        onChange={set('licence')}
      />
      <TextField
        label="Revision of the licence that was read"
        hint="A version, commit or date."
        value={form.licenceRevision}
        onChange={set('licenceRevision')}
      />
      <SelectField label="Legal basis" value={form.legalBasis} options={legalBases} onChange={set('legalBasis')} />
      <SelectField
        label="Were people told of training?"
        value={form.training}
        options={yesOrNo}
        onChange={set('training')}
      />
      <TextField
        label="May be kept until"
        type="date"
        hint="Left open: without limit."
        value={form.retentionUntil}
        onChange={set('retentionUntil')}
      />
      <TextField
        label="People who objected and are still in it"
        type="number"
        value={form.optOuts}
        onChange={set('optOuts')}
      />
    </div>
  );
}
