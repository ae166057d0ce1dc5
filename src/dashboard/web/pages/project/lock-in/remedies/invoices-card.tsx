// Invoices of the vendor: what they tell beside the captured calls shows what was never captured, and where the money goes.
import { useState } from 'react';
import type { Schemas } from '../../../../api/client';
import { useMe } from '../../../../api/queries';
import { Card } from '../../../../pieces/card';
import { FormDialog } from '../../../../pieces/form-dialog';
import { AreaField, TextField } from '../../../../pieces/form-field';
import { count } from '../../../../pieces/numbers';
import { given, numberOf, textOf } from '../../../../pieces/read-form';
import { useInvoices, useLockInChange } from '../use-lock-in';
import { mayEstimate } from './liability-card';

type Invoice = Schemas['InvoiceResponse'];
type Form = 'line' | 'csv';

export function InvoicesCard({ projectId }: { readonly projectId: string }) {
  const invoices = useInvoices(projectId);
  const me = useMe();
  const [form, setForm] = useState<Form | null>(null);
  const isMine = me.data !== undefined && mayEstimate.has(me.data.role);
  const close = () => setForm(null);
  return (
    <Card
      title="Invoices"
      note="Beside the captured calls they show what bypasses the gateway, and what share of the spending the vendor has."
      aside={
        isMine && (
          <span className="row">
            <button type="button" className="button" data-size="small" onClick={() => setForm('line')}>
              Enter an invoice
            </button>
            <button type="button" className="button" data-size="small" onClick={() => setForm('csv')}>
              Paste CSV
            </button>
          </span>
        )
      }
    >
      {invoices.data?.length === 0 && (
        <p className="muted">None yet: how much was never captured is not known, and counts as the worst case.</p>
      )}
      {invoices.data !== undefined && invoices.data.length > 0 && <InvoiceTable invoices={invoices.data} />}
      {form === 'line' && <LineForm projectId={projectId} close={close} />}
      {form === 'csv' && <CsvForm projectId={projectId} close={close} />}
    </Card>
  );
}

interface FormProps {
  readonly projectId: string;
  readonly close: () => void;
}

function LineForm({ projectId, close }: FormProps) {
  const change = useLockInChange(projectId);
  const bring = (form: FormData) =>
    change({
      method: 'POST',
      path: 'invoices',
      body: {
        lines: [
          given({
            ...Object.fromEntries(['vendor', 'model', 'from', 'until'].map((name) => [name, textOf(form, name)])),
            ...Object.fromEntries(
              ['calls', 'inputTokens', 'outputTokens', 'amount'].map((name) => [name, numberOf(form, name)]),
            ),
            currency: textOf(form, 'currency')?.toUpperCase(),
          }),
        ],
      },
    });
  return (
    <FormDialog
      title="Enter an invoice"
      what={<p>As the vendor billed it. What it does not tell is left empty, and stays unknown.</p>}
      submitLabel="Keep the invoice"
      close={close}
      onSubmit={bring}
    >
      <div className="two-fields">
        <TextField name="vendor" label="Connection" isRequired hint="As captured calls name it." />
        <TextField name="model" label="Model" hint="Empty: all models of the vendor." />
        <TextField name="from" label="First day" type="date" isRequired />
        <TextField name="until" label="Day after the last" type="date" isRequired />
        <TextField name="amount" label="Amount" type="number" min={0} step="any" isRequired />
        <TextField name="currency" label="Currency" isRequired maxLength={3} value="USD" />
        <TextField name="inputTokens" label="Input tokens" type="number" min={0} step={1} />
        <TextField name="outputTokens" label="Output tokens" type="number" min={0} step={1} />
        <TextField name="calls" label="Calls" type="number" min={0} step={1} />
      </div>
    </FormDialog>
  );
}

function CsvForm({ projectId, close }: FormProps) {
  const change = useLockInChange(projectId);
  return (
    <FormDialog
      title="Paste invoices as CSV"
      what={<p>A faulty line is named, and then nothing of it is kept.</p>}
      submitLabel="Keep the invoices"
      close={close}
      onSubmit={(form) => change({ method: 'POST', path: 'invoices', body: { csv: String(form.get('csv') ?? '') } })}
    >
      <AreaField
        name="csv"
        label="CSV"
        isRequired
        hint="With a header: vendor, model, from, until, calls, inputTokens, outputTokens, amount, currency. Vendor, from, until, amount and currency are needed."
      />
    </FormDialog>
  );
}

function InvoiceTable({ invoices }: { readonly invoices: readonly Invoice[] }) {
  return (
    <table className="table stacked-table">
      <thead>
        <tr>
          <th scope="col">Period</th>
          <th scope="col">Vendor</th>
          <th scope="col" className="number">
            Tokens
          </th>
          <th scope="col" className="number">
            Amount
          </th>
          <th scope="col">Brought by</th>
        </tr>
      </thead>
      <tbody>
        {invoices.flatMap(({ id, lines, createdBy }) =>
          lines.map((line, at) => (
            <tr key={`${id} ${at}`}>
              <td>
                {line.from} to {line.until}
              </td>
              <td data-label="Vendor">
                {line.vendor}
                {line.model !== undefined && <span className="muted">, {line.model}</span>}
              </td>
              <td data-label="Tokens" className="number">
                {tokensOf(line)}
              </td>
              <td data-label="Amount" className="number">
                {line.amount.toLocaleString('en', { minimumFractionDigits: 2 })} {line.currency}
              </td>
              <td data-label="Brought by">{createdBy}</td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  );
}

function tokensOf({ inputTokens, outputTokens }: Invoice['lines'][number]): string {
  return inputTokens === undefined && outputTokens === undefined
    ? count(null)
    : count((inputTokens ?? 0) + (outputTokens ?? 0));
}
