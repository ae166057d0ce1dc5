// Pictures as plain SVG: no script, no style attribute. Widths are percentages, so that they fit any screen while the text
// beside them keeps its size.

import { html, type Markup } from '../../../kernel/markup.js';
import type { LengthSummary } from '../report-statistics.js';
import { number } from './report-words.js';

const shareOf = (value: number, whole: number) => (whole > 0 ? Math.max(0, Math.min(100, (100 * value) / whole)) : 0);
const place = (value: number) => Number(value.toFixed(3));

export type Tone = 'accent' | 'pass' | 'warn' | 'fail' | 'mute';

export interface BarPart {
  readonly value: number;
  readonly tone: Tone;
}

/** One bar of parts beside each other. The numbers stand in the text beside it, so it is hidden from screen readers. */
export function bar(parts: readonly BarPart[], whole: number): Markup {
  let from = 0;
  const rects = parts.map(({ value, tone }) => {
    const width = shareOf(value, whole);
    const rect = html`<rect class="f-${tone}" x="${place(from)}%" y="0" width="${place(width)}%" height="100%"/>`;
    from += width;
    return rect;
  });
  return html`<svg class="bar" aria-hidden="true" focusable="false"><rect class="f-track" width="100%" height="100%"/>${rects}</svg>`;
}

export interface BarRow {
  readonly name: string;
  readonly parts: readonly BarPart[];
  /** What is said beside the bar. */
  readonly said: string;
}

export function barRows(rows: readonly BarRow[], whole: number): Markup {
  const lines = rows.map(
    ({ name, parts, said }) =>
      html`<li><span class="name"><bdi>${name}</bdi></span>${bar(parts, whole)}<span class="said">${said}</span></li>`,
  );
  return html`<ul class="bars">${lines}</ul>`;
}

/** Lengths of rows, with the limit of the candidate marked; bars beyond it are in another colour. */
export function lengthPicture(lengths: LengthSummary, limit: number | null, unit: string): Markup {
  const { bars } = lengths;
  const tallest = Math.max(1, ...bars.map((one) => one.rows));
  const width = 100 / Math.max(1, bars.length);
  const columns = bars.map(({ upTo, rows }, at) => {
    // A bar that holds any row is seen: a long tail is what the picture is for.
    const height = rows === 0 ? 0 : Math.max(1.5, shareOf(rows, tallest));
    const tone = limit !== null && (bars[at - 1]?.upTo ?? 0) >= limit ? 'fail' : 'accent';
    const name = `up to ${number(upTo)} ${unit}: ${number(rows)} rows`;
    return html`<rect class="f-${tone}" x="${place(at * width)}%" y="${place(100 - height)}%" width="${place(width * 0.86)}%" height="${place(height)}%"><title>${name}</title></rect>`;
  });
  const at = limit === null ? null : limitPlace(bars, limit);
  const mark = at === null ? null : html`<line class="s-fail" x1="${at}%" x2="${at}%" y1="0" y2="100%"/>`;
  const label = `Lengths of ${number(lengths.rows)} rows in ${unit}: half up to ${number(Math.round(lengths.p50))}, 95 % up to ${number(Math.round(lengths.p95))}, the longest ${number(Math.round(lengths.max))}.`;
  return html`<figure class="picture"><svg class="plot" role="img" aria-label="${label}">${columns}${mark}</svg><div class="axis"><span>0</span><span>${number(bars[Math.floor(bars.length / 2)]?.upTo ?? 0)}</span><span>${number(Math.round(lengths.max))} ${unit}</span></div><figcaption>${label}${limit === null ? '' : at === null ? ` All bars are within the limit of ${number(limit)}.` : ` The line is the limit of ${number(limit)}.`}</figcaption></figure>`;
}

/** Where the limit stands among the bars, in percent of the width; null: beyond all of them. */
function limitPlace(bars: LengthSummary['bars'], limit: number): number | null {
  const at = bars.findIndex(({ upTo }) => upTo > limit);
  const [bar, from] = [bars[at], bars[at - 1]?.upTo ?? 0];
  return bar === undefined ? null : place(((at + (limit - from) / (bar.upTo - from)) / bars.length) * 100);
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface LineParts {
  readonly points: readonly Point[];
  /** A second line, drawn thin: a fit or a goal. */
  readonly fit: readonly Point[];
  readonly label: string;
  readonly axis: readonly [string, string];
  readonly isFilled: boolean;
  readonly yFrom: number;
  readonly yTo: number;
}

/** A line over a plane that stretches with the page. */
export function linePicture({ points, fit, label, axis, isFilled, yFrom, yTo }: LineParts): Markup {
  const all = [...points, ...fit];
  const [low, high] = [Math.min(...all.map((one) => one.x)), Math.max(...all.map((one) => one.x))];
  const x = (one: Point) => place(high === low ? 50 : (100 * (one.x - low)) / (high - low));
  const y = (one: Point) => place(yTo === yFrom ? 100 : 100 - (100 * (one.y - yFrom)) / (yTo - yFrom));
  const path = (line: readonly Point[]) => line.map((one, at) => `${at === 0 ? 'M' : 'L'}${x(one)} ${y(one)}`).join('');
  const [first, last] = [points[0], points.at(-1)];
  const area =
    isFilled && first !== undefined && last !== undefined
      ? html`<path class="f-area" d="${path(points)}L${x(last)} 100L${x(first)} 100Z"/>`
      : null;
  const dots = isFilled
    ? []
    : points.map((one) => html`<circle class="f-accent" cx="${x(one)}%" cy="${y(one)}%" r="4"/>`);
  const thin = fit.length === 0 ? null : html`<path class="s-mute" d="${path(fit)}"/>`;
  return html`<figure class="picture"><svg class="plot" role="img" aria-label="${label}"><svg viewBox="0 0 100 100" preserveAspectRatio="none" width="100%" height="100%">${area}${thin}<path class="s-accent" d="${path(points)}"/></svg>${dots}</svg><div class="axis"><span>${axis[0]}</span><span>${axis[1]}</span></div><figcaption>${label}</figcaption></figure>`;
}

/** What the colours stand for. */
export function legend(entries: readonly (readonly [Tone, string])[]): Markup {
  return html`<p class="legend">${entries.map(([tone, said]) => html`<span><i class="dot d-${tone}"></i>${said}</span>`)}</p>`;
}
