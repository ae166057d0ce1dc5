// What stands at the axes of a chart over time, and how far they reach.

const clock = new Intl.DateTimeFormat('en', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});
const hours = new Intl.DateTimeFormat('en', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const days = new Intl.DateTimeFormat('en', { month: 'short', day: 'numeric', timeZone: 'UTC' });
const months = new Intl.DateTimeFormat('en', { month: 'short', year: 'numeric', timeZone: 'UTC' });
const fine = new Intl.NumberFormat('en', { maximumSignificantDigits: 4 });
const dayS = 86_400;
const yearS = 365 * dayS;
const shortS = 900;

/** By how long the whole picture is: a narrow one may have a single mark, which tells nothing of that. */
export function timesInWords(splits: readonly number[], times: readonly number[]): string[] {
  const span = (times.at(-1) ?? 0) - (times[0] ?? 0);
  const isDaily = times.every((time) => time % dayS === 0);
  const format = span > yearS ? months : isDaily || span > 2 * dayS ? days : span < shortS ? clock : hours;
  return splits.map((split) => (isDaily && split % dayS !== 0 ? '' : format.format(split * 1000)));
}

/** From zero to a little above the most; below zero where values are. */
export function rangeOf(least: number | null, most: number | null): [number, number] {
  const [low, high] = [Math.min(0, least ?? 0), Math.max(0, most ?? 0)];
  if (low === high) {
    return [0, 1];
  }
  const room = (high - low) * 0.08;
  return [low < 0 ? low - room : 0, high > 0 ? high + room : 0];
}

export function numberInWords(value: number): string {
  return fine.format(value).replace('-', '−');
}
