// Published and hand-made figures, recomputed by the catalogue's arithmetic.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { csvRows } from '../../test/builders/a-catalog.js';
import { callCostNanoUsd } from '../kernel/money.js';
import { usdPerMillionOutputTokens } from './compute/load-curve.js';
import { loadCatalogDocuments } from './load-catalog.client.js';

function usd(tokens: readonly [fresh: number, cached: number, output: number], perMillion: readonly string[]): number {
  const [fresh, cached, output] = tokens;
  const [input = null, cachedInput = null, out = null] = perMillion;
  const usage = { promptTokens: fresh + cached, cachedTokens: cached, completionTokens: output };
  const prices = {
    usdPerMillionInputTokens: input,
    usdPerMillionCachedInputTokens: cachedInput,
    usdPerMillionOutputTokens: out,
  };
  return (callCostNanoUsd(usage, prices) ?? Number.NaN) / 1e9;
}

describe('published costs', () => {
  it('of one call with cached tokens: 0.011684 USD, and not the 0.01946 of whoever forgets the cache', () => {
    expect(usd([6074 - 3456, 3456, 285], ['2.5', '0.25', '15'])).toBe(0.011684);
  });

  it('of a session with two models, reads and writes of a cache: 5.942945 USD', () => {
    const written = usd([293_700, 0, 0], ['3.75']);
    const sonnet = usd([450, 14_000_000, 36_100], ['3', '0.3', '15']);
    const haiku = usd([105_400, 0, 3600], ['0.8', '0.08', '4']);
    expect(written + sonnet + haiku).toBeCloseTo(5.942945, 9);
  });

  it('of a month of GPT-4o: 400 USD', () => {
    expect(usd([60e6, 40e6, 20e6], ['2.5', '1.25', '10'])).toBe(400);
  });

  it('of GPT-5 at ten million tokens a day, half of them answers: 1,687.50 USD a month, ten times what was published', () => {
    expect(usd([150e6, 0, 150e6], ['1.25', '0.125', '10'])).toBe(1687.5);
  });

  it('of Llama 2 70B on four processors at seven tenths of 2,400 tokens a second: 1.46 USD a million', () => {
    expect(usdPerMillionOutputTokens(4 * 2.21, 2400 * 0.7)).toBeCloseTo(1.4616, 4);
  });

  it('by the dollar: 132,441 and 70,391 tokens', () => {
    const tokensPerUsd = (tokens: number, usdPerHour: number) =>
      Math.round(1e6 / (usdPerMillionOutputTokens(usdPerHour, tokens) ?? 0));
    expect([tokensPerUsd(110, 2.99), tokensPerUsd(35, 1.79)]).toEqual([132_441, 70_391]);
  });
});

const shortNames: Readonly<Record<string, string>> = {
  'Llama-3.1-8B': 'meta-llama/Llama-3.1-8B-Instruct',
  'Qwen3-30B-A3B': 'Qwen/Qwen3-30B-A3B',
  'Mixtral-8x7B': 'mistralai/Mixtral-8x7B-Instruct-v0.1',
};
const measured = join(process.env.OPENWARD_TEST_DATA ?? '', 'catalog/gpu_load_curves.csv');
const isThere = process.env.OPENWARD_TEST_DATA !== undefined && existsSync(measured);

if (isThere) {
  it('meets the published costs at a measured load within one percent, all 42, by the shipped curves', () => {
    const { loadCurves } = loadCatalogDocuments();
    const rows = csvRows(measured);
    const far = rows.filter((row) => {
      const model = shortNames[row.model ?? ''];
      const curve = loadCurves.find((one) => one.model === model && one.precision === row.precision);
      const point = curve?.points.find(({ requestsPerSecond }) => requestsPerSecond === Number(row.offered_rps));
      const cost = curve && point ? usdPerMillionOutputTokens(curve.usdPerHour, point.outputTokensPerSecond) : null;
      return cost === null || Math.abs(cost / Number(row.published_usd_per_M_output) - 1) > 0.01;
    });
    expect([rows.length, far]).toEqual([42, []]);
  });
} else {
  it('compares no public measurement: OPENWARD_TEST_DATA names no directory that holds catalog/', () => {
    expect(isThere).toBe(false);
  });
}
