import type { PriceRow } from '../use-catalogue';
import { hostsOf, priceChart } from './price-steps';

const row = (parts: Record<string, unknown>) =>
  ({
    host: 'openai',
    region: null,
    tier: 'standard',
    component: 'input',
    usdPerMillionTokens: '5',
    abovePromptTokens: null,
    validFrom: '2026-01-01',
    validUntil: null,
    ...parts,
  }) as unknown as PriceRow;
const today = Date.parse('2026-11-25T12:00:00Z');

describe('prices over time', () => {
  it('step on the day on which the new price begins to hold', () => {
    const rows = [row({ validUntil: '2026-06-01' }), row({ validFrom: '2026-06-01', usdPerMillionTokens: '2.50' })];
    const { times, series } = priceChart(rows, 'openai', today);
    expect(times.map((at) => new Date(at * 1000).toISOString().slice(0, 10))).toEqual([
      '2026-01-01',
      '2026-06-01',
      '2026-11-25',
    ]);
    expect(series).toMatchObject([{ label: 'input', values: [5, 2.5, 2.5] }]);
  });

  it('have a gap where nothing is told any more, and no zero', () => {
    const rows = [row({ validUntil: '2026-06-01' }), row({ validFrom: '2026-06-01', usdPerMillionTokens: null })];
    expect(priceChart(rows, 'openai', today).series[0]?.values).toEqual([5, null, null]);
  });

  it('leave batches, long prompts and other hosts to the table', () => {
    const rows = [row({}), row({ tier: 'batch' }), row({ abovePromptTokens: 200_000 }), row({ host: 'azure' })];
    expect(hostsOf(rows)).toEqual(['openai', 'azure']);
    expect(priceChart(rows, 'openai', today).series).toHaveLength(1);
  });
});
