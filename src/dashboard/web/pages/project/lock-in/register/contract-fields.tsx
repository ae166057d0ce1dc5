import type { Schemas } from '../../../../api/client';
import { ChoiceField, TextField } from '../../../../pieces/form-field';
import { changes, charges, places, yesNo } from './register-words';

type Contract = Schemas['ContractDto'];

const flags = [
  ['hasExitAssistance', 'Help with leaving is promised'],
  ['hasDataReturn', 'Return and deletion of data are promised'],
  ['hasAuditRight', 'We may audit'],
  ['hasServiceLevel', 'A service level is agreed'],
] as const;

function saidOf(flag: boolean | null | undefined): string {
  return flag === null || flag === undefined ? '' : flag ? 'yes' : 'no';
}

export function ContractFields({ contract }: { readonly contract: Contract | null }) {
  return (
    <fieldset className="form-part">
      <legend>Contract</legend>
      <div className="two-fields">
        <TextField
          name="ref"
          label="Reference"
          isRequired
          value={contract?.ref}
          maxLength={120}
          placeholder="C-2026-17"
        />
        <TextField name="lawCountry" label="Country of its law" value={contract?.lawCountry} maxLength={2} />
        <TextField name="startsOn" label="Begins" type="date" value={contract?.startsOn} />
        <TextField name="endsOn" label="Ends" type="date" value={contract?.endsOn} hint="Left out: no end is agreed." />
        <TextField
          name="noticeEntityDays"
          label="Notice that we give, days"
          type="number"
          min={0}
          max={3650}
          value={contract?.noticeEntityDays}
        />
        <TextField
          name="noticeProviderDays"
          label="Notice that they give, days"
          type="number"
          min={0}
          max={3650}
          value={contract?.noticeProviderDays}
        />
        <Promises contract={contract} />
      </div>
    </fieldset>
  );
}

/** What the contract promises for the day on which one leaves. */
function Promises({ contract }: { readonly contract: Contract | null }) {
  return (
    <>
      <ChoiceField
        name="change"
        label="Price and terms may change"
        none="not told"
        options={changes}
        value={contract?.change}
      />
      <TextField
        name="commitmentRatio"
        label="Commitment left over a year’s spending"
        type="number"
        min={0}
        max={100}
        step="any"
        value={contract?.commitmentRatio}
      />
      {flags.map(([name, label]) => (
        <ChoiceField
          key={name}
          name={name}
          label={label}
          none="not told"
          options={yesNo}
          value={saidOf(contract?.[name])}
        />
      ))}
      <ChoiceField name="place" label="Data lies" none="not told" options={places} value={contract?.place} />
      <ChoiceField
        name="charges"
        label="Leaving is charged with"
        none="not told"
        options={charges}
        value={contract?.charges}
      />
      <TextField name="lastAuditOn" label="Last audit" type="date" value={contract?.lastAuditOn} />
    </>
  );
}
