import { loadCatalog } from '../load-catalog.client.js';
import { plainModelName } from './developer-of.js';
import { cacheBytesPerToken, parametersOf } from './model-memory.js';
import { opennessClassOf, opennessParts } from './openness-class.js';
import { readModels } from './read-models.js';

const catalog = loadCatalog();

describe('the developer behind a name', () => {
  it.each([
    ['gpt-4o-2024-08-06', 'OpenAI'],
    ['openrouter/openai/gpt-4o', 'OpenAI'],
    ['azure/gpt-4.1-mini', 'OpenAI'],
    ['ft:gpt-4o-2024-08-06:acme::abc', 'OpenAI'],
    ['models/gemini-2.5-pro', 'Google'],
    ['us.anthropic.claude-3-opus-20240229-v1:0', 'Anthropic'],
    ['meta.llama3-8b-instruct-v1:0', 'Meta'],
    ['together_ai/meta-llama/Llama-3.3-70B-Instruct-Turbo', 'Meta'],
    ['EleutherAI/gpt-neo-2.7B', 'EleutherAI'],
    ['gpt-neo-125m', 'EleutherAI'],
    ['fireworks/mixtral-8x22b-instruct', 'Mistral AI'],
    ['baseline-student:art_01kc0000000000000000000000', 'Openward'],
    ['in-house-model', null],
  ])('%s is %j', (name, developer) => {
    expect(catalog.developerOf(name)).toBe(developer);
  });

  it('does not lose what is part of the name', () => {
    expect(plainModelName('llama2:7b')).toBe('llama2:7b');
    expect(plainModelName('ft:gpt-4o-mini:acme:tone:id')).toBe('gpt-4o-mini');
  });
});

describe('the shape of a decoder', () => {
  const withShape = catalog.all().filter(({ shape, kind }) => shape !== null && kind === 'chat');

  it.each([
    ['meta-llama/Llama-2-7b-chat-hf', 6_738_415_616, 524_288],
    ['meta-llama/Llama-2-13b-chat-hf', 13_015_864_320, 819_200],
    ['meta-llama/Llama-2-70b-chat-hf', 68_976_648_192, 327_680],
  ])('of %s gives %d parameters and %d bytes of cache for each token', (id, parameters, bytes) => {
    const shape = catalog.find(id)?.shape;
    expect(shape && [parametersOf(shape), cacheBytesPerToken(shape)]).toEqual([parameters, bytes]);
  });

  it('agrees with the count in the catalogue for every dense Llama and Mistral with its own output matrix', () => {
    const dense = withShape.filter(({ id }) => /Llama-(2|3\.1|3\.3)|Meta-Llama-3|Mistral-7B/.test(id));
    expect(dense.length).toBeGreaterThan(8);
    for (const { id, shape, parameters } of dense) {
      expect([id, shape && parametersOf(shape)]).toEqual([id, parameters]);
    }
  });
});

describe('a count of parameters', () => {
  const shape = { layers: 2, hidden: 64, feedForward: 256, heads: 4, keyValueHeads: 2, vocabulary: 1000 };
  const entry = {
    id: 'm',
    developer: 'Acme',
    openness: 'open',
    kind: 'chat',
    source: 'card',
    observedOn: '2026-11-25',
  };
  const faultsOf = (parameters: number, more: object = {}) => {
    const faults: string[] = [];
    readModels({ models: [{ ...entry, parameters, shape, ...more }] }, faults);
    return faults;
  };
  const untied = parametersOf(shape);

  it('fits the shape with its output matrix apart, or shared with the input', () => {
    expect([untied, untied - 64_000, untied + 128].flatMap((count) => faultsOf(count))).toEqual([]);
  });

  it('is a fault where a digit was lost, and nothing follows for mixtures of experts', () => {
    expect(faultsOf(Math.round(untied / 10)).join()).toContain('parameters');
    expect(faultsOf(untied * 2).join()).toContain('does not fit the shape');
    expect(faultsOf(untied * 2, { activeParameters: untied })).toEqual([]);
  });
});

describe('the class of openness', () => {
  const all = [...opennessParts.I, ...opennessParts.II, ...opennessParts.III];

  it.each([
    [all, 'I'],
    [[...opennessParts.II, ...opennessParts.III], 'II'],
    [opennessParts.III, 'III'],
    [opennessParts.III.filter((part) => part !== 'data-card'), 'below'],
    [all.filter((part) => part !== 'training-code'), 'III'],
    [[], 'below'],
  ])('of %j is %s', (parts, name) => {
    expect(opennessClassOf(new Set(parts))).toBe(name);
  });
});

describe('a successor', () => {
  it('makes a model older by the month', () => {
    const months = catalog.supersededMonthsOf('meta-llama/Llama-2-7b-chat-hf') ?? 0;
    const since = (Date.now() - Date.parse('2024-04-18')) / (86_400_000 * 30.4375);
    expect(months).toBeCloseTo(since, 3);
  });

  it('is none for a model without one, and unknown where its release is', () => {
    expect(catalog.supersededMonthsOf('meta-llama/Llama-3.3-70B-Instruct')).toBe(0);
    expect(catalog.supersededMonthsOf('google/gemma-3-27b-it')).toBeNull();
    expect(catalog.supersededMonthsOf('no-such-model')).toBeNull();
  });
});
