import { FormDialog } from '../../../../pieces/form-dialog';
import { AreaField, ChoiceField, TextField } from '../../../../pieces/form-field';
import { type Arrangement, useLockInChange } from '../use-lock-in';
import { arrangementBody } from './arrangement-body';
import { ContractFields } from './contract-fields';
import { idTypes, sensitivities, serviceTypes, substitutabilities } from './register-words';
import { FunctionRows, RouteRows, SubcontractorRows } from './row-fields';

type Told = Arrangement['arrangement'];

export interface ArrangementFormProps {
  readonly projectId: string;
  /** Null: a new one. */
  readonly document: Arrangement | null;
  readonly close: () => void;
}

export function ArrangementForm({ projectId, document, close }: ArrangementFormProps) {
  const change = useLockInChange(projectId);
  const told = document?.arrangement ?? null;
  const save = (form: FormData) =>
    change(
      document === null
        ? { method: 'POST', path: 'arrangements', body: arrangementBody(form) }
        : {
            method: 'PUT',
            path: `arrangements/${document.id}`,
            version: document.version,
            body: arrangementBody(form),
          },
    );
  return (
    <FormDialog
      isWide
      title={document === null ? 'Enter an arrangement' : 'Change the arrangement'}
      what={
        <p>Only the provider’s name and the contract’s reference are needed. What is left empty counts as not known.</p>
      }
      submitLabel={document === null ? 'Enter it' : `Keep as revision ${document.version + 1}`}
      close={close}
      onSubmit={save}
    >
      <ProviderFields told={told} />
      <ContractFields contract={told?.contract ?? null} />
      <FunctionRows rows={told?.functions ?? []} />
      <RouteRows rows={told?.routes ?? []} />
      <SubcontractorRows rows={told?.subcontractors ?? []} />
      <ExitFields told={told} />
    </FormDialog>
  );
}

function ProviderFields({ told }: { readonly told: Told | null }) {
  const provider = told?.provider;
  return (
    <fieldset className="form-part">
      <legend>Provider</legend>
      <div className="two-fields">
        <TextField name="providerName" label="Name" isRequired value={provider?.name} maxLength={200} />
        <TextField
          name="providerCountry"
          label="Country"
          value={provider?.country}
          maxLength={2}
          hint="Two letters, such as IE."
        />
        <ChoiceField
          name="providerIdType"
          label="Kind of id"
          none="not told"
          options={idTypes}
          value={provider?.idType}
        />
        <TextField name="providerId" label="Id" value={provider?.id} maxLength={60} />
        <TextField name="providerParent" label="Parent company" value={provider?.parent} maxLength={200} />
        <TextField
          name="developer"
          label="Who made the model, if not the provider"
          value={told?.developer}
          maxLength={200}
        />
        <ChoiceField
          name="serviceType"
          label="Service"
          none="not told"
          options={serviceTypes}
          value={told?.serviceType}
        />
        <ChoiceField
          name="sensitivity"
          label="Sensitivity of the data"
          none="not told"
          options={sensitivities}
          value={told?.sensitivity}
        />
      </div>
    </fieldset>
  );
}

function ExitFields({ told }: { readonly told: Told | null }) {
  const override = told?.substitutabilityOverride;
  return (
    <fieldset className="form-part">
      <legend>Countries and exit</legend>
      <div className="two-fields">
        <TextField
          name="provision"
          label="Provided from"
          value={told?.countries.provision.join(', ')}
          hint="Countries by two letters: IE, DE."
        />
        <TextField name="storage" label="Stored in" value={told?.countries.storage.join(', ')} />
        <TextField name="processing" label="Processed in" value={told?.countries.processing.join(', ')} />
        <TextField
          name="exitOwner"
          label="Who orders and carries out the exit"
          value={told?.exitOwner}
          maxLength={200}
        />
        <TextField
          name="exitBudgetUsd"
          label="Budget for the exit, USD"
          type="number"
          min={0}
          step="any"
          value={told?.exitBudgetUsd}
        />
        <ChoiceField
          name="substitutability"
          label="Substitutability, against the measured answer"
          none="as measured"
          options={substitutabilities}
          value={override?.code}
        />
        <TextField
          name="substitutabilityReason"
          label="Why the measured answer does not hold"
          value={override?.reason}
        />
      </div>
      <AreaField
        name="evidence"
        label="Evidence"
        value={told?.evidence.join('\n')}
        hint="Clauses, order forms, records; one on each line."
      />
    </fieldset>
  );
}
