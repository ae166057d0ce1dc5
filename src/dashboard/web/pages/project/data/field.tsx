// A labelled input with its hint tied to it, so that both are read out.
import { useId } from 'react';

export interface FieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly children: (ids: { readonly id: string; readonly 'aria-describedby'?: string }) => React.ReactNode;
}

export function Field({ label, hint, children }: FieldProps) {
  const id = useId();
  const hintId = `${id}-hint`;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children(hint === undefined ? { id } : { id, 'aria-describedby': hintId })}
      {hint !== undefined && (
        <span className="hint" id={hintId}>
          {hint}
        </span>
      )}
    </div>
  );
}

export interface SelectFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly onChange: (value: string) => void;
  readonly disabled?: boolean;
}

export function SelectField({ label, hint, value, options, onChange, disabled = false }: SelectFieldProps) {
  return (
    <Field label={label} {...(hint === undefined ? {} : { hint })}>
      {(ids) => (
        <select
          {...ids}
          className="input"
          value={value}
          disabled={disabled}
          onChange={(event) => onChange(event.target.value)}
        >
          {options.map(([one, word]) => (
            <option key={one} value={one}>
              {word}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

export interface TextFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: 'text' | 'number' | 'date';
  readonly isLong?: boolean;
  readonly disabled?: boolean;
  readonly maxLength?: number;
}

export function TextField({ label, hint, value, onChange, type = 'text', ...rest }: TextFieldProps) {
  const { isLong = false, disabled = false, maxLength = 500 } = rest;
  return (
    <Field label={label} {...(hint === undefined ? {} : { hint })}>
      {(ids) =>
        isLong ? (
          <textarea
            {...ids}
            className="input"
            value={value}
            disabled={disabled}
            maxLength={maxLength}
            onChange={(event) => onChange(event.target.value)}
          />
        ) : (
          <input
            {...ids}
            type={type}
            className="input"
            value={value}
            disabled={disabled}
            autoComplete="off"
            {...(type === 'text' ? { maxLength } : {})}
            onChange={(event) => onChange(event.target.value)}
          />
        )
      }
    </Field>
  );
}
