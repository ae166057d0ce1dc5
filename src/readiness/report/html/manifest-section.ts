// What the data set version is made of, and what it is for.

import { html, type Markup, type Shown } from '../../../kernel/markup.js';
import type { ReadinessReport } from '../readiness-report.js';
import { panel } from './panel.js';
import { moment, number } from './report-words.js';

function fact(name: string, value: Shown): Markup {
  return html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
}

export function manifestSection(report: ReadinessReport): Markup {
  const { manifest, target } = report;
  const facts = [
    fact('Report', html`<code>${report.id}</code>`),
    fact('Project', html`<code>${report.projectId}</code>`),
    fact('Measured', moment(report.createdAt)),
    fact('Data set', html`<code>${report.datasetId ?? 'none frozen'}</code>`),
    fact('Digest', html`<code>${report.datasetDigest ?? '–'}</code>`),
    fact('Task', report.taskKind),
    ...(target === null ? [] : targetFacts(target)),
    ...(manifest === null
      ? []
      : [
          fact('Root of segments', html`<code>${manifest.merkleRoot ?? '–'}</code> over ${number(manifest.segments)}`),
          fact('Policy', html`<code>${manifest.policyDigest ?? '–'}</code>`),
          ...Object.entries(manifest.tools).map(([tool, version]) => fact(tool, version)),
        ]),
    fact('Method', report.methodVersion),
  ];
  const body = [html`<dl class="facts">${facts}</dl>`, licences(manifest?.licences ?? [])];
  return panel({
    id: 'manifest',
    title: 'Manifest',
    lead: 'The same rows under the same policy give the same report.',
    body,
  });
}

function targetFacts(target: NonNullable<ReadinessReport['target']>): Markup[] {
  return [
    fact('Model', target.model ?? 'not chosen'),
    fact('Recipe', target.recipe ?? 'not chosen'),
    fact('Reads', target.limitTokens === null ? 'not known' : `${number(target.limitTokens)} tokens`),
    fact('Use', `${target.kind}, ${target.distribution}`),
  ];
}

function licences(sources: NonNullable<ReadinessReport['manifest']>['licences']): Markup | null {
  if (sources.length === 0) {
    return null;
  }
  const rows = sources.map(
    ({ source, rows, licence, ruling }) =>
      html`<tr><th scope="row"><bdi>${source}</bdi></th><td class="figure" data-name="Rows">${number(rows)}</td><td data-name="Licence or terms">${licence}</td><td data-name="Ruling">${ruling}</td></tr>`,
  );
  return html`<h3>Sources and their terms</h3><table class="plain"><thead><tr><th scope="col">Source</th><th scope="col">Rows</th><th scope="col">Licence or terms</th><th scope="col">Ruling</th></tr></thead><tbody>${rows}</tbody></table>`;
}
