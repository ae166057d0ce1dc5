import { Inject, Injectable } from '@nestjs/common';
import { isPrice } from '../kernel/money.js';
import { type FieldFault, type Refusal, refusal } from '../kernel/refusal.js';
import { parseApiKeyRef } from './api-key-ref.js';
import { OutboundRules } from './outbound-rules.js';
import { ownVendorName, type Vendor, type VendorModel } from './vendor.js';
import { VendorStore } from './vendor-store.js';

const nameForm = /^[a-z0-9][a-z0-9-]{0,62}$/;

function faultOfPrice(price: string | null, pointer: string): FieldFault[] {
  return price === null || isPrice(price)
    ? []
    : [{ pointer, reason: 'must be a decimal number of USD such as "2.50", or null when it is not known' }];
}

function faultsOfModels(models: readonly VendorModel[]): FieldFault[] {
  const seen = new Set<string>();
  return models.flatMap((model, index) => {
    const at = `/models/${index}`;
    const twice = seen.has(model.name) ? [{ pointer: `${at}/name`, reason: `names ${model.name} a second time` }] : [];
    seen.add(model.name);
    return [
      ...twice,
      ...faultOfPrice(model.usdPerMillionInputTokens, `${at}/usdPerMillionInputTokens`),
      ...faultOfPrice(model.usdPerMillionCachedInputTokens, `${at}/usdPerMillionCachedInputTokens`),
      ...faultOfPrice(model.usdPerMillionOutputTokens, `${at}/usdPerMillionOutputTokens`),
    ];
  });
}

@Injectable()
export class VendorsService {
  constructor(
    @Inject(VendorStore) private readonly store: VendorStore,
    @Inject(OutboundRules) private readonly rules: OutboundRules,
  ) {}

  list(): Promise<readonly Vendor[]> {
    return this.store.list();
  }

  async find(name: string): Promise<Vendor | Refusal> {
    return (await this.store.find(name)) ?? refusal('not-found', `There is no vendor named ${name}.`);
  }

  /** Writes or replaces a vendor; names every faulty field when it refuses. Gives back what is kept. */
  async put(wanted: Vendor, by: string): Promise<Vendor | Refusal> {
    if (wanted.name === ownVendorName) {
      return refusal('conflict', `${ownVendorName} names this service itself. Choose another name.`);
    }
    const baseUrl = this.rules.checkBaseUrl(wanted.baseUrl);
    const fields = this.faultsOf(wanted, baseUrl);
    if (typeof baseUrl !== 'string' || fields.length > 0) {
      const names = fields.map((one) => `${one.pointer} ${one.reason}`).join('; ');
      return refusal('bad-request', `The vendor was not kept: ${names}.`, { fields });
    }
    const vendor = { ...wanted, baseUrl };
    await this.store.put(vendor, by);
    return vendor;
  }

  /** Null when it is gone. */
  async remove(name: string): Promise<Refusal | null> {
    return (await this.store.remove(name)) ? null : refusal('not-found', `There is no vendor named ${name}.`);
  }

  private faultsOf(wanted: Vendor, baseUrl: string | FieldFault): FieldFault[] {
    const faults: FieldFault[] = typeof baseUrl === 'string' ? [] : [baseUrl];
    if (!nameForm.test(wanted.name)) {
      faults.push({ pointer: 'name', reason: 'must be lower-case letters, digits and dashes, at most 63' });
    }
    if (wanted.apiKeyRef !== null && parseApiKeyRef(wanted.apiKeyRef) === null) {
      faults.push({
        pointer: '/apiKeyRef',
        reason: 'must be env:NAME (ending in _KEY or _TOKEN, not one of OPENWARD_) or file:/absolute/path',
      });
    }
    return [...faults, ...faultsOfModels(wanted.models)];
  }
}
