import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { overriddenModel } from './override.js';
import { readOverrides } from './read-overrides.js';

function faultsOf(document: unknown): string {
  const faults: string[] = [];
  readOverrides('own.yaml', document, faults);
  return faults.join('\n');
}

const price = { model: 'm', host: 'h', input: '1', validFrom: '2026-01-01', until: '2027-01-01', because: 'contract' };

describe('a file of overrides', () => {
  it('reads as its own page shows it', () => {
    const page = readFileSync(resolve(__dirname, '../../../config/overrides/README.md'), 'utf8');
    const faults: string[] = [];
    const read = readOverrides('own.yaml', parse(/```yaml\n([\s\S]*?)```/.exec(page)?.[1] ?? ''), faults);
    expect(faults).toEqual([]);
    expect(read.map((one) => [one.change.kind, overriddenModel(one)])).toEqual([
      ['price', 'gpt-4o'],
      ['end', 'gpt-4o'],
      ['model', 'bank/complaints-7b'],
      ['curve', 'meta-llama/Llama-3.1-8B-Instruct'],
    ]);
  });

  it.each([
    [{ because: undefined }, 'because must be a text'],
    [{ until: undefined }, 'until must be given'],
    [{ until: '2025-01-01' }, 'until does not lie after validFrom'],
    [{ input: '0' }, 'freeBecause must say why'],
    [{ input: undefined }, 'input or another price'],
    [{ usd: '1' }, 'usd is no known key'],
  ])('with %j is faulty: %s', (parts, words) => {
    expect(faultsOf({ prices: [{ ...price, ...parts }] })).toContain(words);
  });

  it('is a map of the known lists', () => {
    expect(faultsOf(null)).toContain('must be a map of lists');
    expect(faultsOf({ prizes: [] })).toContain('prizes: is no known list');
  });
});
