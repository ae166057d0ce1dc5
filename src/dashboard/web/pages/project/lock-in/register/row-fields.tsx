// Lists inside the form of an arrangement: as many rows as are needed, read back by their number.
import { useState } from 'react';
import type { Schemas } from '../../../../api/client';
import { ChoiceField, TextField } from '../../../../pieces/form-field';
import { rowName } from './arrangement-body';
import { criticalities, reliances } from './register-words';

interface RowsProps<Row> {
  readonly rows: readonly Row[];
}

interface ListProps<Row> extends RowsProps<Row> {
  readonly legend: string;
  readonly add: string;
  readonly fields: (at: number, row: Row | undefined) => React.ReactNode;
}

function RowList<Row>({ rows, legend, add, fields }: ListProps<Row>) {
  const [count, setCount] = useState(rows.length);
  return (
    <fieldset className="form-part">
      <legend>{legend}</legend>
      {Array.from({ length: count }, (_, at) => (
        // Rows are only ever added at the end, so their number names them.
        <div key={at} className="form-row">
          {fields(at, rows[at])}
        </div>
      ))}
      <button type="button" className="button" data-size="small" onClick={() => setCount(count + 1)}>
        {add}
      </button>
      {count > 0 && <span className="faint"> A row whose first field is emptied is left out.</span>}
    </fieldset>
  );
}

export function FunctionRows({ rows }: RowsProps<Schemas['FunctionDto']>) {
  return (
    <RowList
      legend="Functions of the business"
      add="Add a function"
      rows={rows}
      fields={(at, row) => <FunctionFields at={at} row={row} />}
    />
  );
}

interface FunctionFieldsProps {
  readonly at: number;
  readonly row: Schemas['FunctionDto'] | undefined;
}

function FunctionFields({ at, row }: FunctionFieldsProps) {
  const name = (field: string) => rowName('functions', at, field);
  return (
    <>
      <TextField name={name('id')} label="Id" value={row?.id} maxLength={80} />
      <TextField name={name('name')} label="Name" value={row?.name} maxLength={200} />
      <ChoiceField
        name={name('criticality')}
        label="Criticality"
        none="not told"
        options={criticalities}
        value={row?.criticality}
      />
      <ChoiceField
        name={name('reliance')}
        label="Relies on it"
        none="not told"
        options={reliances}
        value={row?.reliance}
      />
      <TextField
        name={name('rtoHours')}
        label="Back within, hours"
        type="number"
        min={0}
        step="any"
        value={row?.rtoHours}
      />
      <TextField
        name={name('rpoHours')}
        label="Data loss, hours"
        type="number"
        min={0}
        step="any"
        value={row?.rpoHours}
      />
      <TextField
        name={name('impactToleranceHours')}
        label="Can be away, hours"
        type="number"
        min={0}
        step="any"
        value={row?.impactToleranceHours}
      />
    </>
  );
}

export function RouteRows({ rows }: RowsProps<Schemas['RouteDto']>) {
  const name = (at: number, field: string) => rowName('routes', at, field);
  return (
    <RowList
      legend="Routes"
      add="Add a route"
      rows={rows}
      fields={(at, row) => (
        <>
          <TextField
            name={name(at, 'host')}
            label="Host"
            value={row?.host}
            placeholder="api.example.com"
            maxLength={253}
          />
          <TextField name={name(at, 'model')} label="Model" value={row?.model} maxLength={200} />
          <TextField name={name(at, 'snapshot')} label="Snapshot" value={row?.snapshot} maxLength={200} />
          <TextField name={name(at, 'region')} label="Region" value={row?.region} maxLength={80} />
        </>
      )}
    />
  );
}

export function SubcontractorRows({ rows }: RowsProps<Schemas['SubcontractorDto']>) {
  const name = (at: number, field: string) => rowName('subcontractors', at, field);
  return (
    <RowList
      legend="Subcontractors"
      add="Add a subcontractor"
      rows={rows}
      fields={(at, row) => (
        <>
          <TextField name={name(at, 'name')} label="Name" value={row?.name} maxLength={200} />
          <TextField
            name={name(at, 'rank')}
            label="Rank, from 2"
            type="number"
            min={2}
            max={20}
            value={row?.rank ?? 2}
          />
          <TextField name={name(at, 'country')} label="Country" value={row?.country} maxLength={2} />
          <TextField name={name(at, 'service')} label="What it does" value={row?.service} maxLength={400} />
        </>
      )}
    />
  );
}
