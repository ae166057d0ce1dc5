import type { Finding } from './data-queries';
import {
  actionWord,
  bytesWords,
  counted,
  daysWords,
  dayWords,
  effectWords,
  groupTitle,
  inUnit,
  limitWords,
  number,
  outcomeRank,
  percent,
  sampleWords,
  sideWord,
  verdictWords,
  wantsLooking,
} from './data-words';

const finding = (parts: Partial<Finding>) =>
  ({ unit: 'share', threshold: { warn: null, fail: null }, numerator: null, denominator: null, ...parts }) as Finding;

describe('numbers of a report', () => {
  it('are whole where they are whole, and have three digits where they are not', () => {
    expect([number(12_345), number(0.123456), number(-3)]).toEqual(['12,345', '0.123', '−3']);
  });

  it('show small shares finely enough not to look like none', () => {
    expect([percent(0), percent(0.0004), percent(0.049), percent(1)]).toEqual(['0 %', '0.04 %', '4.9 %', '100 %']);
  });

  it('count one of a thing as one', () => {
    expect([counted(1, 'row'), counted(0, 'row'), counted(2, 'class', 'classes')]).toEqual([
      '1 row',
      '0 rows',
      '2 classes',
    ]);
  });

  it('say that they were not measured, and never call that zero', () => {
    expect([inUnit(null, 'share'), inUnit(0, 'share'), inUnit(1, 'rows'), inUnit(7, 'rows')]).toEqual([
      'not measured',
      '0 %',
      '1 row',
      '7 rows',
    ]);
    expect([inUnit(0, 'days'), inUnit(0.000002, 'days'), inUnit(3.25, 'days')]).toEqual([
      '0 days',
      'under 0.1 days',
      '3.25 days',
    ]);
  });

  it('have sizes in the unit that people use for them', () => {
    expect([bytesWords(0), bytesWords(999), bytesWords(1500), bytesWords(2_340_000_000)]).toEqual([
      '0 B',
      '999 B',
      '1.5 kB',
      '2.34 GB',
    ]);
  });
});

describe('days of a report', () => {
  it('are named in one time zone, whoever reads them', () => {
    expect([dayWords('2026-11-25T23:59:59Z'), dayWords(Date.UTC(2027, 0, 1))]).toEqual(['Nov 25, 2026', 'Jan 1, 2027']);
  });

  it('that are less than one are not called none', () => {
    expect([daysWords(0.2), daysWords(1.2), daysWords(8)]).toEqual(['under a day', '1 day', '8 days']);
  });
});

describe('limits of a check', () => {
  it('say on which side they lie', () => {
    const threshold = { warn: 0.01, fail: 0.05 } as Finding['threshold'];
    expect(limitWords(finding({ threshold }), 'low')).toBe('over 1 % warns, over 5 % fails');
    const rows = finding({ threshold: { warn: 2000, fail: 500 } as Finding['threshold'], unit: 'rows' });
    expect(limitWords(rows, 'high')).toBe('under 2,000 warns, under 500 fails');
    expect(limitWords(finding({ threshold }), null)).toBe('beyond 1 % warns, beyond 5 % fails');
  });

  it('that fail where they would warn are said once', () => {
    expect(limitWords(finding({ threshold: { warn: 0, fail: 0 } as Finding['threshold'] }), 'low')).toBe(
      'over 0 % fails',
    );
  });

  it('that are not there say that the check is for information', () => {
    expect(limitWords(finding({}), 'low')).toBe('no limit, for information');
  });
});

describe('the sample of a check', () => {
  it('is a part of a whole where both are known', () => {
    expect(sampleWords(finding({ numerator: 151, denominator: 3080 }))).toBe('151 of 3,080');
    expect(sampleWords(finding({ denominator: 3080 }))).toBe('3,080');
    expect(sampleWords(finding({}))).toBeNull();
  });
});

describe('the effect of a remedy', () => {
  it('says what would go, with its sign, and what the measure would be', () => {
    expect(effectWords({ rows: -552, tokens: -10_400, metricAfter: 0 }, 'share')).toBe(
      '−552 rows, −10,400 tokens, measure then 0 %',
    );
    expect(effectWords({ rows: 0, tokens: null, metricAfter: null }, 'share')).toBe('no row goes');
    expect(effectWords({ rows: 1, tokens: null, metricAfter: null }, 'share')).toBe('+1 row');
  });

  it('is not told where nothing was predicted', () => {
    expect(effectWords({ rows: null, tokens: null, metricAfter: null }, 'share')).toBeNull();
  });
});

describe('outcomes', () => {
  it('stand with the worst first, and with what nobody has heard of last', () => {
    const outcomes = ['pass', 'unheard-of', 'warn', 'fail', 'inconclusive', 'error'];
    expect(outcomes.sort((one, other) => outcomeRank(one) - outcomeRank(other))).toEqual([
      'fail',
      'error',
      'inconclusive',
      'warn',
      'pass',
      'unheard-of',
    ]);
  });

  it('want looking at unless they passed or do not apply', () => {
    expect(['fail', 'error', 'inconclusive', 'warn', 'waived', 'pass', 'skipped'].filter(wantsLooking)).toEqual([
      'fail',
      'error',
      'inconclusive',
      'warn',
      'waived',
    ]);
  });

  it('that cannot be told are never said to be ready', () => {
    expect(verdictWords('inconclusive').title).toBe('Cannot tell yet');
    expect(verdictWords('error').title).toBe('Could not be measured');
    expect(verdictWords('unheard-of')).toEqual({ title: 'unheard-of', text: '' });
  });
});

describe('names of the service', () => {
  it('are said as people say them, and what is new as the service says it', () => {
    expect([groupTitle('L'), groupTitle('Z')]).toEqual(['Leakage into the hold-out', 'Other checks']);
    expect([sideWord('holdout'), sideWord('elsewhere')]).toEqual(['held out', 'elsewhere']);
    expect(actionWord('mask-personal-data')).toBe('Mask personal data');
  });
});
