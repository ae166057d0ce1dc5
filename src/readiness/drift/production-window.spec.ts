import { aRowFacts, rowFactsApart } from '../../../test/builders/row-facts.js';
import { addValue, emptyHistogram } from '../states/log-histogram.js';
import { binsOf, emptyTextBin, lengthDriftBits } from './length-deciles.js';
import { addCall, emptyWindow, mergeWindows, productionFactsOf } from './production-window.js';
import { clusterOf } from './prompt-cluster.js';
import { formatKey, systemKey, toolsKey } from './request-frame.js';
import { evenSize, wordNoiseBits } from './sample-noise.js';

const at = Date.UTC(2026, 0, 5, 12);
const call = { id: 'c1', name: 'find', arguments: '{}' };
const answered = { role: 'assistant', content: 'ok', toolCalls: [call] } as const;
const asked = { role: 'user', content: 'find it' } as const;

describe('the window of production', () => {
  const rows = rowFactsApart(40, (row) => ({
    traits: { at: at + row * 3_600_000, model: row % 2 === 0 ? 'gpt-4' : 'gpt-4o' },
    ...(row % 4 === 0 ? { messages: [asked, answered, asked, answered] } : {}),
    label: `label ${row % 3}`,
  }));
  const whole = rows.reduce(addCall, emptyWindow());

  it('counts what is asked, by whom it is answered, and when', () => {
    const facts = productionFactsOf(whole);
    expect(facts).toMatchObject({
      calls: 40,
      fromAt: at,
      untilAt: at + 39 * 3_600_000,
      multiTurnCalls: 10,
      tools: { find: 20 },
      models: { 'gpt-4': 20, 'gpt-4o': 20 },
      callsByDay: { '2026-01-05': 12, '2026-01-06': 24, '2026-01-07': 4 },
      refusals: 0,
    });
    expect([...(facts?.lengths.values() ?? [])].reduce((sum, calls) => sum + calls, 0)).toBe(40);
  });

  it('is the same for any cut and any order', () => {
    const [left, right] = [rows.slice(0, 13), rows.slice(13)].map((part) => part.reduceRight(addCall, emptyWindow()));
    expect(productionFactsOf(mergeWindows(right ?? emptyWindow(), left ?? emptyWindow()))).toEqual(
      productionFactsOf(whole),
    );
  });

  it('leaves out calls of no known time, and is nothing without a call', () => {
    expect(productionFactsOf(addCall(emptyWindow(), aRowFacts()))).toBeNull();
  });

  it('counts refusals', () => {
    const refused = aRowFacts({ traits: { at }, label: 'I am sorry, but I cannot help with that.' });
    expect(productionFactsOf(addCall(emptyWindow(), refused))?.refusals).toBe(1);
  });
});

describe('a cluster of prompts', () => {
  it('does not know numbers apart, nor how long they are', () => {
    expect(clusterOf('order 17 is late')).toBe(clusterOf('order 20345 is late'));
    expect(clusterOf('order 17 is late')).not.toBe(clusterOf('order 17 is lost'));
  });
});

describe('the frame of a request', () => {
  const under = (content: string) =>
    aRowFacts({ messages: [{ role: 'system', content }, asked, { role: 'assistant', content: 'x' }] }).example;

  it('changes with the system prompt, but not with a number in it', () => {
    expect(systemKey(under('Today is 3 May.'))).toBe(systemKey(under('Today is 28 May.')));
    expect(systemKey(under('Be brief.'))).not.toBe(systemKey(under('Be kind.')));
    expect(systemKey(aRowFacts().example)).toBe('none');
  });

  it('changes with the tools and the form of the answer', () => {
    const { example } = aRowFacts({ tools: [{ name: 'a', parameters: '{}' }], traits: { wantsJson: true } });
    expect([toolsKey(example), formatKey(example)]).not.toEqual(['none', 'free']);
    expect([toolsKey(aRowFacts().example), formatKey(aRowFacts().example)]).toEqual(['none', 'free']);
  });
});

describe('the noise of two samples of one set', () => {
  it.each([
    [100, 0.146],
    [200, 0.09],
    [500, 0.045],
    [1_000, 0.028],
    [2_000, 0.014],
  ])('of %d rows is %d bits', (rows, bits) => {
    expect(wordNoiseBits(rows)).toBeCloseTo(bits, 6);
  });

  it('falls with the rows, and is that of the harmonic mean where sizes differ', () => {
    const noise = [1, 50, 150, 300, 700, 999, 1_500, 10_000].map(wordNoiseBits);
    expect([...noise].sort((one, other) => other - one)).toEqual(noise);
    expect(evenSize(500, 500)).toBe(500);
    expect(evenSize(500, 1_000_000)).toBeCloseTo(1_000, -1);
    expect(evenSize(0, 5)).toBe(0);
    expect(() => wordNoiseBits(0)).toThrow(RangeError);
  });
});

describe('the drift of lengths', () => {
  const lengths = (values: readonly number[]) => binsOf(values.reduce(addValue, emptyHistogram()));
  const steps = Array.from({ length: 500 }, (_, step) => 20 + step);

  it('is nothing between equal ones and all between strangers', () => {
    expect(lengthDriftBits(lengths(steps), lengths(steps))).toBe(0);
    expect(lengthDriftBits(lengths(steps), lengths(steps.map((length) => length * 100)))).toBeGreaterThan(0.5);
    expect(lengthDriftBits(lengths([]), lengths(steps))).toBeNull();
  });

  it('counts empty texts as the shortest', () => {
    expect(lengths([0, 0, 5]).get(emptyTextBin)).toBe(2);
    expect(lengthDriftBits(lengths([0, 0, 5, 5]), lengths([5, 5, 5, 5]))).toBeGreaterThan(0.1);
  });
});
