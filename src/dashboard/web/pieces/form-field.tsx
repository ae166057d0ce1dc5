// Fields of a form with their label and hint tied to them.
import { useId } from 'react';

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly isRequired?: boolean;
  readonly value?: string | number | null | undefined;
}

export interface TextFieldProps extends FieldProps {
  readonly type?: 'text' | 'date' | 'number';
  readonly min?: string | number;
  readonly max?: string | number;
  readonly step?: number | 'any';
  readonly maxLength?: number;
  readonly placeholder?: string;
}

export function TextField(props: TextFieldProps) {
  const { name, label, hint, isRequired = false, value, type = 'text', ...rest } = props;
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        name={name}
        type={type}
        className="input"
        required={isRequired}
        defaultValue={value ?? ''}
        autoComplete="off"
        {...rest}
        {...(hint === undefined ? {} : { 'aria-describedby': `${id}-hint` })}
      />
      {hint !== undefined && (
        <span id={`${id}-hint`} className="hint">
          {hint}
        </span>
      )}
    </div>
  );
}

export function AreaField({ name, label, hint, isRequired = false, value }: FieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        name={name}
        className="input"
        required={isRequired}
        defaultValue={value ?? ''}
        {...(hint === undefined ? {} : { 'aria-describedby': `${id}-hint` })}
      />
      {hint !== undefined && (
        <span id={`${id}-hint`} className="hint">
          {hint}
        </span>
      )}
    </div>
  );
}

export interface ChoiceFieldProps extends FieldProps {
  /** Value and what people read. */
  readonly options: readonly (readonly [string, string])[];
  /** Of the empty choice; left out: there is none. */
  readonly none?: string;
}

export function ChoiceField({ name, label, hint, isRequired = false, value, options, none }: ChoiceFieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        name={name}
        className="input"
        required={isRequired}
        defaultValue={value ?? ''}
        {...(hint === undefined ? {} : { 'aria-describedby': `${id}-hint` })}
      >
        {none !== undefined && <option value="">{none}</option>}
        {options.map(([key, words]) => (
          <option key={key} value={key}>
            {words}
          </option>
        ))}
      </select>
      {hint !== undefined && (
        <span id={`${id}-hint`} className="hint">
          {hint}
        </span>
      )}
    </div>
  );
}
