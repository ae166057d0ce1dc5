import { criterionWords, inPlainWords, measureWords } from './criterion-words';

describe('the words of a criterion', () => {
  it('stay one sentence where one thing is said', () => {
    const text = '26 rows are held out; at least 50 are required.';
    expect(criterionWords(text)).toEqual({ lead: text, checks: [] });
  });

  it('become a line for each check that is named', () => {
    const text =
      '2 of 32 blocking checks are not good: F10 (fail): One is empty. Two warn. R01 (inconclusive): Unknown.';
    expect(criterionWords(text)).toEqual({
      lead: '2 of 32 blocking checks are not good.',
      checks: [
        { code: 'F10', outcome: 'fail', text: 'One is empty. Two warn.' },
        { code: 'R01', outcome: 'inconclusive', text: 'Unknown.' },
      ],
    });
  });

  it('tell guardrails apart as well', () => {
    const { lead, checks } = criterionWords('2 are not quiet: error-rate (fail): More. latency (inconclusive): Few.');
    expect([lead, checks.map(({ code }) => code)]).toEqual(['2 are not quiet.', ['error-rate', 'latency']]);
    expect(inPlainWords('One is not quiet: error-rate (fail): More.')).toBe('One is not quiet. Error rate: More.');
  });

  it('name a unit once, and shares in percent', () => {
    expect(measureWords(26, 50, 'rows')).toBe('Measured 26, required 50 rows');
    expect(measureWords('mira', 'a person', 'person')).toBe('Measured mira, required a person');
    expect(measureWords(0.5, 1, 'share permitted')).toBe('Measured 50 %, required 100 % permitted');
    expect(measureWords(null, 50, 'rows')).toBe('Measured nothing, required 50 rows');
  });
});
