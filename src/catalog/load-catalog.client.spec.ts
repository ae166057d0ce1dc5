import { isPrice } from '../kernel/money.js';
import { loadCatalog } from './load-catalog.client.js';
import { readCatalogModels } from './read-catalog-models.js';

const row = {
  id: 'm',
  developer: 'Acme',
  openness: 'open',
  kind: 'chat',
  source: 'model repository',
  observedOn: '2026-11-25',
};

describe('the catalogue that ships', () => {
  const catalog = loadCatalog();

  it.each([
    'gpt-4',
    'gpt-4o',
    'gpt-4.1',
    'gpt-5',
    'gemini-1.5-pro',
    'gemini-2.0-flash',
    'gemini-2.5-flash',
    'meta-llama/Llama-2-7b-chat-hf',
    'meta-llama/Llama-3.3-70B-Instruct',
    'mistralai/Mistral-7B-Instruct-v0.3',
    'mistralai/Mixtral-8x7B-Instruct-v0.1',
    'Qwen/Qwen2.5-7B-Instruct',
    'google/gemma-2-9b-it',
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
});

describe('a row of the catalogue', () => {
  it.each([
    [{ prices: { input: 2.5 } }, 'prices.input'],
    [{ prices: { input: '2,5' } }, 'prices.input'],
    [{ prices: { inputs: '2' } }, 'prices.inputs'],
    [{ longPromptPrices: { input: '2' } }, 'longPromptPrices.abovePromptTokens'],
    [{ kontext: 1 }, 'kontext'],
    [{ contextTokens: '8k' }, 'contextTokens'],
    [{ openness: 'ajar' }, 'openness'],
    [{ kind: 'oracle' }, 'kind'],
    [{ source: '' }, 'source'],
    [{ shutdownOn: 'soon' }, 'shutdownOn'],
    [{ observedOn: undefined }, 'observedOn'],
    [{ aliases: 'n' }, 'aliases'],
    [{ aliases: ['M'] }, 'named twice'],
  ])('with %j is faulty at %s', (parts, word) => {
    expect(() => readCatalogModels([{ ...row, ...parts }])).toThrow(word);
  });

  it('needs nothing but a name, a kind and a source', () => {
    expect(readCatalogModels([row])).toEqual([
      expect.objectContaining({ prices: null, contextTokens: null, licence: null }),
    ]);
  });

  it('is one of a list', () => {
    expect(() => readCatalogModels(undefined)).toThrow('models');
  });
});
