// The dossier as Markdown, for a repository or a mail. What people wrote is escaped: it cannot become a heading, a link, a
// table cell or a tag.
import { counted, dayOf } from '../in-words.js';
import { obligations } from '../score/bands.js';
import type { Dossier, DossierArrangement } from './dossier.js';

const contributionsMax = 12;

/** One line of text without marks. */
export function plainText(text: string): string {
  return text
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .replaceAll(/[\\`*_{}[\]<>()#+!|~&-]/g, (sign) => `\\${sign}`)
    .trim();
}

export function dossierMarkdown(dossier: Dossier): string {
  return [
    ...headOf(dossier),
    ...scoreOf(dossier),
    ...missingOf(dossier),
    ...scenariosOf(dossier),
    ...timelineOf(dossier),
    ...dossier.arrangements.flatMap(arrangementOf),
    ...alertsOf(dossier),
  ].join('\n');
}

function headOf({ vendor, picture }: Dossier): string[] {
  const candidate =
    picture.candidate === null ? 'not chosen' : plainText(`${picture.candidate.model} (${picture.candidate.vendor})`);
  return [
    `# Exit strategy: ${plainText(vendor)}`,
    '',
    `Project ${plainText(picture.name)} (${plainText(picture.projectId)}), stage ${plainText(picture.stage)}, owner ${plainText(picture.owner)}. Generated on ${dayOf(picture.now)} from the project’s own facts, tests and drills.`,
    '',
    `- Task: ${plainText(picture.task)}`,
    `- Incumbent: ${plainText(`${picture.incumbent.model} (${picture.incumbent.vendor})`)}`,
    `- Substitute: ${candidate}`,
    '',
  ];
}

function scoreOf({ picture: { assessment }, contributions }: Dossier): string[] {
  if (assessment === null) {
    return ['## Score', '', 'Not scored yet. What is not known counts as dangerous.', ''];
  }
  const { score, low, high, confidence, band, floors } = assessment;
  const said = band === null ? 'not assessed, to be treated like high' : `${band}. ${obligations[band]}`;
  return [
    '## Score',
    '',
    `**${score.toFixed(1)}** of 100, between ${low.toFixed(1)} and ${high.toFixed(1)}; confidence ${confidence.toFixed(2)}. Band: ${said}`,
    '',
    ...floors.map(({ because }) => `- Floor: ${plainText(because)}`),
    ...(floors.length > 0 ? [''] : []),
    '| Points | Indicator | Known | What to do |',
    '|---:|---|---|---|',
    ...contributions
      .slice(0, contributionsMax)
      .map(
        (one) =>
          `| ${one.points.toFixed(2)} | ${one.indicatorId} ${plainText(one.question)} | ${one.known === null ? 'unknown' : plainText(one.known)} | ${plainText(one.remedy)} |`,
      ),
    '',
  ];
}

function missingOf({ missing }: Dossier): string[] {
  return [
    '## What is missing',
    '',
    missing.length === 0 ? 'Nothing.' : `${counted(missing.length, 'gap')}, each with who has to supply it.`,
    '',
    ...(missing.length === 0 ? [] : ['| Part | What | Who | How |', '|---|---|---|---|']),
    ...missing.map(
      ({ part, what, who, how }) => `| ${part} | ${plainText(what)} | ${plainText(who)} | ${plainText(how)} |`,
    ),
    '',
  ];
}

function scenariosOf({ scenarios }: Dossier): string[] {
  return [
    '## Three scenarios',
    '',
    ...scenarios.flatMap(({ letter, title, signal, first, time, shownBy, toShow }) => [
      `### (${letter}) ${title}`,
      '',
      `- Signal: ${plainText(signal)}`,
      `- First: ${plainText(first)}`,
      `- Time: ${time === null ? '**missing**: not measured' : plainText(time)}`,
      `- Shown by: ${shownBy === null ? `**missing**: ${plainText(toShow)}` : plainText(shownBy)}`,
      '',
    ]),
  ];
}

function timelineOf({ timeline }: Dossier): string[] {
  return [
    '## Timeline',
    '',
    ...timeline.map(({ at, text, isMissed }) => `- ${dayOf(at)}: ${plainText(text)}${isMissed ? ' **Past.**' : ''}`),
    '',
  ];
}

function arrangementOf({ document, checklist, substitution }: DossierArrangement): string[] {
  const { contract, functions } = document.arrangement;
  const shown = checklist.items.filter(({ status }) => status === 'shown').length;
  return [
    `## Contract ${plainText(contract.ref)}`,
    '',
    `Functions: ${plainText(functions.map(({ name, criticality }) => `${name} (${criticality ?? 'criticality unknown'})`).join('; ') || 'none entered')}.`,
    `Substitutability: ${substitution.answer.replaceAll('_', ' ')}. ${plainText(substitution.because)}`,
    `Exit plan: ${checklist.status}, ${shown} of ${checklist.items.length} items shown.`,
    '',
    '| Item | Status | What | Evidence |',
    '|---|---|---|---|',
    ...checklist.items.map(
      ({ number, title, status, text, evidence }) =>
        `| ${number} ${title} | ${status === 'shown' ? 'shown' : '**missing**'} | ${plainText(text)} | ${plainText(evidence.join(', '))} |`,
    ),
    '',
  ];
}

function alertsOf({ alerts }: Dossier): string[] {
  const open = alerts.filter(({ state }) => state === 'open');
  return [
    '## Alerts',
    '',
    ...(open.length === 0
      ? ['None is open.']
      : open.map(
          ({ severity, text, owner, remedy }) =>
            `- **${severity}** ${plainText(text)} Owner: ${owner}. ${plainText(remedy)}`,
        )),
    '',
  ];
}
