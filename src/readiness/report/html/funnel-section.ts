// Where the rows went: the page that people need first. Every step says how many rows it took and why.

import { html, type Markup, nothing } from '../../../kernel/markup.js';
import { percent } from '../../judging/in-words.js';
import type { ReadinessReport } from '../readiness-report.js';
import { bar } from './pictures.js';
import { number } from './report-words.js';

export function funnelSection({ funnel }: Pick<ReadinessReport, 'funnel'>): Markup {
  const whole = funnel[0]?.rows ?? 0;
  if (whole === 0) {
    return nothing;
  }
  const steps = funnel.map(({ step, rows, removed }) => {
    const lost = removed.reduce((sum, one) => sum + one.rows, 0);
    const reasons = removed.map((one) => html`<li><b>−${number(one.rows)}</b> ${one.reason}</li>`);
    const parts = [
      { value: rows, tone: 'accent' as const },
      { value: lost, tone: 'fail' as const },
    ];
    return html`<li><div class="line"><span class="name">${step}</span>${bar(parts, whole)}<span class="said"><b>${number(rows)}</b> <span class="soft">${percent(rows / whole)}</span></span></div>${reasons.length === 0 ? null : html`<ul class="lost">${reasons}</ul>`}</li>`;
  });
  return html`<section id="funnel" aria-labelledby="funnel-title"><h2 id="funnel-title">Where the rows went</h2><div class="card"><ol class="funnel">${steps}</ol></div></section>`;
}
