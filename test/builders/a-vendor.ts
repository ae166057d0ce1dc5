import type { Vendor, VendorModel } from '../../src/vendors/vendor.js';

export function aVendor(parts: Partial<Vendor> = {}): Vendor {
  return {
    name: 'acme',
    baseUrl: 'https://api.acme.test/v1',
    dialect: 'openai',
    apiKeyRef: null,
    models: [],
    ...parts,
  };
}

export function aVendorModel(parts: Partial<VendorModel> = {}): VendorModel {
  return {
    name: 'acme-large',
    usdPerMillionInputTokens: null,
    usdPerMillionCachedInputTokens: null,
    usdPerMillionOutputTokens: null,
    ...parts,
  };
}
