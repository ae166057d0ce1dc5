// What filters a list: a choice with its word before it, a search, and a pair or two of forms side by side.

export interface FilterChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [string, string])[];
  readonly onChange: (value: string) => void;
}

export function FilterChoice({ label, value, options, onChange }: FilterChoiceProps) {
  return (
    <label className="row">
      {label}
      <select className="input" value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map(([key, words]) => (
          <option key={key} value={key}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}

export interface FilterSearchProps {
  readonly label: string;
  readonly placeholder: string;
  readonly className: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function FilterSearch({ label, placeholder, className, value, onChange }: FilterSearchProps) {
  return (
    <label className={`field ${className}`}>
      <span className="visually-hidden">{label}</span>
      <input
        className="input"
        type="search"
        placeholder={placeholder}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}

/** One of a few, all in sight. */
export function Segments({ label, value, options, onChange }: FilterChoiceProps) {
  return (
    <fieldset className="segmented">
      <legend className="visually-hidden">{label}</legend>
      {options.map(([key, words]) => (
        <label key={key}>
          <input
            type="radio"
            name={label}
            className="visually-hidden"
            checked={value === key}
            onChange={() => onChange(key)}
          />
          <span>{words}</span>
        </label>
      ))}
    </fieldset>
  );
}
