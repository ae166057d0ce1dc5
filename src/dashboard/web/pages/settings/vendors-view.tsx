import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type Schemas, taken } from '../../api/client';
import { useMe, useVendors } from '../../api/queries';
import { Badge } from '../../pieces/badge';
import { Card } from '../../pieces/card';
import { ConfirmDialog } from '../../pieces/confirm-dialog';
import { Empty } from '../../pieces/empty';
import { Icon } from '../../pieces/icon';
import { Loading } from '../../pieces/loading';
import { dollarsOf } from '../../pieces/numbers';
import { ProblemBox } from '../../pieces/problem-box';
import { TableWrap } from '../../pieces/table-wrap';
import { VendorForm } from './vendor-form';

type Vendor = Schemas['VendorResponse'];

export function VendorsView() {
  const vendors = useVendors();
  const me = useMe();
  const [editing, setEditing] = useState<Vendor | 'new' | null>(null);
  const [forgetting, setForgetting] = useState<Vendor | null>(null);
  const isAdmin = me.data?.role === 'admin';
  return (
    <Card
      title="Vendors"
      note="The companies and servers that models are asked at. A key is named by where it is kept, an environment variable or a file, and never passes through here."
      aside={
        isAdmin && (
          <button type="button" className="button" data-kind="primary" onClick={() => setEditing('new')}>
            <Icon name="plus" />
            Register a vendor
          </button>
        )
      }
    >
      {vendors.isError && <ProblemBox error={vendors.error} retry={() => void vendors.refetch()} />}
      {vendors.isPending && <Loading what="the vendors" />}
      {vendors.data?.length === 0 && (
        <Empty title="No vendor yet">Register the one that your application calls today; a project needs it.</Empty>
      )}
      <ul className="stack">
        {vendors.data?.map((vendor) => (
          <VendorItem
            key={vendor.name}
            vendor={vendor}
            isAdmin={isAdmin}
            onEdit={() => setEditing(vendor)}
            onForget={() => setForgetting(vendor)}
          />
        ))}
      </ul>
      {editing !== null && <VendorForm vendor={editing === 'new' ? null : editing} close={() => setEditing(null)} />}
      {forgetting !== null && <Forget vendor={forgetting} close={() => setForgetting(null)} />}
    </Card>
  );
}

function Forget({ vendor, close }: { readonly vendor: Vendor; readonly close: () => void }) {
  const queries = useQueryClient();
  const forget = async () => {
    await taken(api.DELETE('/v1/vendors/{name}', { params: { path: { name: vendor.name } } }));
    await queries.invalidateQueries({ queryKey: ['vendors'] });
  };
  return (
    <ConfirmDialog
      open
      onOpenChange={(isOpen) => !isOpen && close()}
      title={`Forget ${vendor.name}`}
      what={<p>Every call to it fails from then on, also those of running projects.</p>}
      confirmLabel="Forget the vendor"
      isGrave
      typed={vendor.name}
      onConfirm={forget}
    />
  );
}

interface ItemProps {
  readonly vendor: Vendor;
  readonly isAdmin: boolean;
  readonly onEdit: () => void;
  readonly onForget: () => void;
}

function VendorItem({ vendor, isAdmin, onEdit, onForget }: ItemProps) {
  const apiKeyRef = vendor.apiKeyRef as string | null;
  return (
    <li className="vendor">
      <div className="row vendor-head">
        <h3>{vendor.name}</h3>
        <code className="breakable">{vendor.baseUrl}</code>
        {apiKeyRef === null ? <Badge tone="unknown">No key</Badge> : <code className="breakable">{apiKeyRef}</code>}
        {isAdmin && (
          <span className="row vendor-orders">
            <button
              type="button"
              className="button"
              data-size="small"
              aria-label={`Change ${vendor.name}`}
              onClick={onEdit}
            >
              Change
            </button>
            <button
              type="button"
              className="button"
              data-size="small"
              data-kind="danger"
              aria-label={`Forget ${vendor.name}`}
              onClick={onForget}
            >
              Forget
            </button>
          </span>
        )}
      </div>
      {vendor.models.length > 0 && <Prices vendor={vendor} />}
    </li>
  );
}

function Prices({ vendor }: { readonly vendor: Vendor }) {
  const price = (value: unknown) => (value === null ? 'list price' : dollarsOf(Number(value)));
  return (
    <TableWrap label={`Prices of ${vendor.name}`}>
      <table className="table stacked-table">
        <thead>
          <tr>
            <th scope="col">Model</th>
            {['Input', 'Cached input', 'Output'].map((name) => (
              <th key={name} scope="col" className="number">
                {name}, per million tokens
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {vendor.models.map((model) => (
            <tr key={model.name}>
              <td>{model.name}</td>
              <td data-label="Input" className="number">
                {price(model.usdPerMillionInputTokens)}
              </td>
              <td data-label="Cached input" className="number">
                {price(model.usdPerMillionCachedInputTokens)}
              </td>
              <td data-label="Output" className="number">
                {price(model.usdPerMillionOutputTokens)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableWrap>
  );
}
