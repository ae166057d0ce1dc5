import type { ModelLicence } from '../../catalog/licences/model-licence.js';
import { candidateRuling } from './candidate-licence.js';

const llama2: ModelLicence = {
  family: 'llama-2',
  models: ['llama-2'],
  licence: 'Llama 2 Community License',
  url: 'https://ai.meta.com/llama/license/',
  duties: [],
  limits: {
    isOpenSource: false,
    isCommercialAllowed: true,
    monthlyUsersMax: 700_000_000,
    hasUserLimit: true,
    usersCounted: 'on 2023-07-18',
    isEuMultimodalExcluded: false,
    mayTrainOthers: false,
    naming: null,
    noticeDuty: 'Keep the notice.',
    hasUsePolicy: true,
    outOfScope: null,
  },
  lastReviewed: '2026-11-25',
};
const unsaid = {
  ...{ monthlyUsers: null, isCommercial: null, isInEuropeanUnion: null },
  ...{ isMultimodal: null, isDistributed: null, trainsOthers: null },
};
const candidate = { model: 'meta-llama/Llama-2-7b-chat-hf', openness: 'open-weights', isOwn: false, licence: llama2 };
const stateOf = (id: string, use: Partial<typeof unsaid> | Record<string, unknown>) =>
  candidateRuling({ ...candidate, use: { ...unsaid, ...use } }).conditions.find((one) => one.id === id)?.state;

describe('the licence of a candidate', () => {
  it('ends at a number of users: beyond it is barred, at it is not, and unsaid is unknown', () => {
    const users = (monthlyUsers: number | null) => stateOf('users', { monthlyUsers });
    expect([users(700_000_001), users(700_000_000), users(null)]).toEqual(['broken', 'duty', 'unknown']);
  });

  it('bars improving other models where it says so', () => {
    const trains = (trainsOthers: boolean | null) => stateOf('training-others', { trainsOthers });
    expect([trains(true), trains(false), trains(null)]).toEqual(['broken', 'met', 'duty']);
  });

  it('asks nothing of what was trained here from nothing', () => {
    const own = { ...candidate, model: 'baseline-student', isOwn: true, licence: null, use: unsaid };
    expect(candidateRuling(own)).toEqual({
      ...{ model: 'baseline-student', openness: 'open', licence: 'own work', conditions: [] },
    });
  });

  it('is unknown, not free, where none is on file', () => {
    const unknown = { ...candidate, licence: null, openness: null, use: unsaid };
    expect(candidateRuling(unknown)).toMatchObject({ licence: null, openness: null, conditions: [] });
  });
});
