import { aPicture, pictureNow, stageFacts } from '../../../test/builders/a-lock-in-picture.js';
import { anArrangement, aWholeArrangement } from '../../../test/builders/an-arrangement.js';
import { planDigest, type Register } from '../register/register-document.js';
import { dossierOf, vendorsOf } from './dossier.js';
import { dossierMarkdown } from './dossier-markdown.js';
import { dossierPage } from './html/dossier-page.js';

const dayMs = 86_400_000;
const empty: Register = { entity: null, arrangements: [] };
const life = {
  ...{ model: 'closed-4', developer: 'Closed AI', isCritical: true, releasedAt: null, sources: ['page'] },
  ...{ shutdownAt: pictureNow + 120 * dayMs, medianLifeDaysOfDeveloper: null, shortNoticeDaysOfDeveloper: null },
};
const sources = {
  ...aPicture([]).sources,
  catalog: {
    ...{ exitLeadTimeDays: 90, isLeadTimeMeasured: true, models: [life], observedAt: pictureNow },
    ...{ notices: { all: 0, shorterThanLeadTime: 0 }, priceIndex24Months: null },
  },
  evaluation: {
    ...{ runId: 'evl_1', at: pictureNow - 9 * dayMs, parity: 'non_inferior' as const, criticalSegments: 4 },
    ...{
      coveredCriticalSegments: 3,
      promptTransferGap: 0,
      testedAlternatives: 1,
    },
  },
  drills: [
    {
      ...{ id: 'drl_1', at: pictureNow - 20 * dayMs, kind: 'exit' as const, scenario: 'stressed' as const },
      ...{ passed: true, hours: 6, impactToleranceHours: 48 },
    },
  ],
};
const brought = (item: number) => ({
  ...{ item, text: `Item ${item} as agreed.`, evidence: [`doc-${item}`], by: 'ada' },
  ...{ at: pictureNow - dayMs, validUntil: null },
});

describe('the dossier of a vendor', () => {
  it('names everything that is missing and who has to supply it, where nothing is known', () => {
    const dossier = dossierOf('Closed AI', empty, aPicture([]));
    expect(dossier.missing.find(({ what }) => what === 'An arrangement with Closed AI')?.who).toBe('lead (ada)');
    expect(dossier.missing.filter(({ part }) => part === 'facts')).toHaveLength(40);
    expect(dossier.missing.every(({ who, how }) => who !== '' && how !== '')).toBe(true);
    expect(dossier.scenarios.map(({ time, shownBy }) => [time, shownBy])).toEqual([
      [null, null],
      [null, null],
      [null, null],
    ]);
  });

  it('stands on the incumbent where the register names nobody', () => {
    expect(vendorsOf(empty, aPicture([]))).toEqual(['Closed AI']);
  });

  it('writes the items that own runs show, and leaves the others to people', () => {
    const document = anArrangement({
      plan: { brought: [brought(1), { ...brought(2), evidence: [] }], approval: null },
    });
    const [one] = dossierOf(
      'Closed AI',
      { entity: null, arrangements: [document] },
      aPicture(stageFacts(6), { sources }),
    ).arrangements;
    const from = Object.fromEntries((one?.checklist.items ?? []).map(({ number, from: by }) => [number, by]));
    expect(from).toEqual({
      ...{ 1: 'people', 2: null, 3: null, 4: 'service', 5: null, 6: 'service' },
      ...{ 7: null, 8: null, 9: 'service', 10: null, 11: 'service', 12: null },
    });
    expect(one?.checklist).toMatchObject({ status: 'draft', missingShare: 7 / 12 });
  });

  it('holds an approval only while nothing of what was signed changes, and until its end', () => {
    const plan = { brought: [brought(1)], approval: null };
    const approval = {
      by: 'grace',
      at: pictureNow,
      validUntil: pictureNow + dayMs,
      planDigest: planDigest(aWholeArrangement, plan),
    };
    const statusOf = (parts: Parameters<typeof anArrangement>[0], now = pictureNow) => {
      const register = { entity: null, arrangements: [anArrangement(parts)] };
      return dossierOf('Closed AI', register, aPicture([], { now })).arrangements[0]?.checklist.status;
    };
    expect(statusOf({ plan: { ...plan, approval } })).toBe('approved');
    expect(statusOf({ plan: { brought: [brought(1), brought(2)], approval } })).toBe('draft');
    expect(statusOf({ plan: { ...plan, approval }, arrangement: { ...aWholeArrangement, exitOwner: null } })).toBe(
      'draft',
    );
    expect(statusOf({ plan: { ...plan, approval } }, pictureNow + dayMs)).toBe('draft');
  });

  it('plans against the end of the model, the contract and the notice', () => {
    const dossier = dossierOf(
      'Closed AI',
      { entity: null, arrangements: [anArrangement({})] },
      aPicture([], { sources }),
    );
    expect(dossier.timeline.map(({ kind, isMissed }) => [kind, isMissed])).toEqual([
      ['test', false],
      ['now', false],
      ['start-by', false],
      ['exit-done', false],
      ['shutdown', false],
      ['notice', false],
      ['contract', false],
    ]);
  });

  it('says which last day has passed', () => {
    const late = { ...sources, catalog: { ...sources.catalog, exitLeadTimeDays: 180 } };
    const dossier = dossierOf('Closed AI', empty, aPicture([], { sources: late }));
    expect(dossier.timeline.find(({ kind }) => kind === 'start-by')?.isMissed).toBe(true);
    expect(dossierMarkdown(dossier)).toContain('**Past.**');
  });
});

describe('its files', () => {
  const name = '<script>alert(1)</script> | **bold** [x](y)';
  const functions = aWholeArrangement.functions.map((one) => ({ ...one, name }));
  const register = {
    entity: null,
    arrangements: [anArrangement({ arrangement: { ...aWholeArrangement, functions } })],
  };
  const dossier = dossierOf('Closed AI', register, aPicture(stageFacts(4), { sources, name }));

  it('run nothing that people wrote', () => {
    const page = dossierPage(dossier);
    expect(page).not.toContain('<script');
    expect(page).not.toMatch(/ (?:on\w+|style|src)="/);
    expect(page).toContain('&lt;script&gt;');
    expect(dossierMarkdown(dossier)).toContain(
      '\\<script\\>alert\\(1\\)\\</script\\> \\| \\*\\*bold\\*\\* \\[x\\]\\(y\\)',
    );
  });

  it('show score, interval, gaps, scenarios, dates and the twelve items', () => {
    const page = dossierPage(dossier);
    for (const id of ['score', 'missing', 'scenarios', 'timeline', 'plan', 'alerts']) {
      expect(page).toContain(`<section id="${id}">`);
    }
    expect(page.match(/class="number"/g)).toHaveLength(12);
    const markdown = dossierMarkdown(dossier);
    expect(markdown.match(/^### \([abc]\)/gm)).toHaveLength(3);
    expect(markdown.match(/^\| \d+ /gm)).toHaveLength(12);
  });
});
