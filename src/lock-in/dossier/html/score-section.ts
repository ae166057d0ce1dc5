// The score with its interval, and what each indicator adds to it: pictures as plain SVG in percentages.

import { html, type Markup } from '../../../kernel/markup.js';
import { type Band, obligations } from '../../score/bands.js';
import type { Contribution, Dossier } from '../dossier.js';

const contributionsMax = 12;
const place = (value: number) => Number(Math.max(0, Math.min(100, value)).toFixed(2));

export type Tone = 'good' | 'warn' | 'bad' | 'plain';

export const toneOfBand = (band: Band | null): Tone => (band === 'low' ? 'good' : band === 'moderate' ? 'warn' : 'bad');

export function scoreSection({ picture: { assessment }, contributions }: Dossier): Markup {
  if (assessment === null) {
    return html`<section id="score"><h2>Score</h2><p class="lead">Not scored yet. What is not known counts as dangerous.</p></section>`;
  }
  const { score, low, high, confidence, band, floors, profileVersion, scoringVersion } = assessment;
  const label = `Score ${score.toFixed(1)} of 100, between ${low.toFixed(1)} and ${high.toFixed(1)}.`;
  const stop = [25, 50, 75].map((at) => html`<line class="s-line" x1="${at}%" x2="${at}%" y1="14" y2="40"/>`);
  const picture = html`<svg class="interval" role="img" aria-label="${label}"><rect class="f-track" x="0" y="20" width="100%" height="14" rx="7"/>${stop}<rect class="f-range" x="${place(low)}%" y="20" width="${place(high - low)}%" height="14" rx="7"/><circle class="f-ink" cx="${place(score)}%" cy="27" r="8"/></svg>`;
  const floorList =
    floors.length === 0
      ? null
      : html`<ul class="floors">${floors.map(({ because }) => html`<li>${because}</li>`)}</ul>`;
  return html`<section id="score"><h2>Score</h2><p class="lead">How tightly the project is tied, 0 to 100. The dot is the score, the band around it what is possible while facts are missing or old.</p><div class="card"><div class="score t-${toneOfBand(band)}"><div><p class="figure">${score.toFixed(1)} <span>of 100</span></p><p class="badge">${band ?? 'not assessed'}</p></div><div>${picture}<p class="axis"><span>0</span><span>25</span><span>50</span><span>75</span><span>100</span></p><p class="small soft">Between ${low.toFixed(1)} and ${high.toFixed(1)}; confidence ${confidence.toFixed(2)}. ${band === null ? 'To be treated like high until more is known.' : obligations[band]} Profile ${profileVersion}, method ${scoringVersion}.</p></div></div>${floorList}</div>${contributionsOf(contributions)}</section>`;
}

function contributionsOf(all: readonly Contribution[]): Markup | null {
  const shown = all.slice(0, contributionsMax);
  const most = Math.max(...shown.map(({ points }) => points), 1e-9);
  const rest = all.slice(contributionsMax).reduce((sum, { points }) => sum + points, 0);
  const rows = shown.map(({ indicatorId, question, points, known, remedy }) => {
    return html`<li><span class="id">${indicatorId}</span><span>${question}</span><svg class="bar" aria-hidden="true" focusable="false"><rect class="f-track" width="100%" height="100%"/><rect class="${known === null ? 'f-mute' : 'f-accent'}" width="${place((100 * points) / most)}%" height="100%"/></svg><span class="points">${points.toFixed(2)}</span><span class="known">${known === null ? 'Unknown.' : `Known: ${known}`} ${remedy}</span></li>`;
  });
  return shown.length === 0
    ? null
    : html`<div class="card group"><h3>Where the points of the vendor’s side come from</h3><p class="small soft">They add up to its score; grey is unknown. The ${all.length - shown.length} smaller ones add ${rest.toFixed(2)}.</p><ol class="bars group">${rows}</ol></div>`;
}
