// The dossier as one page that needs nothing else: no script, no font, no picture from anywhere. It can be filed, printed
// and read in ten years.

import { html, Markup } from '../../../kernel/markup.js';
import { dayOf } from '../../in-words.js';
import type { Dossier } from '../dossier.js';
import { dossierStyle } from './dossier-style.js';
import { alertsSection, missingSection, plansSection, scenariosSection } from './plan-sections.js';
import { scoreSection } from './score-section.js';
import { timelineSection } from './timeline-section.js';

const links = [
  ['score', 'Score'],
  ['missing', 'What is missing'],
  ['scenarios', 'Scenarios'],
  ['timeline', 'Timeline'],
  ['plan', 'Exit plan'],
  ['alerts', 'Alerts'],
] as const;

export function dossierPage(dossier: Dossier): string {
  const { vendor, picture } = dossier;
  const title = `Exit strategy: ${vendor}`;
  // The style is ours and holds nobody's text; it must not be escaped.
  const style = new Markup(`<style>${dossierStyle}</style>`);
  const substitute =
    picture.candidate === null ? 'Not chosen' : `${picture.candidate.model} at ${picture.candidate.vendor}`;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title} · ${picture.name}, ${dayOf(picture.now)}</title>
${style}
</head>
<body>
<a class="skip" href="#main">To the dossier</a>
<main id="main" class="page">
<header><p class="eyebrow">Openward · ${picture.projectId} · ${dayOf(picture.now)}</p><h1>${title}</h1><p class="soft">Generated from the project’s own facts, tests and drills. What is missing is named.</p><dl class="facts"><div><dt>Project</dt><dd>${picture.name}</dd></div><div><dt>Stage</dt><dd>${picture.stage}</dd></div><div><dt>Owner</dt><dd>${picture.owner}</dd></div><div><dt>Incumbent</dt><dd>${picture.incumbent.model} at ${picture.incumbent.vendor}</dd></div><div><dt>Substitute</dt><dd>${substitute}</dd></div><div><dt>Task</dt><dd>${picture.task}</dd></div></dl></header>
<nav aria-label="Sections"><ul>${links.map(([id, name]) => html`<li><a href="#${id}">${name}</a></li>`)}</ul></nav>
${scoreSection(dossier)}
${missingSection(dossier)}
${scenariosSection(dossier)}
${timelineSection(dossier)}
${plansSection(dossier)}
${alertsSection(dossier)}
</main>
</body>
</html>
`.text;
}
