// Rows that are too like each other: clusters among the training rows, and held-out rows with a neighbour in training.

import { html, type Markup, nothing } from '../../../kernel/markup.js';
import { percent } from '../../judging/in-words.js';
import type { ReadinessReport } from '../readiness-report.js';
import { panel } from './panel.js';
import { number } from './report-words.js';
import { type DiffWord, wordDiff } from './word-diff.js';

const clustersShownMax = 6;
const membersShownMax = 6;
const pairsShownMax = 8;

export function clustersSection({ statistics }: Pick<ReadinessReport, 'statistics'>): Markup {
  const clusters = statistics?.clusters ?? [];
  if (clusters.length === 0) {
    return nothing;
  }
  const cards = clusters.slice(0, clustersShownMax).map(({ rows, members }) => {
    const labels = new Set(members.map(({ label }) => label));
    const lines = members
      .slice(0, membersShownMax)
      .map(
        ({ label, excerpt }) =>
          html`<li><bdi class="excerpt">${excerpt}</bdi> <span class="tag"><bdi>${label}</bdi></span></li>`,
      );
    const caution =
      labels.size > 1 ? html`<p class="soft">More than one answer: nothing of it is taken out by itself.</p>` : null;
    return html`<article class="cluster"><h3>${number(rows)} rows</h3><ul>${lines}</ul>${caution}</article>`;
  });
  return panel({
    id: 'duplicates',
    title: 'Near duplicates',
    lead: 'The largest groups of training rows that say nearly the same. Every pair was verified, none is guessed.',
    body: html`<div class="clusters">${cards}</div>`,
  });
}

export function leakageSection({ statistics }: Pick<ReadinessReport, 'statistics'>): Markup {
  const pairs = statistics?.leakPairs ?? [];
  if (pairs.length === 0) {
    return nothing;
  }
  const shown = pairs.slice(0, pairsShownMax).map(({ holdoutKey, trainKey, jaccard, holdoutExcerpt, trainExcerpt }) => {
    const words = wordDiff(holdoutExcerpt, trainExcerpt);
    return html`<article class="pair"><p class="soft">${percent(jaccard)} alike · held out <code>${holdoutKey.slice(0, 10)}</code> · training <code>${trainKey.slice(0, 10)}</code></p><p class="diff"><bdi>${words.map(diffWord)}</bdi></p></article>`;
  });
  const legend = html`<p class="legend"><del>only held out</del><ins>only in training</ins></p>`;
  return panel({
    id: 'leakage',
    title: 'Held-out rows with a neighbour in training',
    lead: 'A model that learnt the one has an easy time with the other. The hold-out stays; the training row gives way.',
    body: [legend, html`<div class="pairs">${shown}</div>`],
  });
}

function diffWord({ word, side }: DiffWord): Markup {
  if (side === 'both') {
    return html`${word} `;
  }
  return side === 'left' ? html`<del>${word}</del> ` : html`<ins>${word}</ins> `;
}
