// The report as one page that needs nothing else: no script, no font, no picture from anywhere. It can be kept, printed
// and read in ten years.

import { html, Markup, type Shown } from '../../../kernel/markup.js';
import type { ReadinessReport } from '../readiness-report.js';
import { checksSection } from './checks-section.js';
import { funnelSection } from './funnel-section.js';
import { clustersSection, leakageSection } from './likeness-sections.js';
import { manifestSection } from './manifest-section.js';
import { growthSection, learningSection, shiftSection } from './outlook-sections.js';
import { privacySection } from './privacy-section.js';
import { reportStyle } from './report-style.js';
import { day, verdictWords } from './report-words.js';
import { classesSection, compositionSection, lengthsSection } from './shape-sections.js';
import { trainerSection } from './trainer-section.js';
import { stepsSection, verdictSection } from './verdict-section.js';

export interface PageParts {
  readonly title: string;
  readonly nav: Shown;
  readonly main: Shown;
}

/** A whole document; `title` and everything else that is no markup is escaped. */
export function page({ title, nav, main }: PageParts): string {
  // The style is ours and holds no text of a row; it must not be escaped.
  const style = new Markup(`<style>${reportStyle}</style>`);
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
${style}
</head>
<body>
<a class="skip" href="#main">To the report</a>
<div class="frame">
<header class="side"><p class="brand"><svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true" focusable="false"><path class="s-accent" d="M4 18V7l8-4 8 4v11"/><path class="s-accent" d="M9 21v-8h6v8"/></svg>Openward</p><nav aria-label="Sections">${nav}</nav></header>
<main id="main">${main}</main>
</div>
</body>
</html>
`.text;
}

export function reportPage(report: ReadinessReport): string {
  const sections: readonly (readonly [string, string, Markup])[] = [
    ['steps', 'What to do next', stepsSection(report)],
    ['funnel', 'Where the rows went', funnelSection(report)],
    ['trainers', 'Trainers', trainerSection(report)],
    ['growth', 'Growth and date', growthSection(report)],
    ['checks', 'Every check', checksSection(report)],
    ['classes', 'Classes', classesSection(report)],
    ['lengths', 'Lengths', lengthsSection(report)],
    ['duplicates', 'Near duplicates', clustersSection(report)],
    ['leakage', 'Leakage', leakageSection(report)],
    ['privacy', 'Personal data', privacySection(report)],
    ['learning', 'Learning curve', learningSection(report)],
    ['drift', 'Drift', shiftSection(report)],
    ['composition', 'Composition', compositionSection(report)],
    ['manifest', 'Manifest', manifestSection(report)],
  ];
  const shown = sections.filter(([, , markup]) => markup.text !== '');
  const links = shown.map(([id, title]) => html`<li><a href="#${id}">${title}</a></li>`);
  return page({
    title: `${verdictWords[report.verdict].title} · data readiness of ${report.projectId}, ${day(report.createdAt)}`,
    nav: html`<ul>${links}</ul>`,
    main: [verdictSection(report), ...shown.map(([, , markup]) => markup)],
  });
}
