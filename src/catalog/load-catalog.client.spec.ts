import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isPrice } from '../kernel/money.js';
import { readGpuPrices } from './compute/gpu-price.js';
import { readLifecycle } from './lifecycle/read-lifecycle.js';
import { loadCatalog, loadCatalogDocuments, loadOverrides } from './load-catalog.client.js';
import { readModels } from './models/read-models.js';
import { readPrices } from './prices/read-prices.js';

const row = {
  id: 'm',
  developer: 'Acme',
  openness: 'open',
  kind: 'chat',
  source: 'model repository',
  observedOn: '2026-11-25',
};

type Read = (document: unknown, faults: string[]) => unknown;

function faultsOf(read: Read, document: unknown): string {
  const faults: string[] = [];
  read(document, faults);
  return faults.join('\n');
}

describe('the catalogue that ships', () => {
  const catalog = loadCatalog();

  it.each([
    'gpt-4',
    'gpt-4-32k',
    'gpt-4-turbo',
    'gpt-4o',
    'gpt-4o-mini',
    'gpt-4.1',
    'gpt-4.1-mini',
    'gpt-4.1-nano',
    'gpt-5',
    'gpt-5.5',
    'gemini-1.5-pro',
    'gemini-1.5-flash',
    'gemini-2.0-flash',
    'gemini-2.0-flash-lite',
    'gemini-2.5-pro',
    'gemini-2.5-flash',
    'gemini-2.5-flash-lite',
    'meta-llama/Llama-2-7b-chat-hf',
    'meta-llama/Llama-2-13b-chat-hf',
    'meta-llama/Llama-2-70b-chat-hf',
    'meta-llama/Meta-Llama-3-8B-Instruct',
    'meta-llama/Llama-3.1-405B-Instruct',
    'meta-llama/Llama-3.2-11B-Vision-Instruct',
    'meta-llama/Llama-3.3-70B-Instruct',
    'mistralai/Mistral-7B-Instruct-v0.3',
    'mistralai/Mixtral-8x7B-Instruct-v0.1',
    'mistralai/Mixtral-8x22B-Instruct-v0.1',
    'Qwen/Qwen2.5-7B-Instruct',
    'Qwen/Qwen3-30B-A3B',
    'google/gemma-2-9b-it',
    'google/gemma-3-27b-it',
    'EleutherAI/gpt-neo-1.3B',
    'EleutherAI/gpt-neo-2.7B',
    'openai/clip-vit-base-patch32',
    'openward/baseline-student',
  ])('knows %s', (id) => {
    expect(catalog.find(id)).toMatchObject({ id, source: expect.stringMatching(/.{5,}/) });
  });

  it('finds a model by another of its names, in any case', () => {
    expect(catalog.find('LLAMA2:7B')?.id).toBe('meta-llama/Llama-2-7b-chat-hf');
    expect(catalog.find('no-such-model')).toBeNull();
  });

  it('prices every closed model, and no cached token above a fresh one', () => {
    for (const { id, openness, prices } of catalog.all()) {
      const { usdPerMillionInputTokens: fresh, usdPerMillionCachedInputTokens: cached } = prices ?? {};
      expect([id, openness !== 'closed' || (fresh != null && isPrice(fresh))]).toEqual([id, true]);
      expect([id, Number(cached ?? 0) <= Number(fresh ?? 0)]).toEqual([id, true]);
    }
  });

  it('gives every row a source and a day', () => {
    const { prices, lifecycle, gpuPrices, loadCurves } = loadCatalogDocuments();
    const told = lifecycle.records.flatMap((record) => record.told);
    for (const { source } of [...prices, ...told, ...lifecycle.notices, ...gpuPrices, ...loadCurves]) {
      expect(source).toMatch(/.{4,}/);
    }
    expect(prices.every(({ observedAt, validFrom }) => observedAt > 0 && validFrom !== '')).toBe(true);
  });

  it('has a licence on file for every open model', () => {
    const open = catalog.all().filter(({ openness }) => openness !== 'closed');
    expect(open.filter(({ id }) => catalog.licenceOf(id) === null)).toEqual([]);
  });
});

describe('a row of the models', () => {
  it.each([
    [{ kontext: 1 }, 'kontext'],
    [{ contextTokens: '8k' }, 'contextTokens'],
    [{ openness: 'ajar' }, 'openness'],
    [{ kind: 'oracle' }, 'kind'],
    [{ source: '' }, 'source'],
    [{ releasedOn: 'soon' }, 'releasedOn'],
    [{ observedOn: undefined }, 'observedOn'],
    [{ aliases: 'n' }, 'aliases'],
    [{ aliases: ['M'] }, 'named twice'],
    [{ modalitiesIn: ['smell'] }, 'modalitiesIn'],
    [{ supersededBy: ['n'] }, 'supersededBy'],
    [{ openParts: ['architecture'] }, 'opennessSource'],
    [{ openParts: ['roof'], opennessSource: 's' }, 'openParts must be among'],
    [{ shape: { layers: 1 } }, 'shape.hidden'],
  ])('with %j is faulty at %s', (parts, word) => {
    expect(faultsOf(readModels, { models: [{ ...row, ...parts }] })).toContain(word);
  });

  it('needs nothing but a name, a kind and a source', () => {
    const faults: string[] = [];
    expect(readModels({ models: [row] }, faults)).toEqual([
      expect.objectContaining({ contextTokens: null, licence: null, modalitiesIn: ['text'] }),
    ]);
    expect(faults).toEqual([]);
  });

  it('is one of a list', () => {
    expect(faultsOf(readModels, undefined)).toContain('models: must be a list');
  });
});

describe('a sheet of prices', () => {
  const sheet = { model: 'm', host: 'h', input: '2', validFrom: '2026-01-01', observedOn: '2026-07-24', source: 's' };
  const document = (...prices: unknown[]) => ({ sources: { s: { title: 'Some page' } }, prices });

  it.each([
    [{ input: 2.5 }, 'input must be decimal text'],
    [{ input: '2,5' }, 'input must be decimal text'],
    [{ inputs: '2' }, 'inputs is no known key'],
    [{ input: undefined }, 'input or another price must be given'],
    [{ input: '0' }, 'freeBecause must say why'],
    [{ output: '0.00' }, 'freeBecause must say why'],
    [{ freeBecause: 'a gift' }, 'freeBecause stands at a price that is not 0'],
    [{ source: undefined }, 'source must be a text'],
    [{ source: 't' }, 'source names t'],
    [{ observedOn: undefined }, 'observedOn must be given'],
    [{ validUntil: '2026-01-01' }, 'validUntil does not lie after'],
    [{ tier: 'gold' }, 'tier must be one of'],
  ])('with %j is faulty: %s', (parts, words) => {
    expect(faultsOf(readPrices, document({ ...sheet, ...parts }))).toContain(words);
  });

  it('does not say two things about one time', () => {
    const other = { ...sheet, input: '3', validFrom: '2026-03-01' };
    expect(faultsOf(readPrices, document(sheet, other))).toContain('told twice for the time from 2026-03-01 on');
    const ended = { ...sheet, validUntil: '2026-03-01' };
    expect(faultsOf(readPrices, document(ended, other))).toBe('');
    expect(faultsOf(readPrices, document(sheet, { ...other, observedOn: '2026-08-01' }))).toBe('');
  });

  it('is free where it says why', () => {
    expect(faultsOf(readPrices, document({ ...sheet, input: '0', freeBecause: 'it runs here' }))).toBe('');
  });
});

describe('an end', () => {
  const told = { by: 'provider-page', source: 's', accessedOn: '2025‑11‑13', shutdownOn: '2026‑03‑26' };
  const document = (record: unknown, notices: unknown[] = []) => ({
    sources: { s: { title: 'Some page' } },
    lifecycle: [record],
    notices,
  });

  it('is read whatever hyphens its days were printed with, and its days are ISO days then', () => {
    const faults: string[] = [];
    const { records } = readLifecycle(document({ model: 'm', told: [told] }), faults);
    expect(faults).toEqual([]);
    expect(records[0]?.told[0]).toMatchObject({ accessedOn: '2025-11-13', shutdownOn: '2026-03-26' });
  });

  it('without anybody who tells it is faulty', () => {
    expect(faultsOf(readLifecycle, document({ model: 'm' }))).toContain('told must say who says so');
  });

  it('on the day of its announcement is a misread page, not a notice', () => {
    const notice = { developer: 'A', what: 'x', announcedOn: '2025-09-26', shutdownOn: '2025-09-26', source: 's' };
    const faults = faultsOf(readLifecycle, document({ model: 'm', told: [told] }, [notice]));
    expect(faults).toContain('shutdownOn does not lie after announcedOn');
  });
});

it('takes no processor that costs nothing by the hour', () => {
  const price = { gpu: 'g', market: 'm', usdPerHour: 0, confidence: 'low', source: 's', observedOn: '2026-11-23' };
  expect(faultsOf(readGpuPrices, { sources: { s: { title: 'Some page' } }, gpuPrices: [price] })).toContain('a hole');
});

describe('what the operator says', () => {
  const documents = loadCatalogDocuments();

  it('needs a reason, an end and a model that exists; all faults are named at once', () => {
    const folder = mkdtempSync(join(tmpdir(), 'overrides-'));
    writeFileSync(
      join(folder, 'contract.yaml'),
      "prices:\n  - { model: gpt-nine, host: openai, input: '1', validFrom: '2026-01-01' }\nfoo: []\n",
    );
    for (const fault of ['because', 'until', 'foo: is no known list', 'gpt-nine, which is no id']) {
      expect(() => loadOverrides(documents, folder)).toThrow(fault);
    }
  });

  it('is nothing in a folder without files, and a fault where there is no folder', () => {
    expect(loadOverrides(documents, mkdtempSync(join(tmpdir(), 'overrides-')))).toEqual([]);
    expect(() => loadOverrides(documents, join(tmpdir(), 'no-such-folder'))).toThrow('catalog.overridesDirectory');
  });

  it('names the file that is no YAML', () => {
    const folder = mkdtempSync(join(tmpdir(), 'overrides-'));
    writeFileSync(join(folder, 'half.yaml'), 'prices: [');
    expect(() => loadOverrides(documents, folder)).toThrow('half.yaml: is no YAML');
  });
});
