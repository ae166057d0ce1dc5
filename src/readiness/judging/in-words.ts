// Numbers as people read them in a sentence.

/** 10003 → '10,003'. */
export function counted(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

/** 0.049 → '4.9 %'; below a tenth of a percent two significant digits are kept, so that little is never shown as none. */
export function percent(share: number): string {
  const value = share * 100;
  const text = value !== 0 && Math.abs(value) < 0.1 ? value.toPrecision(2) : value.toFixed(1);
  return `${Number(text)} %`;
}

/** 'rows' for anything but one. */
export function plural(count: number, noun: string): string {
  return `${counted(count)} ${noun}${count === 1 ? '' : 's'}`;
}
