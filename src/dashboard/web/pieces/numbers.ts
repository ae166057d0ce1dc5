// Numbers as people read them. Null is not known, and says so; it is never a zero.

const unknown = 'not known';

export function percent(share: number | null | undefined, digits = 1): string {
  return share === null || share === undefined ? unknown : `${(share * 100).toFixed(digits)} %`;
}

/** A difference of two shares, signed. */
export function points(share: number | null | undefined): string {
  if (share === null || share === undefined) {
    return unknown;
  }
  const value = share * 100;
  return `${value > 0 ? '+' : value < 0 ? '−' : ''}${Math.abs(value).toFixed(1)} points`;
}

export function count(value: number | null | undefined): string {
  return value === null || value === undefined ? unknown : value.toLocaleString('en');
}

export function milliseconds(ms: number | null | undefined): string {
  if (ms === null || ms === undefined) {
    return unknown;
  }
  return ms < 10_000 ? `${Math.round(ms).toLocaleString('en')} ms` : seconds(ms / 1000);
}

export function seconds(value: number | null | undefined): string {
  if (value === null || value === undefined) {
    return unknown;
  }
  if (value < 90) {
    return `${value < 10 ? value.toFixed(1) : Math.round(value)} s`;
  }
  return value < 5400 ? `${Math.round(value / 60)} min` : `${(value / 3600).toFixed(1)} h`;
}

/** A price as it is listed: two digits behind the point, four where they are needed. */
export function dollarsOf(usd: number): string {
  return `$${usd.toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 4 })}`;
}

/** @param nanoUsd 1e-9 USD */
export function dollars(nanoUsd: number | null | undefined): string {
  if (nanoUsd === null || nanoUsd === undefined) {
    return unknown;
  }
  const usd = nanoUsd / 1e9;
  return `$${usd.toLocaleString('en', { maximumFractionDigits: usd >= 1 ? 2 : 6 })}`;
}
