import { isRefusal } from '../../kernel/refusal.js';
import { lineKey, type TrafficLine } from '../traffic/traffic-state.js';
import type { TrafficDay } from '../traffic/traffic-store.js';
import { checkInvoice } from './check-invoice.js';
import { type Invoice, type InvoiceLine, invoiceFacts } from './invoice.js';

const dayMs = 86_400_000;
const october = Date.parse('2026-10-01T00:00:00Z');

function aDay(day: string, vendor: string, inputTokens: number): TrafficDay {
  const group = { vendor, modelAsked: 'm', modelServed: null, criticality: 'untold' } as const;
  const line: TrafficLine = {
    ...group,
    ...{ calls: 10, worstFeatures: { A: 10, B: 0, C: 0, D: 0 }, unread: 0, stateful: 0, replayable: 10 },
    ...{ inputTokens, cachedTokens: 0, outputTokens: 0, costNanoUsd: 0, unpriced: 0, firstAt: 0, lastAt: 0 },
    ...{ sampleIds: [], statefulIds: [] },
  };
  return { day, state: { lines: { [lineKey(group)]: line }, features: {}, fingerprints: {}, failedCalls: 0 } };
}

function anInvoice(...lines: Partial<InvoiceLine>[]): Invoice {
  const base = { vendor: 'openai', model: null, fromAt: october, untilAt: october + 31 * dayMs, calls: null };
  const numbers = { inputTokens: 1000, outputTokens: 0, amount: 10, currency: 'USD' };
  return {
    id: 'inv_1',
    projectId: 'prj_one',
    fromAt: october,
    untilAt: october + 31 * dayMs,
    lines: lines.map((line) => ({ ...base, ...numbers, ...line })),
    createdBy: 'ada',
    createdAt: 1,
  };
}

describe('an invoice beside what was captured', () => {
  it('shows the tokens that went past the gateway', () => {
    const days = [aDay('2026-10-02', 'openai', 700), aDay('2026-11-01', 'openai', 900)];
    expect(invoiceFacts([anInvoice({})], days)).toMatchObject({ invoicedTokens: 1000, capturedTokens: 700 });
  });

  it('does not let one vendor, of which more was captured, hide that another was bypassed', () => {
    const days = [aDay('2026-10-02', 'openai', 5000)];
    const facts = invoiceFacts([anInvoice({}, { vendor: 'azure' })], days);
    expect(facts).toMatchObject({ invoicedTokens: 2000, capturedTokens: 1000 });
  });

  it('counts a line that was imported again once, as it was told last', () => {
    const facts = invoiceFacts([anInvoice({ inputTokens: 500 }), anInvoice({ inputTokens: 1000 })], []);
    expect(facts?.invoicedTokens).toBe(500);
  });

  it('knows no shares of money in several currencies', () => {
    expect(invoiceFacts([anInvoice({}, { vendor: 'azure', currency: 'EUR' })], [])?.spendByVendor).toEqual({});
  });

  it('is nothing where there is none', () => {
    expect(invoiceFacts([], [])).toBeNull();
  });
});

describe('an invoice that is brought', () => {
  it('is read from CSV with quotes, commas and line ends in fields', () => {
    const csv =
      'vendor,from,until,inputTokens,outputTokens,amount,currency\r\n"ac""me, inc",2026-10-01,2026-11-01,5,,1.5,USD\r\n';
    expect(checkInvoice({ csv })).toEqual([
      expect.objectContaining({ vendor: 'ac"me, inc', inputTokens: 5, outputTokens: null, amount: 1.5, model: null }),
    ]);
  });

  it.each([
    ['no lines', { csv: 'vendor,from,until,amount,currency\n' }],
    ['neither form', {}],
    ['a column that is missing', { csv: 'vendor,from,until,amount\na,2026-10-01,2026-11-01,1\n' }],
    ['a quote that does not end', { csv: 'vendor,from,until,amount,currency\n"a,2026-10-01,2026-11-01,1,USD\n' }],
    ['text after a quote', { csv: 'vendor,from,until,amount,currency\n"a"b,2026-10-01,2026-11-01,1,USD\n' }],
    ['a number that is none', { csv: 'vendor,from,until,amount,currency\na,2026-10-01,2026-11-01,1e,USD\n' }],
    ['a period that ends first', { csv: 'vendor,from,until,amount,currency\na,2026-11-01,2026-10-01,1,USD\n' }],
    ['a line told twice', { csv: `vendor,from,until,amount,currency\n${'a,2026-10-01,2026-11-01,1,USD\n'.repeat(2)}` }],
  ])('is refused whole for %s', (_, brought) => {
    expect(isRefusal(checkInvoice(brought))).toBe(true);
  });
});
