import { Icon } from '../../pieces/icon';

export interface PriceDraft {
  readonly key: string;
  readonly name: string;
  readonly input: string;
  readonly cached: string;
  readonly output: string;
}

const columns = [
  ['input', 'Input'],
  ['cached', 'Cached input'],
  ['output', 'Output'],
] as const;

export interface PriceRowsProps {
  readonly rows: readonly PriceDraft[];
  readonly onChange: (rows: readonly PriceDraft[]) => void;
}

/** Contract prices; a model without one is counted at its list price. */
export function PriceRows({ rows, onChange }: PriceRowsProps) {
  const change = (key: string, part: Partial<PriceDraft>) =>
    onChange(rows.map((row) => (row.key === key ? { ...row, ...part } : row)));
  return (
    <fieldset className="question-part">
      <legend>Your prices, USD per million tokens (where they differ from the list)</legend>
      {rows.map((row, at) => (
        <PriceRow
          key={row.key}
          row={row}
          place={at + 1}
          onChange={(part) => change(row.key, part)}
          onRemove={() => onChange(rows.filter((one) => one.key !== row.key))}
        />
      ))}
      <div>
        <button
          type="button"
          className="button"
          data-size="small"
          onClick={() => onChange([...rows, { key: crypto.randomUUID(), name: '', input: '', cached: '', output: '' }])}
        >
          <Icon name="plus" />
          Add a model
        </button>
      </div>
    </fieldset>
  );
}

interface PriceRowProps {
  readonly row: PriceDraft;
  /** 1 is the first. */
  readonly place: number;
  readonly onChange: (part: Partial<PriceDraft>) => void;
  readonly onRemove: () => void;
}

function PriceRow({ row, place, onChange, onRemove }: PriceRowProps) {
  return (
    <div className="price-row">
      <input
        className="input"
        aria-label={`Model ${place}`}
        placeholder="Model"
        value={row.name}
        maxLength={200}
        onChange={(event) => onChange({ name: event.target.value })}
      />
      {columns.map(([field, label]) => (
        <input
          key={field}
          className="input"
          inputMode="decimal"
          pattern="\d+(\.\d+)?"
          aria-label={`${label} of model ${place}`}
          placeholder={label}
          value={row[field]}
          onChange={(event) => onChange({ [field]: event.target.value })}
        />
      ))}
      <button
        type="button"
        className="button"
        data-kind="quiet"
        aria-label={`Take model ${place} out`}
        onClick={onRemove}
      >
        <Icon name="cross" />
      </button>
    </div>
  );
}
