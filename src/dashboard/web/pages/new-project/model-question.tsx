// Which model: at whom it is asked, and its name there; what is known of it stands below at once.
import { useId } from 'react';
import { Link } from 'react-router';
import type { Schemas } from '../../api/client';
import { type CatalogModel, ModelFacts, modelNamed } from '../../pieces/model-facts';
import type { ModelChoice } from './project-form';

export interface ModelQuestionProps {
  readonly legend: string;
  readonly vendors: readonly Schemas['VendorResponse'][];
  readonly catalog: readonly CatalogModel[];
  /** Which models of the catalogue are proposed. */
  readonly proposes: (model: CatalogModel) => boolean;
  readonly value: ModelChoice;
  readonly onChange: (choice: ModelChoice) => void;
}

export function ModelQuestion({ legend, vendors, catalog, proposes, value, onChange }: ModelQuestionProps) {
  const own = vendors.find((one) => one.name === value.vendor)?.models.map((one) => one.name) ?? [];
  const proposed = [...new Set([...own, ...catalog.filter(proposes).map((one) => one.id)])];
  return (
    <fieldset className="question-part">
      <legend>{legend}</legend>
      <div className="two-fields">
        <VendorField vendors={vendors} value={value.vendor} onChange={(vendor) => onChange({ ...value, vendor })} />
        <ModelField proposed={proposed} value={value.model} onChange={(model) => onChange({ ...value, model })} />
      </div>
      {value.model !== '' && <ModelFacts model={modelNamed(catalog, value.vendor, value.model)} />}
    </fieldset>
  );
}

interface VendorFieldProps extends Pick<ModelQuestionProps, 'vendors'> {
  readonly value: string;
  readonly onChange: (vendor: string) => void;
}

function VendorField({ vendors, value, onChange }: VendorFieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>Vendor</label>
      <select id={id} className="input" required value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">Choose one</option>
        {vendors.map((one) => (
          <option key={one.name}>{one.name}</option>
        ))}
      </select>
      <span className="hint">
        {vendors.length === 0 ? 'No vendor is registered yet: ' : 'Another one? '}
        <Link to="/settings/vendors">register it</Link> first.
      </span>
    </div>
  );
}

interface ModelFieldProps {
  readonly proposed: readonly string[];
  readonly value: string;
  readonly onChange: (model: string) => void;
}

/** Proposes what is known and takes any other name as well. */
function ModelField({ proposed, value, onChange }: ModelFieldProps) {
  const ids = { model: useId(), list: useId() };
  return (
    <div className="field">
      <label htmlFor={ids.model}>Model</label>
      <input
        id={ids.model}
        className="input"
        required
        maxLength={200}
        autoComplete="off"
        list={ids.list}
        value={value}
        placeholder="As the vendor calls it"
        onChange={(event) => onChange(event.target.value)}
      />
      <datalist id={ids.list}>
        {proposed.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </div>
  );
}
