import fc from 'fast-check';
import { anExchange } from '../../../test/builders/an-exchange.js';
import { readExchange } from './read-exchange.js';
import { type KnownNames, trafficFacts } from './traffic-facts.js';
import { mergeTraffic, nothingSeen, otherName, type TrafficState } from './traffic-state.js';

const names: KnownNames = {
  developerOf: (model, vendor) => (model?.startsWith('gpt') ? 'OpenAI' : vendor),
  isSameModel: (one, other) => one === 'gpt-5' && other === 'gpt-five-2025-08-07',
  movingNames: new Set(),
};
const question = { criticality: null, names, fromAt: 0, untilAt: 1 } as const;
const sum = (states: readonly TrafficState[]) => states.reduce(mergeTraffic, nothingSeen);

const call = fc
  .record({
    vendor: fc.constantFrom('openai', 'azure', 'own'),
    modelAsked: fc.constantFrom('gpt-4o', 'gpt-4o-2024-08-06', null),
    modelServed: fc.constantFrom('gpt-4o-2024-08-06', 'gpt-4.1', null),
    outcome: fc.constantFrom('ok' as const, 'timeout' as const),
    at: fc.integer({ min: 1, max: 1e12 }),
    promptTokens: fc.integer({ min: 0, max: 1e6 }),
    request: fc.constantFrom(null, Buffer.from('{"tools":[{"type":"file_search"}]}'), Buffer.from('{}')),
  })
  .map((parts) => readExchange(anExchange(parts)));

describe('the state of traffic', () => {
  it('is the same whatever way calls are put together', () => {
    fc.assert(
      fc.property(fc.array(call, { maxLength: 12 }), fc.nat(12), (calls, cut) => {
        const halves = mergeTraffic(sum(calls.slice(0, cut)), sum(calls.slice(cut)));
        expect(halves).toEqual(sum(calls));
        expect(trafficFacts({ ...question, state: sum([...calls].reverse()) })).toEqual(
          trafficFacts({ ...question, state: halves }),
        );
      }),
    );
  });

  it('stays small, however many names clients make up', () => {
    const calls = Array.from({ length: 300 }, (_, at) => readExchange(anExchange({ modelAsked: `name-${at}` })));
    const lines = Object.values(sum(calls).lines);
    expect(lines.length).toBeLessThanOrEqual(201);
    expect(lines.reduce((all, line) => all + line.calls, 0)).toBe(300);
    expect(lines.find((line) => line.modelAsked === otherName)?.calls).toBe(100);
  });
});

describe('what thirty days of calls say', () => {
  const at = (parts: Parameters<typeof anExchange>[0]) => readExchange(anExchange(parts));

  it('is nothing where no call was answered', () => {
    expect(trafficFacts({ ...question, state: at({ outcome: 'timeout' }) })).toBeNull();
  });

  it('weighs the share of the vendor by the criticality of the flows', () => {
    const own = { arm: 'candidate', route: 'candidate' } as const;
    const state = sum([at({ tags: { criticality: 'critical' } }), at({ ...own, tags: { criticality: 'low' } })]);
    expect(trafficFacts({ ...question, state })).toMatchObject({ calls: 2, criticalCalls: 1, vendorShare: 0.8 });
  });

  it('takes calls that tell nothing by the criticality of the project', () => {
    const facts = trafficFacts({ ...question, criticality: 'critical', state: at({ tags: {} }) });
    expect(facts?.criticalCalls).toBe(1);
  });

  it('sees one developer behind two resellers', () => {
    const state = sum([at({ vendor: 'azure', modelServed: 'gpt-4o' }), at({ vendor: 'openai', modelServed: 'gpt-5' })]);
    expect(trafficFacts({ ...question, state })?.callsByDeveloper).toEqual({ OpenAI: 2 });
  });

  it('tells a silent change from an alias that the catalogue knows', () => {
    const state = sum([
      at({ modelAsked: 'gpt-5', modelServed: 'gpt-five-2025-08-07' }),
      at({ modelAsked: 'gpt-4o', modelServed: 'gpt-4.1', id: 'exc_x' }),
      at({ modelAsked: 'gpt-4o', modelServed: null }),
    ]);
    expect(trafficFacts({ ...question, state })).toMatchObject({
      callsNamingModel: 2,
      callsServedByOther: 1,
      sampleIds: { servedByOther: ['exc_x'] },
    });
  });

  it('does not know the spending as soon as one call has no price', () => {
    const state = sum([at({ costNanoUsd: 5 }), at({ costNanoUsd: null })]);
    expect(trafficFacts({ ...question, state })?.spendNanoUsdByVendor).toBeNull();
  });
});
