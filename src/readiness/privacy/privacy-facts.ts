// Which personal data and secrets stand in a row, by kind and place. The values themselves are never kept: a span holds
// a salted digest, by which the same value is recognised again.

export interface PrivateSpan {
  /** Name of the detector, such as `card` or `openai-key`. */
  readonly kind: string;
  /** `high`: cards, bank accounts, national ids. `contact`: addresses, phones, names. `secret`: what opens a door. */
  readonly group: 'high' | 'contact' | 'secret' | 'special';
  /** Place of the message; −1 for the rejected answer. */
  readonly message: number;
  /** Place of the tool call whose arguments hold it; null: it stands in the content. */
  readonly call: number | null;
  /** UTF-16 units within the content, or within the arguments. */
  readonly start: number;
  readonly end: number;
  /** Short hex digest of the value and the project's salt. */
  readonly valueDigest: string;
  /** 0 to 1: how sure the detector is. */
  readonly confidence: number;
}

export interface PrivacyFacts {
  readonly spans: readonly PrivateSpan[];
}

/** From this confidence on a find counts as one. Below it is masked and redacted all the same. */
export const certainMin = 0.5;
