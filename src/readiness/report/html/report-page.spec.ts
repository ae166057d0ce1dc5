import { createHash } from 'node:crypto';
import { aFinding, anEvidenceRow, aReport, aTrainerView } from '../../../../test/builders/a-readiness-report.js';
import { checkOutcomes } from '../../check.js';
import { readinessVerdicts } from '../../judging/readiness-verdict.js';
import { compareReports } from '../compare-reports.js';
import { openReport } from '../open-report.js';
import type { ReadinessReport } from '../readiness-report.js';
import { comparePage } from './compare-page.js';
import { pagePolicy } from './page-policy.js';
import { reportPage } from './report-page.js';

const hostile = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</style><script>alert(1)</script>',
  '</title><svg/onload=alert(1)>',
  ['`$', '{alert(1)}` javascript:alert(1)'].join(''),
  '<!--><b>',
  '&lt;script&gt; &amp;',
  'a\u0000b\u202ecba\ud800',
  ']]><a href="https://a.example">x</a>',
].join(' ');

/** A report in which every text that can come from outside is hostile. */
function hostileReport(): ReadinessReport {
  const report = aReport();
  const { statistics, manifest } = report;
  if (statistics === null || manifest === null) {
    throw new Error('the builder fills every part');
  }
  return {
    ...report,
    id: hostile,
    projectId: hostile,
    datasetId: hostile,
    problem: hostile,
    funnel: [{ step: hostile, rows: 2, removed: [{ reason: hostile, rows: 1 }] }],
    findings: [
      aFinding({
        checkId: hostile,
        name: hostile,
        question: hostile,
        text: hostile,
        remedy: hostile,
        action: hostile,
        unit: hostile,
        why: hostile,
        outcome: 'waived',
        threshold: { warn: 0, fail: 1, source: hostile },
        evidence: [anEvidenceRow(1, { excerpt: hostile, originId: hostile, rowKey: hostile })],
        waivedBy: { who: hostile, why: hostile, until: 0 },
      }),
    ],
    trainerViews: [aTrainerView({ title: hostile, text: hostile, recipe: hostile })],
    collectNext: [{ what: hostile, have: 0, need: 1, why: hostile }],
    statistics: {
      ...statistics,
      classes: statistics.classes.map((one) => ({ ...one, label: hostile })),
      models: { [hostile]: 1 },
      slices: { [hostile]: { [hostile]: 1 } },
      rowsByDay: { [hostile]: 1, '2026-11-02': 2 },
      privateKinds: [{ kind: hostile, group: hostile, rows: 1, spans: 1 }],
      clusters: [{ rows: 2, members: [{ rowKey: hostile, label: hostile, excerpt: hostile }] }],
      leakPairs: [{ holdoutKey: hostile, trainKey: hostile, jaccard: 1, holdoutExcerpt: hostile, trainExcerpt: 'x' }],
      shift: { fromAt: 0, untilAt: 0, calls: 1, refusalShare: 0, labels: [{ name: hostile, train: 1, production: 1 }] },
    },
    manifest: {
      ...manifest,
      tools: { [hostile]: hostile },
      licences: [{ source: hostile, rows: 1, licence: hostile, ruling: hostile }],
    },
  };
}

const tags =
  /^(a|article|b|bdi|body|caption|circle|code|dd|del|details|div|dl|dt|figcaption|figure|h1|h2|h3|head|header|html|i|ins|li|line|main|meta|nav|ol|p|path|rect|section|span|style|summary|svg|table|tbody|td|th|thead|title|tr|ul)$/;
const empty = /^meta$/;
const attributes =
  /^(aria-[a-z]+|charset|class|colspan|content|cx|cy|d|data-name|focusable|height|href|id|lang|name|open|preserveAspectRatio|r|role|scope|viewBox|width|x|x1|x2|y|y1|y2)$/;

/** Reads a page as tags and attributes; throws where a tag, an attribute or the nesting is none of ours. */
function readPage(page: string): { ids: string[]; links: string[] } {
  const found = { ids: [] as string[], links: [] as string[] };
  const open: string[] = [];
  const body = page.replace('<!doctype html>', '').replace(/<style>[\s\S]*?<\/style>/, '');
  for (const [whole, close, name = '', rest = '', self] of body.matchAll(
    /<(\/?)([A-Za-z0-9-]*)((?:\s+[A-Za-z0-9-]+(?:="[^"<>]*")?)*)\s*(\/?)>|</g,
  )) {
    if (whole === '<' || !tags.test(name)) {
      throw new Error(`not a tag of ours: ${body.slice(Math.max(0, body.indexOf(whole) - 20)).slice(0, 80)}`);
    }
    if (close === '/') {
      expect(open.pop()).toBe(name);
    } else if (self !== '/' && !empty.test(name)) {
      open.push(name);
    }
    for (const [, attribute = '', value = ''] of rest.matchAll(/([A-Za-z0-9-]+)(?:="([^"]*)")?/g)) {
      expect(attribute).toMatch(attributes);
      if (attribute === 'id') {
        found.ids.push(value);
      }
      if (attribute === 'href') {
        found.links.push(value);
      }
    }
  }
  expect(open).toEqual([]);
  return found;
}

describe('the page of a report', () => {
  it('holds no tag and no attribute that is not its own, whatever the rows say', () => {
    const page = reportPage(hostileReport());
    readPage(page);
    expect(page).not.toMatch(/<script|<img|<svg\/|javascript:alert\(1\)["']/i);
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  it('names signs that cannot be seen instead of obeying them', () => {
    const page = reportPage(hostileReport());
    expect(page).toContain('⟨U+202E⟩');
    expect(page).toContain('⟨U+0000⟩');
    expect(page).toContain('⟨U+D800⟩');
    for (const sign of ['\u0000', '\u202e', '\ud800']) {
      expect(page.includes(sign)).toBe(false);
    }
  });

  it('links only to its own parts, each of which is there once', () => {
    const { ids, links } = readPage(reportPage(aReport()));
    expect(new Set(ids).size).toBe(ids.length);
    expect(links.length).toBeGreaterThan(10);
    for (const link of links) {
      expect(ids.map((id) => `#${id}`)).toContain(link);
    }
  });

  it('may apply its own style and nothing else', () => {
    const style = /<style>([\s\S]*?)<\/style>/.exec(reportPage(aReport()))?.[1] ?? '';
    const digest = createHash('sha256').update(style).digest('base64');
    expect(pagePolicy).toContain(`style-src 'sha256-${digest}'`);
    expect(pagePolicy).toContain("default-src 'none'");
    expect(style).not.toContain('</');
    expect(style).not.toMatch(/url\(|@import/);
  });

  it.each(readinessVerdicts)('says the verdict %s in words', (verdict) => {
    const page = reportPage(aReport({ verdict }));
    readPage(page);
    expect(/<h1 id="verdict">([^<]+)</.exec(page)?.[1]).toBeTruthy();
  });

  it('says every outcome in words beside its shape', () => {
    const findings = checkOutcomes.map((outcome, at) => aFinding({ outcome, checkId: `F${10 + at}` }));
    const page = reportPage(aReport({ findings }));
    for (const word of ['Passed', 'Warning', 'Failed', 'Cannot tell', 'Not asked', 'Broke', 'Waived']) {
      expect(page).toContain(`${word}</span>`);
    }
  });

  it('shows who waived what, until when', () => {
    const page = reportPage(aReport());
    expect(page).toContain('by ada until 2027-01-31');
  });

  it('shows a report of which nothing is known but that measuring broke', () => {
    const page = reportPage(
      aReport({
        verdict: 'error',
        findings: [],
        funnel: [],
        statistics: null,
        manifest: null,
        trainerViews: null,
        power: null,
        collectNext: null,
        target: null,
        datasetId: null,
        datasetDigest: null,
        problem: 'The disk was full.',
      }),
    );
    readPage(page);
    expect(page).toContain('Could not be measured');
    expect(page).toContain('The disk was full.');
  });

  it('shows a report of the first method', () => {
    const { why: _why, action: _action, effect: _effect, waivedBy: _waivedBy, ...finding } = aFinding();
    const { statistics: _statistics, manifest: _manifest, target: _target, power: _power, ...old } = aReport();
    const document = JSON.stringify({ ...old, findings: [finding], methodVersion: 'readiness/1' });
    readPage(reportPage(openReport(document)));
  });

  it('compares two reports without a stranger’s tag', () => {
    const page = comparePage(compareReports(aReport(), hostileReport(), null));
    readPage(page);
    expect(page).toContain('no longer asked');
  });
});
