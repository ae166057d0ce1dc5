// The first thing that is seen: the verdict in words, the numbers that carry it, and what to do about it.

import { html, type Markup, nothing, type Shown } from '../../../kernel/markup.js';
import type { CheckOutcome } from '../../check.js';
import { counted, percent } from '../../judging/in-words.js';
import type { Finding, ReadinessReport } from '../readiness-report.js';
import { outcomeBadge, outcomeIcon } from './outcome-badge.js';
import { effectWords, moment, number, outcomeCounts, outcomeOrder, verdictWords } from './report-words.js';

const verdictOutcome: Readonly<Record<ReadinessReport['verdict'], CheckOutcome>> = {
  pass: 'pass',
  warn: 'warn',
  fail: 'fail',
  inconclusive: 'inconclusive',
  error: 'error',
};

const stepsMax = 8;

export function verdictSection(report: ReadinessReport): Markup {
  const { title, text } = verdictWords[report.verdict];
  const outcome = verdictOutcome[report.verdict];
  const counts = outcomeOrder
    .map((one) => ({ one, found: report.findings.filter((finding) => finding.outcome === one).length }))
    .filter(({ found }) => found > 0)
    .map(({ one, found }) => html`<li>${outcomeIcon(one)}<b>${found}</b> ${outcomeCounts[one]}</li>`);
  return html`<section class="hero o-${outcome}" aria-labelledby="verdict">
<p class="eyebrow">Data readiness · ${moment(report.createdAt)}</p>
<h1 id="verdict">${title}</h1>
<p class="lead">${text} ${report.problem}</p>
<ul class="counts">${counts}</ul>
<dl class="tiles">${tiles(report)}</dl>
</section>`;
}

function tile(name: string, value: Shown, note: Shown): Markup {
  return html`<div class="tile"><dt>${name}</dt><dd>${value}</dd><dd class="note">${note}</dd></div>`;
}

function tiles(report: ReadinessReport): Markup[] {
  const { usableTrainRows, holdoutRows, missingRows, thresholds, power } = report;
  const delivered = report.funnel[0]?.rows ?? 0;
  const kept =
    delivered === 0
      ? 'nothing was delivered yet'
      : `${percent(usableTrainRows / delivered)} of ${counted(delivered)} delivered`;
  return [
    tile('Trainable rows', counted(usableTrainRows), kept),
    tile('Held out', counted(holdoutRows), holdoutNote(report)),
    tile(
      'Missing rows',
      counted(missingRows),
      `${counted(thresholds.trainRowsMin)} are the least, ${counted(thresholds.trainRowsEnough)} are enough`,
    ),
    tile('Ready in', readyIn(report), readyNote(power)),
  ];
}

function holdoutNote({ power }: ReadinessReport): string {
  if (power === null || power.reachableMargin === null) {
    return 'for the comparison at the end';
  }
  return `can show a margin of ${percent(power.reachableMargin)}${power.margin === null ? '' : `; ${percent(power.margin)} is asked`}`;
}

/** The slowest quota rules. Null: at least one has no forecast. */
export function slowestDays(power: ReadinessReport['power']): { p10: number; p50: number; p85: number } | null {
  const open = (power?.forecasts ?? []).filter(({ have, need }) => have < need);
  const days = open.flatMap((one) => (one.days === null ? [] : [one.days]));
  const slowest = [...days].sort((left, right) => right.p50 - left.p50)[0];
  return slowest === undefined || days.length < open.length ? null : slowest;
}

function readyIn({ power }: ReadinessReport): string {
  if (power === null) {
    return 'not known';
  }
  if (power.forecasts.length > 0 && power.forecasts.every(({ have, need }) => have >= need)) {
    return 'now';
  }
  const days = slowestDays(power);
  return days === null ? 'no basis yet' : `${number(Math.ceil(days.p50))} ${days.p50 > 1 ? 'days' : 'day'}`;
}

function readyNote(power: ReadinessReport['power']): string {
  const days = slowestDays(power);
  return days === null
    ? 'by the number of rows alone'
    : `${number(Math.floor(days.p10))} to ${number(Math.ceil(days.p85))} days at the rate of today`;
}

/** Blocking failures first, then by how many rows the remedy moves. */
function urgency(finding: Finding): number {
  const rank = outcomeOrder.indexOf(finding.outcome);
  return (finding.blocking ? 0 : 100) + rank;
}

/** What to do next, each with what it would bring. */
export function stepsSection(report: ReadinessReport): Markup {
  const open = report.findings
    .filter(
      ({ outcome }) => outcome === 'fail' || outcome === 'warn' || outcome === 'error' || outcome === 'inconclusive',
    )
    .sort((left, right) => urgency(left) - urgency(right))
    .slice(0, stepsMax);
  if (open.length === 0) {
    return nothing;
  }
  const steps = open.map((finding) => {
    const effect = effectWords(finding);
    return html`<li><div>${outcomeBadge(finding.outcome)}${finding.blocking ? html`<span class="tag">blocking</span>` : null}<code>${finding.checkId}</code></div><p class="do">${finding.remedy}</p><p class="why">${finding.text}</p>${
      effect === '' && finding.action === null
        ? null
        : html`<p class="effect">${finding.action === null ? null : html`<code>${finding.action}</code> `}${effect}</p>`
    }</li>`;
  });
  return html`<section id="steps" aria-labelledby="steps-title"><h2 id="steps-title">What to do next</h2><ol class="steps">${steps}</ol></section>`;
}
