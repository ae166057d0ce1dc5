import { aRowFacts } from '../../../../test/builders/row-facts.js';
import { judged, measuredInPieces, someRights } from '../../../../test/builders/set-context.js';
import type { Acknowledgement, RightsFacts, RightsRuling, SourceRights } from '../../facts/rights-facts.js';
import { answersReciteNothing } from './answers-recite-nothing.js';
import { everyRowHasAHistory } from './every-row-has-a-history.js';
import { noRegionNeedsMoreCare } from './no-region-needs-more-care.js';
import { peopleHaveAgreed } from './people-have-agreed.js';
import { rightsChecks } from './rights-checks.js';
import { theTargetLicenceIsAccepted } from './the-target-licence-is-accepted.js';
import { uploadsAreLicensed } from './uploads-are-licensed.js';
import { vendorsLetTheirAnswersTeach } from './vendors-let-their-answers-teach.js';

const signature: Acknowledgement = { by: 'Ada', at: 5, reason: 'read' };
const source = (ruling: RightsRuling, rows = 10, more: Partial<SourceRights> = {}): SourceRights => ({
  source: `vendor:${ruling}`,
  rows,
  ruling,
  because: 'A clause.',
  url: null,
  acknowledgement: null,
  ...more,
});
const signed = source('acknowledge', 10, { acknowledgement: signature });
const span = {
  kind: 'email',
  group: 'contact',
  message: 0,
  call: null,
  start: 0,
  end: 3,
  valueDigest: 'ab',
  confidence: 1,
} as const;
const personal = aRowFacts({ origin: 'exchange', privacy: { spans: [span] } });

describe('the terms of vendors', () => {
  const judge = (vendorTerms: readonly SourceRights[], more: Partial<RightsFacts> = {}) =>
    judged(vendorsLetTheirAnswersTeach, [personal], { rights: someRights({ vendorTerms, rows: 10, ...more }) });

  it.each([
    ['permitted', [source('permitted')], 'pass'],
    ['signed', [source('permitted'), signed], 'pass'],
    ['unsigned', [source('permitted'), source('acknowledge')], 'inconclusive'],
    ['unknown', [signed, source('unknown')], 'inconclusive'],
    ['blocked', [signed, source('unknown'), source('blocked', 1)], 'fail'],
    ['nothing', [], 'inconclusive'],
  ] as const)('with %s: %3$s', (_, sources, outcome) => {
    expect(judge(sources).outcome).toBe(outcome);
  });

  it('fail on personal data by a route that forbids it, signed or not', () => {
    const free = { ...signed, forbidsPersonalData: true };
    expect(judge([free])).toMatchObject({ outcome: 'fail', measured: { evidenceTotal: 1 } });
    const clean = [aRowFacts({ origin: 'exchange', privacy: { spans: [] } })];
    expect(judged(vendorsLetTheirAnswersTeach, clean, { rights: someRights({ vendorTerms: [free] }) }).outcome).toBe(
      'pass',
    );
  });

  it('warn by themselves once a reading is old', () => {
    expect(judge([source('permitted')], { staleRules: ['acme'] })).toMatchObject({
      outcome: 'warn',
      text: expect.stringContaining('acme'),
    });
  });

  it('say who signed, and what stands in the way', () => {
    expect(judge([signed]).text).toContain('signed by Ada');
    expect(judge([source('blocked')]).text).toContain('vendor:blocked (10 rows): blocked. A clause.');
  });

  it('cannot be lifted by a limit', () => {
    const limits = { better: 'low', warn: null, fail: null, source: 'generous' } as const;
    const { measured } = judge([source('blocked')]);
    expect(vendorsLetTheirAnswersTeach.judge(measured, limits).outcome).toBe('fail');
  });
});

describe('licences of uploads', () => {
  const judge = (licences: readonly SourceRights[], rows = 10) =>
    judged(uploadsAreLicensed, [], { rights: someRights({ licences, rows }) }).outcome;

  it.each([
    [[source('permitted')], 'pass'],
    [[signed], 'pass'],
    [[source('acknowledge')], 'warn'],
    [[source('permitted'), source('unknown')], 'fail'],
    [[source('blocked')], 'fail'],
    [[], 'pass'],
  ] as const)('%j is %s', (licences, outcome) => {
    expect(judge(licences)).toBe(outcome);
  });

  it('are unknown where there is no row at all', () => {
    expect(judge([], 0)).toBe('inconclusive');
  });
});

describe('consent', () => {
  const judge = (...rulings: RightsRuling[]) =>
    judged(peopleHaveAgreed, [], {
      rights: someRights({
        consent: rulings.map((ruling) => ({ ...source(ruling), optedOutRows: 0, retentionUntil: null })),
      }),
    }).outcome;

  it('passes whole, warns in part, fails for none and where it is refused', () => {
    expect([
      judge('permitted'),
      judge('permitted', 'unknown'),
      judge('unknown'),
      judge('permitted', 'blocked'),
      judge(),
    ]).toEqual(['pass', 'warn', 'fail', 'fail', 'inconclusive']);
  });
});

describe('the licence of the target', () => {
  const judge = (rights: SourceRights | null) =>
    judged(theTargetLicenceIsAccepted, [], {
      rights: someRights({ targetLicence: rights === null ? null : { ...rights, duties: ['Keep the notice.'] } }),
    });

  it('is accepted by a named person where it asks for that', () => {
    const outcomes = [
      source('permitted', 0),
      signed,
      source('acknowledge', 0),
      source('unknown', 0),
      source('blocked', 0),
    ];
    expect(outcomes.map((one) => judge(one).outcome)).toEqual(['pass', 'pass', 'fail', 'inconclusive', 'fail']);
    expect(judge(signed).text).toBe('Accepted by Ada. 1 duty: A clause. Keep the notice.');
    expect(judge(null).outcome).toBe('skipped');
  });
});

describe('region, history and recitation', () => {
  it('warn for each note, and do not pass what nobody declared', () => {
    const judge = (rights: Partial<RightsFacts>) =>
      judged(noRegionNeedsMoreCare, [], { rights: someRights(rights) }).outcome;
    expect([
      judge({ regionKnown: true }),
      judge({ regionKnown: true, regionNotes: ['Minors.'] }),
      judge({}),
      judge({ regionNotes: ['Unpaid.'] }),
    ]).toEqual(['pass', 'warn', 'skipped', 'warn']);
  });

  it.each([
    [100, 100, 'pass'],
    [99, 100, 'warn'],
    [0, 100, 'fail'],
    [0, 0, 'inconclusive'],
  ])('knows the history of %d of %d rows: %s', (rowsWithFullProvenance, rows, outcome) => {
    const rights = someRights({ rowsWithFullProvenance, rows });
    expect(judged(everyRowHasAHistory, [], { rights }).outcome).toBe(outcome);
  });

  it('warns of a recited answer, and passes none without a row', () => {
    const recited = aRowFacts({ traits: { finish: 'recitation' } });
    expect(judged(answersReciteNothing, [recited, aRowFacts()])).toMatchObject({
      outcome: 'warn',
      measured: { value: 1, evidenceTotal: 1, effect: { rows: -1 } },
    });
    expect(judged(answersReciteNothing, [aRowFacts()]).outcome).toBe('pass');
  });
});

describe('every check on rights', () => {
  const rows = Array.from({ length: 20 }, (_, at) =>
    aRowFacts({
      origin: 'exchange',
      originId: `exc_${at}`,
      input: `row ${at}`,
      privacy: { spans: at % 3 === 0 ? [span] : [] },
      traits: { finish: at % 5 === 0 ? 'recitation' : 'stop' },
    }),
  );
  const rights = someRights({ vendorTerms: [source('permitted', 20, { forbidsPersonalData: true })], rows: 20 });

  it.each(rightsChecks.map((check) => [check.id, check] as const))(
    '%s does not depend on cut and order',
    (_, check) => {
      const pieces = [rows.slice(12).reverse(), [], rows.slice(0, 5), rows.slice(5, 12)];
      expect(measuredInPieces(check, pieces, { rights })).toEqual(measuredInPieces(check, [rows], { rights }));
    },
  );

  it.each(rightsChecks.map((check) => [check.id, check] as const))('%s passes nothing on nothing', (_, check) => {
    expect(judged(check, []).outcome).not.toBe('pass');
  });
});
