// What the rows look like: their classes, lengths, languages and models.

import { html, type Markup, nothing } from '../../../kernel/markup.js';
import { percent } from '../../judging/in-words.js';
import type { ReadinessReport } from '../readiness-report.js';
import type { ReportStatistics } from '../report-statistics.js';
import { panel } from './panel.js';
import { type BarRow, barRows, legend, lengthPicture } from './pictures.js';
import { number } from './report-words.js';

const classesShownMax = 24;
const namesShownMax = 8;

export function classesSection({ statistics, thresholds }: ReadinessReport): Markup {
  const classes = statistics?.classes ?? [];
  const [most] = classes;
  if (statistics === null || most === undefined) {
    return nothing;
  }
  const isShort = (rows: number) => rows < thresholds.rowsPerClassMin;
  const rows = shownClasses(classes).map(
    ({ label, keptTrain, keptHoldout }): BarRow => ({
      name: label,
      parts: [
        { value: keptTrain, tone: isShort(keptTrain) ? 'fail' : 'accent' },
        { value: keptHoldout, tone: 'mute' },
      ],
      said: `${number(keptTrain)} + ${number(keptHoldout)}`,
    }),
  );
  const widest = Math.max(...classes.map((one) => one.keptTrain + one.keptHoldout));
  const short = classes.filter(({ keptTrain }) => isShort(keptTrain)).length;
  const lead = `${number(statistics.classesInAll)} classes; ${number(most.keptTrain)} training rows in the largest. ${short === 0 ? 'None is' : `${number(short)} ${short === 1 ? 'is' : 'are'}`} below the ${thresholds.rowsPerClassMin} rows that the policy asks for.`;
  const key = legend([
    ['accent', 'training'],
    ['mute', 'held out'],
    ['fail', 'training, too few'],
  ]);
  const left = classes.length - rows.length;
  const more = left > 0 ? html`<p class="soft">${number(left)} classes between these are not drawn.</p>` : null;
  return panel({ id: 'classes', title: 'Classes', lead, body: [key, barRows(rows, widest), more] });
}

/** The largest and the smallest: those between are the least telling. */
function shownClasses(classes: ReportStatistics['classes']): ReportStatistics['classes'] {
  const half = classesShownMax / 2;
  return classes.length <= classesShownMax ? classes : [...classes.slice(0, half), ...classes.slice(-half)];
}

export function lengthsSection({ statistics, target, candidateContextTokens }: ReadinessReport): Markup {
  if (statistics === null || (statistics.tokens === null && statistics.promptCharacters === null)) {
    return nothing;
  }
  const { tokens, promptCharacters, answerCharacters } = statistics;
  const limit = target?.limitTokens ?? candidateContextTokens;
  const body = [
    tokens === null ? null : html`<h3>Tokens of a row, template included</h3>${lengthPicture(tokens, limit, 'tokens')}`,
    html`<div class="twin">${[
      promptCharacters === null
        ? null
        : html`<div><h3>Prompts</h3>${lengthPicture(promptCharacters, null, 'characters')}</div>`,
      answerCharacters === null
        ? null
        : html`<div><h3>Answers</h3>${lengthPicture(answerCharacters, null, 'characters')}</div>`,
    ]}</div>`,
  ];
  const lead =
    limit === null
      ? 'No limit is known: neither a model nor a recipe was chosen.'
      : `The candidate and its recipe read ${number(limit)} tokens of a row; what is longer is cut or dropped.`;
  return panel({ id: 'lengths', title: 'Lengths', lead, body });
}

function shares(title: string, counts: Readonly<Record<string, number>>): Markup | null {
  const all = Object.entries(counts);
  const whole = all.reduce((sum, [, rows]) => sum + rows, 0);
  if (whole === 0) {
    return null;
  }
  const rows = all
    .sort(([one, rows], [other, others]) => others - rows || (one < other ? -1 : 1))
    .slice(0, namesShownMax)
    .map(
      ([name, count]): BarRow => ({
        name,
        parts: [{ value: count, tone: 'accent' }],
        said: `${number(count)} · ${percent(count / whole)}`,
      }),
    );
  return html`<div><h3>${title}</h3>${barRows(rows, whole)}</div>`;
}

export function compositionSection({ statistics }: Pick<ReadinessReport, 'statistics'>): Markup {
  if (statistics === null || statistics.rows === 0) {
    return nothing;
  }
  const { languages, languagesLookedAt, models, turns, kinds, rows, slices } = statistics;
  const parts = [
    shares(`Languages of ${number(languagesLookedAt)} rows looked at`, languages),
    shares('Models that answered', models),
    shares('Turns of a row', turns),
    shares('Kinds of rows', kinds),
    ...Object.entries(slices).map(([name, counts]) => shares(`Slice: ${name}`, counts)),
  ];
  const lead = `${number(rows)} valid rows as delivered.`;
  return panel({ id: 'composition', title: 'Composition', lead, body: html`<div class="twin">${parts}</div>` });
}
