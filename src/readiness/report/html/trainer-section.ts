// What each recipe would make of the rows. Trainers cut and drop rows in silence: here it is said before the training.

import { html, type Markup, nothing } from '../../../kernel/markup.js';
import type { TrainerView } from '../../trainers/trainer-view.js';
import type { ReadinessReport } from '../readiness-report.js';
import { panel } from './panel.js';
import { type BarPart, bar, legend } from './pictures.js';
import { number } from './report-words.js';

export function trainerSection({ trainerViews, target }: Pick<ReadinessReport, 'trainerViews' | 'target'>): Markup {
  if (trainerViews === null || trainerViews.length === 0) {
    return nothing;
  }
  const model = target?.model ?? null;
  const key = legend([
    ['accent', 'learnt whole'],
    ['warn', 'cut'],
    ['fail', 'left out, or nothing to learn'],
    ['mute', 'not known'],
  ]);
  return panel({
    id: 'trainers',
    title: 'What the trainers would do',
    lead: `${model === null ? 'For each recipe' : `For ${model}, by recipe`}: rows that are learnt, and rows that the trainer itself cuts or leaves out.`,
    body: [key, html`<ul class="trainers">${trainerViews.map((view) => trainer(view, target?.recipe ?? null))}</ul>`],
  });
}

function partsOf({ kept, cut, dropped, masked, untold }: TrainerView): BarPart[] {
  return [
    { value: kept, tone: 'accent' },
    { value: cut, tone: 'warn' },
    { value: dropped + masked, tone: 'fail' },
    { value: untold, tone: 'mute' },
  ];
}

function trainer(view: TrainerView, chosen: string | null): Markup {
  const { recipe, title, limitTokens, rows, trainedOn, byRule, text } = view;
  const rules = byRule
    .filter((rule) => rule.rows > 0)
    .map((rule) => html`<li><b>${number(rule.rows)}</b> ${rule.why} <code>${rule.rule}</code></li>`);
  const reads = limitTokens === null ? 'no limit' : `reads ${number(limitTokens)} tokens`;
  const mark = recipe === chosen ? html` <span class="tag">chosen</span>` : null;
  return html`<li><div class="line"><span class="name"><b>${title}</b>${mark}<span class="soft small"> ${reads}</span></span>${bar(partsOf(view), rows)}<span class="said"><b>${number(trainedOn)}</b></span></div><p class="under">${text}</p>${rules.length === 0 ? null : html`<ul class="lost">${rules}</ul>`}</li>`;
}
