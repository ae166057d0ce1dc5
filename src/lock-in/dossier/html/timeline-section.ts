// Dates on one line, and in words below it.

import { html, type Markup } from '../../../kernel/markup.js';
import { dayOf } from '../../in-words.js';
import type { Dossier } from '../dossier.js';

const tones: Readonly<Record<string, string>> = {
  shutdown: 'f-bad',
  'start-by': 'f-warn',
  notice: 'f-warn',
  now: 'f-accent',
  'exit-done': 'f-accent',
};

export function timelineSection({ timeline }: Dossier): Markup {
  const [first, last] = [timeline[0]?.at ?? 0, timeline.at(-1)?.at ?? 0];
  const span = Math.max(1, last - first);
  const place = (at: number) => Number((2 + (96 * (at - first)) / span).toFixed(2));
  const marks = timeline.map(({ at, kind, text }) =>
    kind === 'now'
      ? html`<line class="s-now" x1="${place(at)}%" x2="${place(at)}%" y1="6" y2="38"/>`
      : html`<circle class="${tones[kind] ?? 'f-mute'}" cx="${place(at)}%" cy="22" r="6"><title>${dayOf(at)}: ${text}</title></circle>`,
  );
  const items = timeline.map(({ at, kind, text, isMissed }) => {
    const past = isMissed ? html` <span class="badge t-bad">past</span>` : null;
    return html`<li><span class="dot d-${isMissed ? 'missed' : kind}"></span><span class="soft">${dayOf(at)}</span><span>${text}${past}</span></li>`;
  });
  return html`<section id="timeline"><h2>Timeline</h2><p class="lead">Ends of models and contracts, and the last days on which one can still act. The upright line is today.</p><div class="card"><svg class="line" role="img" aria-label="From ${dayOf(first)} to ${dayOf(last)}; the dates are listed below."><line class="s-line" x1="0" x2="100%" y1="22" y2="22"/>${marks}</svg><p class="axis"><span>${dayOf(first)}</span><span>${dayOf(last)}</span></p><ol class="times">${items}</ol></div></section>`;
}
