import { html, type Markup } from '../../../kernel/markup.js';
import type { CheckOutcome } from '../../check.js';
import { outcomeWords } from './report-words.js';

/** Shapes beside the words, so that no meaning hangs on a colour. */
const shapes: Readonly<Record<CheckOutcome, string>> = {
  pass: 'M4 8.5l2.8 2.8L12 5.5',
  warn: 'M8 4.2v5M8 11.6v.4',
  fail: 'M5 5l6 6M11 5l-6 6',
  inconclusive: 'M6 6.3a2 2 0 1 1 2.6 1.9c-.5.2-.6.5-.6 1.2M8 11.8v.2',
  skipped: 'M4.5 8h7',
  error: 'M5 5l6 6M11 5l-6 6',
  waived: 'M5 4.5v7M5 5h6l-1.6 2L11 9H5',
};

export function outcomeIcon(outcome: CheckOutcome): Markup {
  return html`<svg class="icon o-${outcome}" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false"><circle cx="8" cy="8" r="7.5"/><path d="${shapes[outcome]}"/></svg>`;
}

export function outcomeBadge(outcome: CheckOutcome): Markup {
  return html`<span class="badge o-${outcome}">${outcomeIcon(outcome)}${outcomeWords[outcome]}</span>`;
}
