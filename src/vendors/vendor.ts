// A company or a server that answers in the OpenAI dialect: where it is, which key opens it, what a call costs by
// contract. The key itself is never part of this shape: only a reference to where it is kept.

/** What Openward itself is called as a vendor: it serves the candidates that it has trained. */
export const ownVendorName = 'openward';

/** A model by name at a vendor. Decimal strings in USD per million tokens; null means that the price is not known. */
export interface VendorModel {
  readonly name: string;
  readonly usdPerMillionInputTokens: string | null;
  readonly usdPerMillionCachedInputTokens: string | null;
  readonly usdPerMillionOutputTokens: string | null;
}

export interface Vendor {
  readonly name: string;
  /** Without a slash at its end; paths such as `/chat/completions` are appended to it. */
  readonly baseUrl: string;
  readonly dialect: 'openai';
  /** `env:NAME` or `file:/path`; null when the vendor asks for no key. */
  readonly apiKeyRef: string | null;
  readonly models: readonly VendorModel[];
}

/** Who is asked, and for which model. */
export interface ModelTarget {
  readonly vendor: string;
  readonly model: string;
}
