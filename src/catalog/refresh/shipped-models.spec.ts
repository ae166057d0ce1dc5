import type { ModelIdentity } from '../models/model-identity.js';
import type { PriceRow } from '../prices/price-row.js';
import { offerKey } from './catalog-row.js';
import { heldValue, presentCatalog } from './present-catalog.js';
import { rowsOfDocuments } from './shipped-models.js';

const identity: ModelIdentity = {
  id: 'gpt-4',
  aliases: ['gpt-4-0613', 'models/gpt-4'],
  developer: 'OpenAI',
  host: 'openai',
  openness: 'closed',
  kind: 'chat',
  modalitiesIn: ['text'],
  contextTokens: 8192,
  outputTokensMax: null,
  parameters: null,
  activeParameters: null,
  shape: null,
  licence: null,
  licenceFamily: null,
  opennessClass: null,
  opennessSource: null,
  weightsRepository: null,
  releasedOn: null,
  supersededBy: [],
  note: null,
  source: 'model page',
  observedOn: '2026-11-25',
};

const price: PriceRow = {
  model: 'gpt-4',
  host: 'openai',
  region: null,
  tier: 'standard',
  component: 'input',
  usdPerMillionTokens: '30.0',
  abovePromptTokens: null,
  validFrom: '2023-03-14',
  validUntil: null,
  observedAt: Date.parse('2026-11-25T00:00:00Z'),
  source: 'price page',
  url: null,
  freeBecause: null,
  isOverride: false,
};

const told = (by: 'provider-page' | 'price-file', shutdownOn: string) => ({
  by,
  source: by,
  url: null,
  accessedOn: '2026-11-01',
  shutdownOn,
  earliestShutdownOn: null,
  says: null,
  saidBefore: [],
});

const documents = {
  models: [identity],
  prices: [
    { ...price, validFrom: '2024-01-01' },
    { ...price, usdPerMillionTokens: '60', validUntil: '2024-01-01', observedAt: price.observedAt + 1 },
    { ...price, tier: 'tuned' as const },
    { ...price, host: 'azure', region: 'eu', usdPerMillionTokens: '33' },
  ],
  lifecycle: {
    records: [
      {
        model: 'gpt-4',
        announcedOn: null,
        deprecatedOn: null,
        behaviour: null,
        replacements: [],
        told: [told('price-file', '2025-06-06'), told('provider-page', '2026-10-23')],
      },
    ],
    notices: [],
  },
};

describe('what comes with the program, as rows', () => {
  const present = presentCatalog(rowsOfDocuments(documents));
  const of = (model: string, host = 'openai', region: string | null = null) =>
    present.get(offerKey({ host, region, model }));

  it('stands under each name of the model at its own host', () => {
    expect([...present.keys()].sort()).toEqual([
      'azure|eu|gpt-4',
      'azure|eu|gpt-4-0613',
      'openai||gpt-4',
      'openai||gpt-4-0613',
    ]);
    expect(heldValue(of('gpt-4-0613'), 'contextTokens')).toBe('8192');
  });

  it('holds the end that the better source tells, and the price that came last', () => {
    expect(heldValue(of('gpt-4-0613'), 'shutdownOn')).toBe('2026-10-23');
    expect(of('gpt-4')?.facts.get('shutdownOn')?.rank).toBe(3);
    expect(heldValue(of('gpt-4'), 'price/standard/input')).toBe('30');
    expect(heldValue(of('gpt-4', 'azure', 'eu'), 'price/standard/input')).toBe('33');
  });

  it('knows no tier that no source tells', () => {
    expect([...(of('gpt-4')?.facts.keys() ?? [])].filter((field) => field.includes('tuned'))).toEqual([]);
  });
});
