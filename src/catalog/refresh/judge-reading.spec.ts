import fc from 'fast-check';
import {
  aCatalogRow,
  aReading,
  aToldOffer,
  cachedPrice,
  inputPrice,
  outputPrice,
  rowsOfOffer,
} from '../../../test/builders/a-reading.js';
import { type CatalogRow, sourceRanks } from './catalog-row.js';
import { type JudgeInput, judgeReading } from './judge-reading.js';
import { presentCatalog } from './present-catalog.js';
import type { Reading, ToldOffer } from './reading.js';

interface Told {
  readonly rows?: readonly CatalogRow[];
  readonly more?: Partial<Reading>;
  readonly readings?: readonly Reading[];
  readonly inUse?: readonly string[];
}

function judged(offers: readonly ToldOffer[], { rows = [], more = {}, readings = [], inUse = [] }: Told = {}) {
  const input: JudgeInput = {
    present: presentCatalog(rows),
    reading: aReading(offers, more),
    readings,
    namesInUse: new Set(inUse),
  };
  return judgeReading(input);
}

/** The rules that hold the one change there is. */
function held(before: Record<string, string>, after: Record<string, string>, told: Told = {}): string[] {
  const rows = told.rows ?? rowsOfOffer(aToldOffer('one', before));
  const { changes } = judged([aToldOffer('one', after)], { ...told, rows });
  return [...new Set(changes.flatMap((one) => one.findings.map(({ rule }) => rule)))];
}

describe('the difference between a reading and the catalogue', () => {
  it('is nothing where both say the same', () => {
    const offer = aToldOffer('one', { [inputPrice]: '2.5' });
    expect(judged([offer], { rows: rowsOfOffer(offer) })).toEqual({ changes: [], conflicts: [], hold: null });
  });

  it('is one change for each model, with its fields', () => {
    const rows = rowsOfOffer(aToldOffer('one', { [inputPrice]: '2', [outputPrice]: '8' }));
    const { changes } = judged([aToldOffer('one', { [inputPrice]: '3', [outputPrice]: '9' })], { rows });
    expect(changes).toHaveLength(1);
    expect(changes[0]).toMatchObject({
      kind: 'changed',
      findings: [],
      fields: [
        { field: inputPrice, before: '2', after: '3' },
        { field: outputPrice, before: '8', after: '9' },
      ],
    });
  });

  it('names a model that is new, unless nothing is told of it but its name', () => {
    const { changes } = judged([aToldOffer('new', { [inputPrice]: '1' }), aToldOffer('bare', {})]);
    expect(changes.map(({ offer, kind, findings }) => [offer.model, kind, findings])).toEqual([['new', 'added', []]]);
  });

  it('takes silence for news only from the source that had told the fact', () => {
    const offer = aToldOffer('one', { [inputPrice]: '1', shutdownOn: '2027-01-01' });
    const silent = aToldOffer('one', { [inputPrice]: '1' });
    const own = judged([silent], { rows: rowsOfOffer(offer), readings: [aReading([offer])] });
    expect(own.changes[0]?.fields).toMatchObject([{ field: 'shutdownOn', before: '2027-01-01', after: null }]);
    const others = judged([silent], { rows: rowsOfOffer(offer, { source: 'page' }), readings: [aReading([offer])] });
    expect(others.changes).toEqual([]);
  });

  it('says that a model is gone only when the same source had listed it', () => {
    const offer = aToldOffer('one', { [inputPrice]: '1' });
    const rows = rowsOfOffer(offer);
    expect(judged([], { rows }).changes).toEqual([]);
    expect(judged([], { rows, readings: [aReading([offer])] }).changes).toMatchObject([
      { kind: 'removed', fields: [{ field: 'listed', before: 'yes', after: 'no' }] },
    ]);
  });

  it('lets an older document change nothing', () => {
    const rows = rowsOfOffer(aToldOffer('one', { [inputPrice]: '2' }), { observedAt: Date.parse('2026-11-24') });
    expect(judged([aToldOffer('one', { [inputPrice]: '1.9' })], { rows })).toMatchObject({
      changes: [],
      conflicts: [{ held: '2', told: '1.9' }],
    });
  });

  it('applied once leaves no difference, whatever was told', () => {
    const value = fc.record({ [inputPrice]: fc.integer({ min: 0, max: 99 }), contextTokens: fc.integer({ min: 1 }) });
    const offers = fc.dictionary(fc.stringMatching(/^[a-z]{1,3}$/), value);
    const toOffers = (told: Record<string, Record<string, number>>) =>
      Object.entries(told).map(([model, values]) =>
        aToldOffer(model, Object.fromEntries(Object.entries(values).map(([field, one]) => [field, String(one)]))),
      );
    fc.assert(
      fc.property(offers, offers, (before, after) => {
        const rows = toOffers(before).flatMap((one) => rowsOfOffer(one));
        const reading = aReading(toOffers(after));
        const input = { present: presentCatalog(rows), reading, readings: [], namesInUse: new Set<string>() };
        const applied = judgeReading(input).changes.flatMap(({ offer, fields }) =>
          fields.map(({ field, after: value }) =>
            aCatalogRow({ ...offer, field, value, observedAt: reading.observedAt }),
          ),
        );
        const present = presentCatalog([...rows, ...applied]);
        expect(judgeReading({ ...input, present }).changes).toEqual([]);
      }),
    );
  });
});

describe('the quarantine', () => {
  const price = (value: string) => ({ [inputPrice]: value });

  it.each([
    ['2', '5.999999', []],
    ['2', '6', ['price-does-not-jump']],
    ['3', '1', ['price-does-not-jump']],
    ['3', '1.000000000001', []],
  ])('lets a price go from %s to %s: held by %j', (before, after, rules) => {
    expect(held(price(before), price(after))).toEqual(rules);
  });

  it('holds what becomes free, what ceases to be, and what is new and free', () => {
    expect(held(price('2'), price('0'))).toEqual(['nothing-is-free-by-mistake']);
    expect(held(price('0'), price('2'))).toEqual(['nothing-is-free-by-mistake']);
    expect(held({}, price('0'), { rows: [] })).toEqual(['nothing-is-free-by-mistake']);
  });

  it('holds cached input that would cost more than fresh input, whichever of the two moved', () => {
    const both = { [inputPrice]: '1', [cachedPrice]: '0.9' };
    expect(held(both, { ...both, [cachedPrice]: '1.1' })).toEqual(['cached-costs-no-more-than-fresh']);
    expect(held(both, { ...both, [inputPrice]: '0.8' })).toEqual(['cached-costs-no-more-than-fresh']);
    expect(held(both, { ...both, [cachedPrice]: '1' })).toEqual([]);
  });

  it('holds a batch that would cost more than a call', () => {
    const both = { [inputPrice]: '1', 'price/batch/input': '0.5' };
    expect(held(both, { ...both, 'price/batch/input': '1.01' })).toEqual(['batch-costs-no-more-than-standard']);
  });

  it('holds output that would cost a tenth of input', () => {
    const both = { [inputPrice]: '1', [outputPrice]: '0.25' };
    expect(held(both, { ...both, [outputPrice]: '0.1' })).toContain('output-costs-what-output-costs');
    expect(held(both, { ...both, [outputPrice]: '0.11' })).toEqual([]);
  });

  it('holds a context that would lose more than half', () => {
    expect(held({ contextTokens: '1048576' }, { contextTokens: '8192' })).toEqual(['context-does-not-shrink']);
    expect(held({ contextTokens: '1000' }, { contextTokens: '500' })).toEqual([]);
  });

  it('holds an end that comes earlier or is gone, and lets it be put off', () => {
    const end = (day: string) => ({ shutdownOn: day });
    expect(held(end('2027-01-14'), end('2026-10-23'))).toEqual(['date-does-not-move-earlier']);
    expect(held(end('2026-10-23'), end('2027-01-14'))).toEqual([]);
    const readings = [aReading([aToldOffer('one', end('2027-01-14'))])];
    expect(held(end('2027-01-14'), {}, { readings })).toEqual(['date-does-not-vanish']);
  });

  it('holds that a model is gone only while it is in use', () => {
    const offer = aToldOffer('org/One', price('1'));
    const told = { rows: rowsOfOffer(offer), readings: [aReading([offer])] };
    expect(judged([], told).changes[0]?.findings).toEqual([]);
    expect(judged([], { ...told, inUse: ['one'] }).changes[0]?.findings).toMatchObject([
      { rule: 'model-in-use-stays-listed' },
    ]);
  });

  it('wants a second source for prices of a model in use, and the provider needs none', () => {
    const inUse = ['one'];
    const other = aReading([aToldOffer('one', price('3'))], { kind: 'models.dev', source: 'models.dev' });
    expect(held(price('2'), price('3'), { inUse })).toEqual(['two-sources-agree-where-it-matters']);
    expect(held(price('2'), price('3'), { inUse, readings: [other] })).toEqual([]);
    const vendor = { kind: 'vendor', source: 'vendor:acme', rank: sourceRanks.providerApi } as const;
    expect(held({}, { shutdownOn: '2027-01-01' }, { inUse, more: vendor })).toEqual([]);
  });

  it('holds what a better source contradicts, shows the conflict, and asks about it once', () => {
    const page = { source: 'the price page', rank: sourceRanks.providerPage };
    const rows = rowsOfOffer(aToldOffer('one', { shutdownOn: '2026-10-23' }), page);
    const wrong = aToldOffer('one', { shutdownOn: '2026-12-06' });
    const first = judged([wrong], { rows });
    expect(first.changes[0]?.findings).toMatchObject([{ rule: 'better-source-agrees' }]);
    const conflict = { held: '2026-10-23', heldSource: 'the price page', told: '2026-12-06', toldBy: 'litellm' };
    expect(first.conflicts).toMatchObject([conflict]);
    const again = judged([wrong], { rows, readings: [aReading([wrong])] });
    expect(again).toMatchObject({ changes: [], conflicts: [conflict] });
  });
});

describe('the hold of a whole refresh', () => {
  const many = (count: number, value: string) =>
    Array.from({ length: count }, (_, index) => aToldOffer(`m${index}`, { [inputPrice]: value }));
  const rows = many(1000, '1').flatMap((one) => rowsOfOffer(one));

  it.each([
    [20, null],
    [21, '21 of 1000 models would change at once (2.1 %, above 2 %): the source may have changed its form.'],
  ])('with %i of 1000 models changed is %j', (count, hold) => {
    expect(judged([...many(count, '1.1'), ...many(1000, '1').slice(count)], { rows }).hold).toBe(hold);
  });

  it('does not count models that are new', () => {
    expect(judged(many(500, '1')).hold).toBeNull();
  });

  it('leaves small catalogues to the look at each change', () => {
    const few = many(9, '1').flatMap((one) => rowsOfOffer(one));
    expect(judged(many(9, '1.1'), { rows: few }).hold).toBeNull();
  });
});
