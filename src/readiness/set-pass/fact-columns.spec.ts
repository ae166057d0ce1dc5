import { aRowFacts, type RowFactsParts } from '../../../test/builders/row-facts.js';
import { promptKeyOf } from '../rows/row-facts.js';
import { splitOf } from '../rows/split-of.js';
import { factColumns, factsAside } from './fact-columns.js';
import { rowFlags } from './row-flags.js';

function valuesOf(parts: RowFactsParts) {
  const row = aRowFacts(parts);
  const aside = factsAside(row, 'salt');
  return Object.fromEntries(factColumns.map((column) => [column.name, column.valueOf(row, aside)]));
}

const template = (parts: RowFactsParts) => valuesOf(parts).template_key;

describe('the facts of a row', () => {
  it('have names that no engine reserves, each once', () => {
    const names = factColumns.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => ['at', 'key', 'group', 'order', 'text', 'split', 'id'].includes(name))).toEqual([]);
  });

  it('deal undeclared rows as the split does, and no others', () => {
    const promptKey = promptKeyOf(aRowFacts({ declaredSplit: 'auto' }));
    const part = Number(valuesOf({ declaredSplit: 'auto' }).split_part);
    expect(part < 8_000 ? 'train' : 'holdout').toBe(splitOf(promptKey, 'salt'));
    expect(valuesOf({ declaredSplit: 'train' }).split_part).toBe(-1);
  });

  it('name the day in UTC, and slices in the order of their names', () => {
    const at = Date.UTC(2026, 1, 28, 23, 59, 59);
    const values = valuesOf({ traits: { at, slices: { locale: 'de', channel: 'app' } } });
    expect([values.day, values.slices]).toEqual(['2026-02-28', '[["channel","app"],["locale","de"]]']);
    expect([valuesOf({}).day, valuesOf({}).slices]).toEqual([null, null]);
  });

  it('hold no half of a pair of surrogates where the text was cut', () => {
    const { prompt_head: head } = valuesOf({ input: `${'x'.repeat(239)}😀` });
    expect(String(head).endsWith('\uFFFD')).toBe(true);
  });

  it('see the answer in the prompt as whole words only', () => {
    const flag = (input: string, label: string) => Number(valuesOf({ input, label }).flags) & rowFlags.answerInPrompt;
    expect(flag('is it a start or an art fair', 'art fair')).not.toBe(0);
    expect(flag('he starts here', 'start')).toBe(0);
    expect(flag('restart then start', 'start')).not.toBe(0);
    expect(flag('yes or no', 'yes')).toBe(0);
  });

  it('give prompts that differ by numbers or by what was found private the same template', () => {
    const span = (start: number, end: number) => ({
      privacy: {
        spans: [
          {
            kind: 'person',
            group: 'contact',
            message: 0,
            call: null,
            start,
            end,
            valueDigest: 'd',
            confidence: 1,
          } as const,
        ],
      },
    });
    expect(template({ input: 'Pay invoice 17, please.' })).toBe(template({ input: 'pay Invoice 4,711 please' }));
    expect(template({ input: 'Call Ada now', ...span(5, 8) })).toBe(
      template({ input: 'Call Grace now', ...span(5, 10) }),
    );
    expect(template({ input: 'Call Ada now' })).not.toBe(template({ input: 'Call Grace now' }));
  });

  it('name sentences the same wherever they stand', () => {
    const first = String(valuesOf({ input: 'Answer in one short sentence. Where is it?' }).sentences).split(' ');
    const second = String(valuesOf({ input: 'Answer in one short sentence. And who are you to ask?' }).sentences).split(
      ' ',
    );
    expect(first[0]).toBe(second[0]);
    expect(first[1]).not.toBe(second[1]);
  });
});
