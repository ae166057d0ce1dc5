import { sha256Hex } from '../../kernel/digest.js';
import { collectNext } from './collect-next.js';
import { measureOrderAndOutliers } from './order-and-outliers.js';
import { nearestTexts } from './text-neighbours.js';

const topics = ['card lost abroad', 'transfer fee unclear', 'exchange rate today', 'pin blocked again'];
const arrived = (text: string, at: number) => ({ rowKey: sha256Hex(`${at} ${text}`), normalText: text, text });
const sorted = topics.flatMap((topic, at) =>
  Array.from({ length: 25 }, (_, row) => `${topic} word${(row * 7 + at) % 9}`),
);
/** The same rows dealt like cards: each topic comes once in four. */
const dealt = Array.from({ length: 100 }, (_, at) => sorted[(at % 4) * 25 + Math.floor(at / 4)] ?? '');

describe('the order of arrival', () => {
  it('says something where rows were sorted by what they ask', () => {
    expect(measureOrderAndOutliers(sorted.map(arrived)).orderP).toBe(0.005);
  });

  it('says nothing where they were dealt', () => {
    expect(measureOrderAndOutliers(dealt.map(arrived)).orderP ?? 0).toBeGreaterThan(0.05);
  });

  it('is not asked of a few rows', () => {
    expect(measureOrderAndOutliers(sorted.slice(0, 49).map(arrived))).toEqual({ orderP: null, outliers: null });
  });
});

describe('outliers', () => {
  it('are the rows that share no word with any other', () => {
    const { outliers } = measureOrderAndOutliers([...sorted, 'zebra umbrella'].map(arrived));
    expect(outliers?.[0]).toMatchObject({ excerpt: 'zebra umbrella', distance: 1 });
    expect(outliers).toHaveLength(50);
  });
});

describe('nearest texts', () => {
  it('share their rare words', () => {
    const near = nearestTexts(['lost my card', 'lost my purse', 'what is the rate', 'the rate is what'], 1);
    expect(near.map(([first]) => first?.text)).toEqual([1, 0, 3, 2]);
  });

  it('are none for a text that stands alone', () => {
    expect(nearestTexts(['alpha', 'beta beta'], 3)).toEqual([[], []]);
  });
});

describe('what to collect next', () => {
  const short = [
    { what: 'class fee', have: 5, need: 10, shareInTraffic: 0.1 },
    { what: 'class lost', have: 9, need: 10, shareInTraffic: 0.001 },
    { what: 'class odd', have: 0, need: 10, shareInTraffic: 0 },
    { what: 'class new', have: 0, need: 10, shareInTraffic: null },
    { what: 'class full', have: 10, need: 10, shareInTraffic: 0.5 },
  ];

  it('begins with what traffic never brings, then with what takes longest', () => {
    const wanted = collectNext({ short, rowsPerDay: 10 });
    expect(wanted.map(({ what }) => what)).toEqual(['class odd', 'class lost', 'class fee', 'class new']);
    expect(wanted[0]?.why).toContain('traffic brings none');
    expect(wanted[1]?.why).toBe(
      '1 more are needed. Traffic brings them with 0.1 % of its rows: about 100 days at today’s rate.',
    );
    expect(wanted[3]?.why).toContain('is not known');
  });

  it('promises no date while nothing comes', () => {
    expect(collectNext({ short, rowsPerDay: null }).every(({ why }) => why.includes('not known'))).toBe(true);
  });
});
