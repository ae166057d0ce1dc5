// Gaps, scenarios, and the exit plan of each arrangement.

import { html, type Markup } from '../../../kernel/markup.js';
import { counted, dayOf } from '../../in-words.js';
import type { Dossier, DossierArrangement } from '../dossier.js';
import type { MissingPart } from '../missing-parts.js';

const partTitles: Readonly<Record<MissingPart['part'], string>> = {
  'exit plan': 'In the exit plan',
  register: 'In the register',
  facts: 'Among the facts of the score',
};
const shownAtOnce = 8;

export function missingSection({ missing }: Dossier): Markup {
  const groups = (['exit plan', 'register', 'facts'] as const).map((part) => {
    const own = missing.filter((one) => one.part === part);
    return own.length === 0
      ? null
      : html`<h3 class="group">${partTitles[part]}: ${own.length}</h3>${gapList(own.slice(0, shownAtOnce))}${more(own.slice(shownAtOnce))}`;
  });
  const lead =
    missing.length === 0 ? 'Nothing is missing.' : `${counted(missing.length, 'gap')}, each with who has to supply it.`;
  return html`<section id="missing"><h2>What is missing</h2><p class="lead">${lead}</p>${groups}</section>`;
}

function gapList(parts: readonly MissingPart[]): Markup {
  return html`<ul class="gaps">${parts.map(({ what, who, how }) => html`<li><span>${what}</span><span class="who">${who}</span><span class="how">${how}</span></li>`)}</ul>`;
}

function more(parts: readonly MissingPart[]): Markup | null {
  return parts.length === 0 ? null : html`<details><summary>${parts.length} more</summary>${gapList(parts)}</details>`;
}

export function scenariosSection({ scenarios }: Dossier): Markup {
  const cards = scenarios.map(({ letter, title, signal, first, time, shownBy, toShow }) => {
    const took = time ?? html`<span class="gap">Not measured.</span>`;
    const shown = shownBy ?? html`<span class="gap">Nothing yet.</span> ${toShow}`;
    return html`<article class="card scenario"><h3>(${letter}) ${title}</h3><dl><div><dt>Signal</dt><dd>${signal}</dd></div><div><dt>First step</dt><dd>${first}</dd></div><div><dt>Time</dt><dd>${took}</dd></div><div><dt>Shown by</dt><dd>${shown}</dd></div></dl></article>`;
  });
  return html`<section id="scenarios"><h2>Three scenarios</h2><p class="lead">As RTS (EU) 2024/1773, article 10, asks for them.</p><div class="grid">${cards}</div></section>`;
}

export function plansSection({ arrangements }: Dossier): Markup {
  const empty = html`<p class="card">The register holds no arrangement with this vendor, so there is no exit plan to show.</p>`;
  return html`<section id="plan"><h2>Exit plan</h2><p class="lead">Twelve items for each contract. An item counts when something shows it.</p>${arrangements.length === 0 ? empty : arrangements.map(planOf)}</section>`;
}

function planOf({ document, checklist, substitution }: DossierArrangement): Markup {
  const { contract, functions } = document.arrangement;
  const shown = checklist.items.filter(({ status }) => status === 'shown').length;
  const tone = checklist.status === 'approved' ? 'good' : checklist.status === 'draft' ? 'warn' : 'bad';
  const names = functions
    .map(({ name, criticality }) => `${name} (${criticality ?? 'criticality unknown'})`)
    .join('; ');
  return html`<article class="card group"><h3>Contract ${contract.ref} <span class="badge t-${tone}">${checklist.status === 'none' ? 'no plan' : checklist.status}</span></h3><dl class="facts"><div><dt>Functions</dt><dd>${names === '' ? 'None entered' : names}</dd></div><div><dt>Substitutability</dt><dd>${words(substitution.answer)}<br><span class="small soft">${substitution.because}</span></dd></div><div><dt>Items shown</dt><dd>${shown} of ${checklist.items.length}</dd></div></dl><ol class="items">${checklist.items.map(itemOf)}</ol></article>`;
}

function itemOf({
  number,
  title,
  asks,
  status,
  from,
  text,
  evidence,
  at,
}: DossierArrangement['checklist']['items'][number]): Markup {
  const badge =
    status === 'shown' ? html`<span class="badge t-good">shown</span>` : html`<span class="badge t-bad">missing</span>`;
  const source = from === 'service' ? 'own run' : 'brought';
  const said =
    status === 'shown'
      ? `${text} (${source}${at === null ? '' : `, ${dayOf(at)}`}; ${evidence.join(', ')})`
      : text === ''
        ? asks
        : text;
  return html`<li><span class="number">${number}</span><span class="title">${title}</span>${badge}<span class="said">${said}</span></li>`;
}

const words = (answer: string) => answer.replaceAll('_', ' ');

export function alertsSection({ alerts }: Dossier): Markup {
  const open = alerts.filter(({ state }) => state === 'open');
  const tones = { critical: 'bad', warning: 'warn', info: 'plain' } as const;
  const items = open.map(
    ({ severity, text, owner, remedy }) =>
      html`<li><span class="badge t-${tones[severity]}">${severity}</span><span>${text}</span><span class="soft small">Owner: ${owner}. ${remedy}</span></li>`,
  );
  const body = open.length === 0 ? html`<p>None is open.</p>` : html`<ul class="alerts">${items}</ul>`;
  return html`<section id="alerts"><h2>Alerts</h2><div class="card">${body}</div></section>`;
}
