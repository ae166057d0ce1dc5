import { aRowFacts, type RowFactsParts } from '../../../../test/builders/row-facts.js';
import { aSetFacts, aShare, aTarget, judged, nothingHanded } from '../../../../test/builders/set-context.js';
import type { Check } from '../../check.js';
import type { RowFacts } from '../../rows/row-facts.js';
import { qualityChecks } from './quality-checks.js';

const check = (id: string): Check => {
  const found = qualityChecks.find((one) => one.id === id);
  if (found === undefined) {
    throw new RangeError(id);
  }
  return found;
};

/** So many rows made one way, then so many made another way. */
function rowsOf(...groups: readonly (readonly [count: number, parts: RowFactsParts])[]): RowFacts[] {
  return groups.flatMap(([count, parts], group) =>
    Array.from({ length: count }, (_one, at) =>
      aRowFacts({ input: `question ${group} ${at}`, line: group * 10_000 + at, ...parts }),
    ),
  );
}

const calmly = { traits: { finish: 'stop' }, label: 'It is on its way and should arrive soon.' };

describe('Q06', () => {
  it.each([
    [1, 'pass'],
    [2, 'warn'],
    [100, 'warn'],
  ])('judges %d one-word answers of 100: %s', (bad, outcome) => {
    expect(judged(check('Q06'), rowsOf([bad, { label: 'ok' }], [100 - bad, calmly])).outcome).toBe(outcome);
  });

  it('sees an endless answer among thousands', () => {
    const rows = rowsOf([1, { label: 'word '.repeat(10_000) }], [2500, calmly]);
    expect(judged(check('Q06'), rows).measured.details).toMatchObject({ long: 1, short: 0, longestCharacters: 50_000 });
  });
});

describe('Q07', () => {
  const told = (answer: string) => ({ languages: { prompt: 'en', answer } });
  it.each([
    [2, 'pass'],
    [3, 'warn'],
    [10, 'warn'],
    [11, 'fail'],
  ])('judges %d of 100 rows answered in another language: %s', (bad, outcome) => {
    expect(judged(check('Q07'), rowsOf([bad, told('de')], [100 - bad, told('en')])).outcome).toBe(outcome);
  });

  it('is skipped where nobody looked, and open where nothing could be told', () => {
    expect(judged(check('Q07'), rowsOf([10, {}])).outcome).toBe('skipped');
    const untold = judged(check('Q07'), rowsOf([10, { languages: { prompt: null, answer: null } }]));
    expect(untold).toMatchObject({
      outcome: 'inconclusive',
      text: 'Of 10 rows that were looked at, none has a question and an answer whose languages can be told.',
    });
  });

  it('asks for English captions where CLIP reads them', () => {
    const captions = rowsOf([100, { kind: 'image-text', languages: { prompt: null, answer: 'fr' } }]);
    expect(judged(check('Q07'), captions, { target: aTarget({ tokeniser: 'clip' }) }).outcome).toBe('fail');
    expect(judged(check('Q07'), captions).outcome).toBe('inconclusive');
  });
});

describe('Q08', () => {
  const answered = (answerParses: boolean, answerFollows: boolean | null = null) => ({
    schema: { callsChecked: 0, callsFaulty: 0, answerParses, answerFollows },
  });
  it.each([
    [10, 'pass'],
    [11, 'warn'],
    [50, 'warn'],
    [51, 'fail'],
  ])('judges %d of 1,000 promised answers that do not parse: %s', (bad, outcome) => {
    expect(judged(check('Q08'), rowsOf([bad, answered(false)], [1000 - bad, answered(true)], [5, {}])).outcome).toBe(
      outcome,
    );
  });

  it('tells what parses but does not follow its schema', () => {
    const { measured } = judged(check('Q08'), rowsOf([3, answered(true, false)], [97, answered(true, true)]));
    expect(measured).toMatchObject({ value: 0.97, details: { unparsed: 0, againstSchema: 3 }, effect: { rows: -3 } });
  });

  it('does not arise where nothing was promised', () => {
    expect(judged(check('Q08'), rowsOf([5, {}])).outcome).toBe('skipped');
  });
});

describe('Q09', () => {
  const by = (model: string | null, parts: RowFactsParts = {}) => ({ ...parts, traits: { model, temperature: 0.5 } });
  it.each([
    [['a'], 'pass'],
    [['a', 'b'], 'pass'],
    [['a', 'b', 'c'], 'warn'],
  ])('judges answers of %j: %s', (models, outcome) => {
    expect(judged(check('Q09'), rowsOf(...models.map((model) => [3, by(model)] as const))).outcome).toBe(outcome);
  });

  it('fails by captured answers of nobody, warns by uploaded ones, and cannot tell where no row names a model', () => {
    expect(judged(check('Q09'), rowsOf([3, by('a')], [1, by(null, { origin: 'exchange' })])).outcome).toBe('fail');
    expect(judged(check('Q09'), rowsOf([3, by('a')], [1, by(null)])).outcome).toBe('warn');
    expect(judged(check('Q09'), rowsOf([3, by(null)])).outcome).toBe('inconclusive');
  });
});

describe('Q10', () => {
  it.each([
    [20, 'pass'],
    [21, 'warn'],
    [40, 'warn'],
    [41, 'fail'],
  ])('judges %d of 100 prompts that were answered differently: %s', (differing, outcome) => {
    const set = aSetFacts({ rows: 300, promptsWithSeveralAnswers: aShare(differing, 100) });
    expect(judged(check('Q10'), [], { set }).outcome).toBe(outcome);
  });

  it('does not arise where nothing was asked twice', () => {
    expect(judged(check('Q10'), [], { set: aSetFacts({ rows: 300 }) }).outcome).toBe('skipped');
  });
});

describe('Q11 and Q12', () => {
  it.each([
    ['Q11', 1, 'pass'],
    ['Q11', 2, 'warn'],
    ['Q12', 1, 'pass'],
    ['Q12', 2, 'warn'],
    ['Q12', 100, 'warn'],
  ])('%s judges %d bad rows of 100: %s', (id, bad, outcome) => {
    const label = id === 'Q11' ? '<div>well</div>' : '|---|---|'.repeat(40);
    expect(judged(check(id), rowsOf([bad, { label }], [100 - bad, calmly])).outcome).toBe(outcome);
  });

  it('tells the kinds of noise', () => {
    expect(judged(check('Q11'), rowsOf([2, { label: '<p>a</p>' }])).measured.details).toEqual({ markup: 2 });
  });
});

describe('Q13', () => {
  it('shows what was handed in, and is skipped where nothing was', () => {
    expect(judged(check('Q13'), []).outcome).toBe('skipped');
    const outliers = [{ rowKey: 'a', distance: 0.9, excerpt: 'far away' }];
    const verdict = judged(check('Q13'), [], { handed: { ...nothingHanded, outliers } });
    expect(verdict).toMatchObject({ outcome: 'pass', measured: { value: 1, details: { furthest: 0.9 } } });
    expect(verdict.measured.evidence[0]?.excerpt).toBe('far away');
  });
});
