// How the set grows, when it will be enough, whether more would help, and whether it still looks like production.

import { html, type Markup, nothing } from '../../../kernel/markup.js';
import { percent } from '../../judging/in-words.js';
import type { ReadinessReport } from '../readiness-report.js';
import { panel } from './panel.js';
import { type BarRow, barRows, linePicture, type Point } from './pictures.js';
import { day, number } from './report-words.js';

const dayMs = 86_400_000;

export function growthSection({ statistics, power, createdAt, collectNext }: ReadinessReport): Markup {
  const days = Object.entries(statistics?.rowsByDay ?? {}).sort(([one], [other]) => (one < other ? -1 : 1));
  const forecasts = power?.forecasts ?? [];
  if (days.length === 0 && forecasts.length === 0) {
    return nothing;
  }
  const body = [
    days.length < 2 ? null : growthPicture(days),
    forecasts.length === 0 ? null : forecastTable(forecasts, createdAt),
    wanted(collectNext ?? []),
  ];
  const lead = 'Usable rows as they came in, and when each quota is met if traffic goes on as it does.';
  return panel({ id: 'growth', title: 'Growth and the ready date', lead, body });
}

function growthPicture(days: readonly (readonly [string, number])[]): Markup {
  let total = 0;
  const points = days.map(([date, rows]): Point => {
    total += rows;
    return { x: Date.parse(date) / dayMs, y: total };
  });
  const [first, last] = [days[0]?.[0] ?? '', days.at(-1)?.[0] ?? ''];
  const label = `${number(total)} usable rows from ${first} to ${last}.`;
  return linePicture({
    points,
    fit: [],
    label,
    axis: [first, last],
    isFilled: true,
    yFrom: 0,
    yTo: Math.max(1, total),
  });
}

function forecastTable(forecasts: NonNullable<ReadinessReport['power']>['forecasts'], now: number): Markup {
  const rows = forecasts.map(({ quota, have, need, days }) => {
    const when =
      have >= need
        ? 'met'
        : days === null
          ? 'no basis yet'
          : `${day(now + days.p50 * dayMs)} (${day(now + days.p10 * dayMs)} to ${day(now + days.p85 * dayMs)})`;
    return html`<tr><th scope="row"><bdi>${quota}</bdi></th><td class="figure" data-name="Have">${number(have)}</td><td class="figure" data-name="Need">${number(need)}</td><td data-name="Met">${when}</td></tr>`;
  });
  return html`<table class="plain"><thead><tr><th scope="col">Quota</th><th scope="col">Have</th><th scope="col">Need</th><th scope="col">Met: median (10 to 85 %)</th></tr></thead><tbody>${rows}</tbody></table>`;
}

function wanted(rows: NonNullable<ReadinessReport['collectNext']>): Markup | null {
  if (rows.length === 0) {
    return null;
  }
  const items = rows
    .slice(0, 10)
    .map(
      ({ what, have, need, why }) =>
        html`<li><b><bdi>${what}</bdi></b> ${number(have)} of ${number(need)}. ${why}</li>`,
    );
  return html`<h3>What to collect next</h3><ol class="wanted">${items}</ol>`;
}

export function learningSection({ statistics }: Pick<ReadinessReport, 'statistics'>): Markup {
  const curve = statistics?.learningCurve ?? null;
  if (curve === null || curve.points.length < 2) {
    return nothing;
  }
  const { fit, gainOfDoubling } = curve;
  const points = curve.points.map(({ trainRows, accuracy }): Point => ({ x: Math.log2(trainRows), y: accuracy }));
  const [low, high] = [Math.min(...points.map(({ x }) => x)), Math.max(...points.map(({ x }) => x)) + 1];
  const steps = Array.from({ length: 33 }, (_, at) => low + ((high - low) * at) / 32);
  const line = fit === null ? [] : steps.map((x): Point => ({ x, y: fit.a - fit.b * 2 ** (-fit.c * x) }));
  const ys = [...points, ...line].map(({ y }) => y);
  const [first, last] = [curve.points[0], curve.points.at(-1)];
  const label = `Accuracy of a quick student from ${percent(first?.accuracy ?? 0)} on ${number(first?.trainRows ?? 0)} rows to ${percent(last?.accuracy ?? 0)} on ${number(last?.trainRows ?? 0)}.`;
  const axis = [
    `${number(first?.trainRows ?? 0)} rows`,
    `${number(Math.round(2 ** (line.length > 0 ? high : high - 1)))} rows`,
  ] as const;
  const picture = linePicture({
    points,
    fit: line,
    label,
    axis,
    isFilled: false,
    yFrom: Math.min(...ys),
    yTo: Math.max(...ys),
  });
  const lead =
    gainOfDoubling === null
      ? 'How much more rows helped so far.'
      : `Twice the rows should bring ${number(Number((gainOfDoubling * 100).toFixed(1)))} points.`;
  return panel({ id: 'learning', title: 'Would more rows help?', lead, body: picture });
}

export function shiftSection({ statistics }: Pick<ReadinessReport, 'statistics'>): Markup {
  const shift = statistics?.shift ?? null;
  if (shift === null || shift.labels.length === 0) {
    return nothing;
  }
  const rows = shift.labels.flatMap(({ name, train, production }): BarRow[] => [
    { name, parts: [{ value: train, tone: 'accent' }], said: `${percent(train)} training` },
    { name: '', parts: [{ value: production, tone: 'mute' }], said: `${percent(production)} production` },
  ]);
  const widest = Math.max(...shift.labels.map(({ train, production }) => Math.max(train, production)));
  return panel({
    id: 'drift',
    title: 'Training against production',
    lead: `Labels that moved most against ${number(shift.calls)} calls from ${day(shift.fromAt)} to ${day(shift.untilAt)}.`,
    body: html`<div class="shift">${barRows(rows, widest)}</div>`,
  });
}
