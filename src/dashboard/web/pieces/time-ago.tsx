// A moment, as people say it, with the exact one on hover and for screen readers.
import { useEffect, useState } from 'react';

const steps = [
  [60, 'second'],
  [60, 'minute'],
  [24, 'hour'],
  [30, 'day'],
  [12, 'month'],
  [Number.POSITIVE_INFINITY, 'year'],
] as const;

const words = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
const exact = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });

/** @param ms until (positive) or since (negative) the moment */
export function inWords(ms: number): string {
  let amount = ms / 1000;
  for (const [size, unit] of steps) {
    if (Math.abs(amount) < size) {
      return words.format(Math.round(amount), unit);
    }
    amount /= size;
  }
  return '';
}

export function TimeAgo({ at }: { readonly at: string | number }) {
  const [, redraw] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => redraw((times) => times + 1), 30_000);
    return () => clearInterval(timer);
  }, []);
  const date = new Date(at);
  return (
    <time dateTime={date.toISOString()} title={exact.format(date)}>
      {inWords(date.getTime() - Date.now())}
    </time>
  );
}
