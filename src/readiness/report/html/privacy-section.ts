// Personal data and secrets by kind: how many rows, never which values.

import { html, type Markup, nothing } from '../../../kernel/markup.js';
import { plural } from '../../judging/in-words.js';
import type { ReadinessReport } from '../readiness-report.js';
import { panel } from './panel.js';
import { type BarRow, barRows, type Tone } from './pictures.js';

const groupWords: Readonly<Record<string, { said: string; tone: Tone }>> = {
  secret: { said: 'secret', tone: 'fail' },
  high: { said: 'card, account or national id', tone: 'fail' },
  contact: { said: 'contact', tone: 'warn' },
  special: { said: 'special category', tone: 'warn' },
};

export function privacySection({ statistics }: Pick<ReadinessReport, 'statistics'>): Markup {
  if (statistics === null) {
    return nothing;
  }
  const { privateKinds } = statistics;
  const words = { id: 'privacy', title: 'Personal data and secrets' };
  if (privateKinds === null) {
    return panel({ ...words, lead: 'Personal data was not looked for, so nothing is known about it.', body: nothing });
  }
  if (privateKinds.length === 0) {
    return panel({
      ...words,
      lead: 'None of the detectors found anything. What they cannot find they do not find.',
      body: nothing,
    });
  }
  const rows = privateKinds.map(
    ({ kind, group, rows, spans }): BarRow => ({
      name: kind,
      parts: [{ value: rows, tone: groupWords[group]?.tone ?? 'warn' }],
      said: `${plural(rows, 'row')}, ${plural(spans, 'place')} · ${groupWords[group]?.said ?? group}`,
    }),
  );
  const widest = Math.max(...privateKinds.map((one) => one.rows));
  const lead = 'Rows in which the detectors found something, by kind. Values are never kept.';
  return panel({ ...words, lead, body: html`<div class="wide">${barRows(rows, widest)}</div>` });
}
