import { useMe } from '../../../../api/queries';
import { FormDialog } from '../../../../pieces/form-dialog';
import { AreaField, ChoiceField, TextField } from '../../../../pieces/form-field';
import { percent } from '../../../../pieces/numbers';
import { given, linesOf, momentOf, textOf } from '../../../../pieces/read-form';
import { factValue } from '../lock-in-words';
import { type Indicator, useLockInChange } from '../use-lock-in';

export interface DeclareFormProps {
  readonly projectId: string;
  readonly definition: Indicator;
  readonly close: () => void;
}

/** A fact with who answers for it, since when it is true, and what shows it. */
export function DeclareForm({ projectId, definition, close }: DeclareFormProps) {
  const me = useMe();
  const change = useLockInChange(projectId);
  const declare = (form: FormData) =>
    change({
      method: 'POST',
      path: 'facts',
      body: given({
        indicator: definition.id,
        value: answerOf(form, definition),
        basis: textOf(form, 'basis'),
        observedAt: momentOf(form, 'observedOn'),
        validUntil: momentOf(form, 'validUntil'),
        evidence: linesOf(form, 'evidence'),
        note: textOf(form, 'note'),
        owner: textOf(form, 'owner'),
      }),
    });
  return (
    <FormDialog
      title={definition.question}
      what={<p>{definition.why} The newest fact counts; what was said before stays on record.</p>}
      submitLabel="Declare it"
      close={close}
      onSubmit={declare}
    >
      <ValueField definition={definition} />
      <FactFields definition={definition} owner={me.data?.person} />
    </FormDialog>
  );
}

interface FactFieldsProps {
  readonly definition: Indicator;
  readonly owner: string | undefined;
}

function FactFields({ definition, owner }: FactFieldsProps) {
  const today = new Date().toISOString().slice(0, 10);
  return (
    <>
      <AreaField name="note" label="In words" isRequired hint="What is true, so that others understand it in a year." />
      <ChoiceField
        name="basis"
        label="Known from"
        value="declared"
        options={[
          ['declared', 'I declare it'],
          ['documented', 'A document says so, and the evidence names it'],
        ]}
      />
      <AreaField
        name="evidence"
        label="Evidence"
        hint={`One on each line: an address, a clause, an id. Asked for: ${definition.evidence}`}
      />
      <div className="two-fields">
        <TextField name="observedOn" label="True since" type="date" max={today} hint="Left out: today." />
        <TextField
          name="validUntil"
          label="Believed until"
          type="date"
          min={today}
          hint="Left out: it fades with age."
        />
      </div>
      <TextField name="owner" label="Who answers for it" value={owner} isRequired maxLength={120} />
    </>
  );
}

function ValueField({ definition }: { readonly definition: Indicator }) {
  const { valueKind, unit, risks } = definition;
  if (valueKind === 'choice') {
    const options = risks.flatMap(({ answer, risk }) =>
      answer === null ? [] : [[answer, `${factValue(answer, null)} (risk ${percent(risk, 0)})`] as const],
    );
    return <ChoiceField name="value" label="Answer" isRequired none="choose" options={options} />;
  }
  return unit === 'share' ? (
    <TextField name="value" label="Value in percent" type="number" min={0} max={100} step="any" isRequired />
  ) : (
    <TextField name="value" label={`Value (${unit})`} type="number" step="any" isRequired />
  );
}

function answerOf(form: FormData, { valueKind, unit }: Indicator): string | number {
  const text = String(form.get('value') ?? '');
  if (valueKind === 'choice') {
    return text;
  }
  return unit === 'share' ? Number(text) / 100 : Number(text);
}
