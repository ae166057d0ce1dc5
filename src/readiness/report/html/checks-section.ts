// Every check with its value, limits, interval, number of rows, evidence and remedy; by group, the worst group's rows first.

import { html, type Markup, nothing } from '../../../kernel/markup.js';
import type { Finding, ReadinessReport } from '../readiness-report.js';
import { outcomeBadge } from './outcome-badge.js';
import {
  day,
  effectWords,
  groupLetters,
  groupTitle,
  intervalWords,
  inUnit,
  limitWords,
  number,
  outcomeCounts,
  outcomeOrder,
  sampleWords,
} from './report-words.js';

const evidenceShownMax = 10;

export function checksSection({ findings }: Pick<ReadinessReport, 'findings'>): Markup {
  if (findings.length === 0) {
    return nothing;
  }
  const letters = [...new Set([...groupLetters, ...findings.map(({ checkId }) => checkId.charAt(0))])];
  const groups = letters
    .map((letter) => ({ letter, members: findings.filter(({ checkId }) => checkId.startsWith(letter)) }))
    .filter(({ members }) => members.length > 0);
  return html`<section id="checks" aria-labelledby="checks-title"><h2 id="checks-title">Every check</h2>${groups.map(groupTable)}</section>`;
}

function groupTable({ letter, members }: { letter: string; members: readonly Finding[] }): Markup {
  const sorted = [...members].sort(
    (left, right) =>
      outcomeOrder.indexOf(left.outcome) - outcomeOrder.indexOf(right.outcome) ||
      (left.checkId < right.checkId ? -1 : 1),
  );
  const worst = sorted[0]?.outcome ?? 'pass';
  const open = worst === 'fail' || worst === 'error' || worst === 'warn';
  const summary = outcomeOrder
    .map((one) => ({ one, found: members.filter(({ outcome }) => outcome === one).length }))
    .filter(({ found }) => found > 0)
    .map(({ one, found }) => `${found} ${outcomeCounts[one]}`)
    .join(', ');
  const head = html`<summary>${outcomeBadge(worst)}<span class="title">${groupTitle(letter)}</span><span class="soft">${summary}</span></summary>`;
  const rows = sorted.map(checkRow);
  const table = html`<table class="checks"><thead><tr><th scope="col">Check</th><th scope="col">Outcome</th><th scope="col">Value</th><th scope="col">95 % interval</th><th scope="col">Rows</th><th scope="col">Limits</th></tr></thead><tbody>${rows}</tbody></table>`;
  return open
    ? html`<details class="card group" open>${head}${table}</details>`
    : html`<details class="card group">${head}${table}</details>`;
}

function checkRow(finding: Finding): Markup {
  const { checkId, name, question, outcome, blocking, value, unit } = finding;
  return html`<tr id="check-${checkId}"><th scope="row"><code>${checkId}</code> <span class="question">${question}</span><span class="soft"> ${name}${blocking ? ' · blocking' : ''}</span></th><td data-name="Outcome">${outcomeBadge(outcome)}</td><td data-name="Value" class="figure">${inUnit(value, unit)}</td><td data-name="95 % interval" class="figure">${intervalWords(finding)}</td><td data-name="Rows" class="figure">${sampleWords(finding)}</td><td data-name="Limits">${limitWords(finding)}</td></tr><tr class="more"><td colspan="6">${explanation(finding)}</td></tr>`;
}

function explanation(finding: Finding): Markup {
  const effect = effectWords(finding);
  const { outcome, waivedBy, text, remedy, action, threshold, why } = finding;
  const toDo =
    outcome === 'pass' || outcome === 'skipped'
      ? null
      : html`<p class="remedy"><b>Remedy.</b> ${remedy} ${action === null ? null : html`<code>${action}</code>`}${effect === '' ? null : html` <span class="effect">${effect}</span>`}</p>`;
  const waiver =
    waivedBy === null
      ? null
      : html`<p class="waiver"><b>Waived</b> by ${waivedBy.who} until ${day(waivedBy.until)}: ${waivedBy.why}</p>`;
  const notes = [why, `Limits: ${threshold.source}.`, ...costNotes(finding)].filter((note) => note !== '');
  return html`<p>${text}</p>${toDo}${waiver}${evidenceTable(finding)}<details class="notes"><summary>Why, and by which method</summary><p>${notes.join(' ')}</p></details>`;
}

function costNotes({ engine, costMs, stateHash, methodVersion }: Finding): string[] {
  return [
    `Method ${methodVersion}${engine === null ? '' : `, ${engine}`}.`,
    costMs === null ? '' : `Took ${number(costMs)} ms.`,
    stateHash === null ? '' : `State ${stateHash.slice(0, 19)}.`,
  ];
}

function evidenceTable({ checkId, evidence, evidenceTotal }: Finding): Markup | null {
  if (evidence.length === 0) {
    return null;
  }
  const shown = evidence.slice(0, evidenceShownMax).map(({ originId, line, rowKey, excerpt }) => {
    const where = `${originId}${line === null ? '' : `, line ${number(line)}`}`;
    return html`<tr><td class="place"><bdi>${where}</bdi></td><td class="excerpt"><bdi>${excerpt}</bdi></td><td class="key"><code>${rowKey === null ? '–' : rowKey.slice(0, 10)}</code></td></tr>`;
  });
  const head = `${number(evidenceTotal)} ${evidenceTotal === 1 ? 'row shows' : 'rows show'} it`;
  return html`<details class="evidence"><summary>${head}</summary><table><caption class="hidden">Rows that show ${checkId}</caption><thead><tr><th scope="col">From</th><th scope="col">Excerpt, masked</th><th scope="col">Row</th></tr></thead><tbody>${shown}</tbody></table>${
    evidenceTotal > shown.length
      ? html`<p class="soft">The list of failing rows as CSV holds up to fifty for each check.</p>`
      : null
  }</details>`;
}
