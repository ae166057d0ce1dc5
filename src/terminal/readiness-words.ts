// A readiness report as lines for a terminal: the verdict, what is open, where the rows went, what trainers would do.
import type { CheckOutcome } from '../readiness/check.js';
import type { Finding, ReadinessReport } from '../readiness/report/readiness-report.js';

const signs: Readonly<Record<CheckOutcome, string>> = {
  pass: 'ok',
  warn: 'warn',
  fail: 'FAIL',
  inconclusive: '?',
  skipped: '-',
  error: 'BROKE',
  waived: 'waived',
};
const order: readonly CheckOutcome[] = ['fail', 'error', 'inconclusive', 'warn', 'waived', 'skipped', 'pass'];

const counted = (count: number) => count.toLocaleString('en');

/** Rows that show what a check found; the table of failing rows has more of them. */
const rowsShown = 3;
const excerptUnitsMax = 100;

/** @param files names by import id */
export function reportInWords(report: ReadinessReport, files: ReadonlyMap<string, string>): string {
  if (report.problem !== null) {
    return `${report.problem}\n`;
  }
  return [
    `Verdict: ${report.verdict}`,
    `${counted(report.usableTrainRows)} rows to train on, ${counted(report.holdoutRows)} to judge with`,
    '',
    'Where the rows went',
    ...report.funnel.map(({ step, rows, removed }) => {
      const why = removed.filter((one) => one.rows > 0).map((one) => `${counted(one.rows)} ${one.reason}`);
      return `  ${step.padEnd(24)} ${counted(rows).padStart(12)}${why.length === 0 ? '' : `   lost: ${why.join('; ')}`}`;
    }),
    ...trainerLines(report),
    '',
    'Checks',
    ...sorted(report.findings).flatMap((finding) => findingLines(finding, files)),
    '',
    ...summary(report.findings),
    '',
  ].join('\n');
}

function trainerLines({ trainerViews }: ReadinessReport): string[] {
  return trainerViews === null || trainerViews.length === 0
    ? []
    : ['', 'What trainers would do', ...trainerViews.map(({ text }) => `  ${text}`)];
}

function sorted(findings: readonly Finding[]): Finding[] {
  return [...findings].sort(
    (one, other) =>
      order.indexOf(one.outcome) - order.indexOf(other.outcome) ||
      Number(other.blocking) - Number(one.blocking) ||
      (one.checkId < other.checkId ? -1 : 1),
  );
}

function findingLines(finding: Finding, files: ReadonlyMap<string, string>): string[] {
  const { checkId, outcome, blocking, text, remedy, question } = finding;
  const head = `  ${signs[outcome].padEnd(6)} ${checkId}${blocking ? '*' : ' '} `;
  if (outcome === 'pass' || outcome === 'skipped') {
    return [`${head}${outcome === 'pass' ? question : text}`];
  }
  const indent = ' '.repeat(head.length);
  return [`${head}${text}`, ...rowLines(finding, files).map((line) => `${indent}${line}`), `${indent}→ ${remedy}`];
}

function rowLines({ evidence, evidenceTotal }: Finding, files: ReadonlyMap<string, string>): string[] {
  const told = evidence.flatMap(({ originId, line, excerpt }) => {
    const place = `${files.get(originId) ?? originId}:${line ?? ''}`;
    const words = excerpt.replace(/\s+/g, ' ');
    const shown = words.length > excerptUnitsMax ? `${words.slice(0, excerptUnitsMax)}…` : words;
    return line === null ? [] : [`${place} ${shown}`.trimEnd()];
  });
  const rest = evidenceTotal - Math.min(told.length, rowsShown);
  const more = told.length > 0 && rest > 0 ? [`and ${counted(rest)} more`] : [];
  return [...told.slice(0, rowsShown), ...more];
}

function summary(findings: readonly Finding[]): string[] {
  const counts = order.map((outcome) => ({ outcome, count: findings.filter((one) => one.outcome === outcome).length }));
  const words = counts.filter(({ count }) => count > 0).map(({ outcome, count }) => `${count} ${outcome}`);
  return [`${findings.length} checks: ${words.join(', ')}. A star marks those that can refuse the data.`];
}
