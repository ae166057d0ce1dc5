// Two reports side by side, on the same kind of page.

import { html, type Markup, nothing } from '../../../kernel/markup.js';
import type { ComparedCheck, ComparedCount, ComparedOutcome, ReportComparison, RowMoves } from '../compare-reports.js';
import { outcomeBadge } from './outcome-badge.js';
import { panel } from './panel.js';
import { page } from './report-page.js';
import { inUnit, moment, number, verdictWords } from './report-words.js';

const moveWords: Readonly<Record<ComparedCheck['move'], string>> = {
  better: 'better',
  worse: 'worse',
  moved: 'another value',
  same: 'the same',
  new: 'asked for the first time',
  gone: 'no longer asked',
};

export function comparePage(comparison: ReportComparison): string {
  const { from, to, checks } = comparison;
  const changed = checks.filter(({ move }) => move !== 'same');
  const sections = [
    ['checks', 'Checks', checksPanel(checks)],
    ['funnel', 'Rows left after each step', countsPanel('funnel', 'Rows left after each step', comparison.funnel)],
    ['losses', 'Rows lost, by reason', countsPanel('losses', 'Rows lost, by reason', comparison.losses)],
  ] as const;
  const shown = sections.filter(([, , markup]) => markup.text !== '');
  const tone = to.verdict;
  const hero = html`<section class="hero o-${tone}" aria-labelledby="verdict"><p class="eyebrow">${moment(from.createdAt)} → ${moment(to.createdAt)}</p><h1 id="verdict">${verdictWords[to.verdict].title}</h1><p class="lead">Before: ${verdictWords[from.verdict].title.toLowerCase()}. ${
    changed.length === 0 ? 'No check changed.' : `${number(changed.length)} of ${number(checks.length)} checks changed.`
  }</p><dl class="tiles">${tiles(comparison)}</dl></section>`;
  return page({
    title: `Two reports on ${to.datasetId ?? 'the data'} compared`,
    nav: html`<ul>${shown.map(([id, title]) => html`<li><a href="#${id}">${title}</a></li>`)}</ul>`,
    main: [hero, ...shown.map(([, , markup]) => markup)],
  });
}

function tiles({ from, to, rows, checks }: ReportComparison): Markup[] {
  const count = (move: ComparedCheck['move']) => checks.filter((check) => check.move === move).length;
  return [
    tile(
      'Trainable rows',
      number(to.usableTrainRows),
      movesWords(from.usableTrainRows, to.usableTrainRows, rows?.train),
    ),
    tile('Held out', number(to.holdoutRows), movesWords(from.holdoutRows, to.holdoutRows, rows?.holdout)),
    tile('Checks better', number(count('better')), 'by their outcome'),
    tile('Checks worse', number(count('worse')), 'by their outcome'),
  ];
}

function tile(name: string, value: string, note: string): Markup {
  return html`<div class="tile"><dt>${name}</dt><dd>${value}</dd><dd class="note">${note}</dd></div>`;
}

function movesWords(before: number, after: number, moves: RowMoves | undefined): string {
  return moves === undefined
    ? `${signed(after - before)} rows`
    : `${number(moves.gained)} came, ${number(moves.lost)} went`;
}

const signed = (value: number) => (value > 0 ? `+${number(value)}` : value === 0 ? '±0' : number(value));

function checksPanel(checks: readonly ComparedCheck[]): Markup {
  const rows = checks.map(({ checkId, question, move, before, after, isSameMethod }) => {
    const caution =
      isSameMethod || before === null || after === null ? null : html` <span class="soft">by another method</span>`;
    return html`<tr><th scope="row"><code>${checkId}</code> ${question}</th><td data-name="Before">${outcome(before)}</td><td data-name="After">${outcome(after)}</td><td data-name="Change">${moveWords[move]}${caution}</td></tr>`;
  });
  const table = html`<table class="plain"><thead><tr><th scope="col">Check</th><th scope="col">Before</th><th scope="col">After</th><th scope="col">Change</th></tr></thead><tbody>${rows}</tbody></table>`;
  return checks.length === 0
    ? nothing
    : panel({ id: 'checks', title: 'Checks', lead: 'What changed stands first.', body: table });
}

function outcome(one: ComparedOutcome | null): Markup {
  return one === null
    ? html`–`
    : html`${outcomeBadge(one.outcome)} <span class="figure">${inUnit(one.value, one.unit)}</span>`;
}

function countsPanel(id: string, title: string, counts: readonly ComparedCount[]): Markup {
  if (counts.length === 0) {
    return nothing;
  }
  const shown = (value: number | null) => (value === null ? '–' : number(value));
  const rows = counts.map(({ name, before, after }) => {
    const change = signed((after ?? 0) - (before ?? 0));
    return html`<tr><th scope="row">${name}</th><td class="figure" data-name="Before">${shown(before)}</td><td class="figure" data-name="After">${shown(after)}</td><td class="figure" data-name="Change">${change}</td></tr>`;
  });
  const table = html`<table class="plain"><thead><tr><th scope="col">Name</th><th scope="col">Before</th><th scope="col">After</th><th scope="col">Change</th></tr></thead><tbody>${rows}</tbody></table>`;
  return panel({ id, title, lead: 'Before and after.', body: table });
}
