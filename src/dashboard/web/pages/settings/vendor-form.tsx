import { useQueryClient } from '@tanstack/react-query';
import { Dialog } from 'radix-ui';
import { useState } from 'react';
import { api, type Schemas, taken } from '../../api/client';
import { DialogFrame } from '../../pieces/dialog-frame';
import { ProblemBox } from '../../pieces/problem-box';
import { type PriceDraft, PriceRows } from './price-rows';
import { useSending } from './use-sending';

type Vendor = Schemas['VendorResponse'];

function draftOf(vendor: Vendor | null): readonly PriceDraft[] {
  const text = (value: unknown) => (value === null ? '' : String(value));
  return (vendor?.models ?? []).map((model) => ({
    key: model.name,
    name: model.name,
    input: text(model.usdPerMillionInputTokens),
    cached: text(model.usdPerMillionCachedInputTokens),
    output: text(model.usdPerMillionOutputTokens),
  }));
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}

function bodyOf(form: FormData, prices: readonly PriceDraft[]): unknown {
  return {
    baseUrl: String(form.get('baseUrl')).trim(),
    dialect: 'openai',
    apiKeyRef: orNull(String(form.get('apiKeyRef') ?? '')),
    models: prices
      .filter((one) => one.name.trim() !== '')
      .map((one) => ({
        name: one.name.trim(),
        usdPerMillionInputTokens: orNull(one.input),
        usdPerMillionCachedInputTokens: orNull(one.cached),
        usdPerMillionOutputTokens: orNull(one.output),
      })),
  };
}

export function VendorForm({ vendor, close }: { readonly vendor: Vendor | null; readonly close: () => void }) {
  const [prices, setPrices] = useState(draftOf(vendor));
  const queries = useQueryClient();
  const { busy, error, send } = useSending();
  const save = (form: FormData) =>
    send(async () => {
      const name = vendor?.name ?? String(form.get('name')).trim();
      const body = bodyOf(form, prices);
      await taken(api.PUT('/v1/vendors/{name}', { params: { path: { name } }, body } as never));
      await queries.invalidateQueries({ queryKey: ['vendors'] });
      close();
    });
  return (
    <Dialog.Root open onOpenChange={(open) => !open && close()}>
      <DialogFrame className="dialog dialog-wide" isPlain>
        <Dialog.Title asChild>
          <h2>{vendor === null ? 'Register a vendor' : `Change ${vendor.name}`}</h2>
        </Dialog.Title>
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            void save(new FormData(event.currentTarget));
          }}
        >
          <Fields vendor={vendor} />
          <PriceRows rows={prices} onChange={setPrices} />
          {error !== null && <ProblemBox error={error} />}
          <div className="actions">
            <Dialog.Close className="button">Leave it</Dialog.Close>
            <button type="submit" className="button" data-kind="primary" disabled={busy}>
              Save
            </button>
          </div>
        </form>
      </DialogFrame>
    </Dialog.Root>
  );
}

function Fields({ vendor }: { readonly vendor: Vendor | null }) {
  return (
    <>
      {vendor === null && (
        <div className="field">
          <label htmlFor="vendor-name">Name</label>
          <input id="vendor-name" name="name" className="input" required maxLength={100} placeholder="openai" />
        </div>
      )}
      <div className="field">
        <label htmlFor="vendor-url">Base URL</label>
        <input
          id="vendor-url"
          name="baseUrl"
          type="url"
          className="input"
          required
          defaultValue={vendor?.baseUrl ?? ''}
          placeholder="https://api.openai.com/v1"
        />
        <span className="hint">Public addresses over https; private ones only where the operator lists them.</span>
      </div>
      <div className="field">
        <label htmlFor="vendor-key">Where the key is kept</label>
        <input
          id="vendor-key"
          name="apiKeyRef"
          className="input"
          defaultValue={(vendor?.apiKeyRef as string | null | undefined) ?? ''}
          placeholder="env:OPENAI_API_KEY or file:/run/secrets/openai"
          pattern="(env:[A-Za-z_][A-Za-z0-9_]*|file:/.+)"
          autoComplete="off"
        />
        <span className="hint">A reference, never the key itself. Left empty where none is asked for.</span>
      </div>
    </>
  );
}
