import { loadCatalog } from '../load-catalog.client.js';
import { type IntendedUse, type LicenceGate, licenceGates } from './licence-gates.js';

const catalog = loadCatalog();
const use: IntendedUse = {
  monthlyUsers: 1_000_000,
  isCommercial: true,
  isInEuropeanUnion: true,
  isMultimodal: false,
  isDistributed: false,
  trainsOthers: false,
};

function gate(model: string, name: LicenceGate['name'], changes: Partial<IntendedUse> = {}) {
  const { gates } = licenceGates(catalog.licenceOf(model), { ...use, ...changes });
  return gates.find((one) => one.name === name)?.state;
}

const llama2 = 'meta-llama/Llama-2-7b-chat-hf';
const llama31 = 'meta-llama/Llama-3.1-8B-Instruct';
const vision = 'meta-llama/Llama-3.2-11B-Vision-Instruct';
const none = { monthlyUsers: null, isCommercial: null, isInEuropeanUnion: null, isMultimodal: null };

describe('the gates of a licence', () => {
  it.each([
    [700_000_000, 'managed'],
    [700_000_001, 'breached'],
    [null, 'unclear'],
  ])('count the users of Llama 2: %j is %s', (monthlyUsers, state) => {
    expect(gate(llama2, 'users', { monthlyUsers })).toBe(state);
  });

  it('end Qwen2.5-72B at a hundred million users and Apache-2.0 at none', () => {
    expect(gate('Qwen/Qwen2.5-72B-Instruct', 'users', { monthlyUsers: 100_000_001 })).toBe('breached');
    expect(gate('Qwen/Qwen2.5-7B-Instruct', 'users', { monthlyUsers: 1e10 })).toBe('none');
  });

  it('keep outputs of Llama 2 and 3 from improving other models, and let those of 3.1', () => {
    expect(gate(llama2, 'training-others', { trainsOthers: true })).toBe('breached');
    expect(gate('meta-llama/Meta-Llama-3-8B-Instruct', 'training-others', { trainsOthers: true })).toBe('breached');
    expect(gate(llama31, 'training-others', { trainsOthers: true })).toBe('none');
    expect(gate(llama2, 'training-others', { trainsOthers: null })).toBe('managed');
  });

  it.each([
    [vision, { isMultimodal: true }, 'breached'],
    [vision, { isMultimodal: true, isInEuropeanUnion: false }, 'none'],
    [vision, { isMultimodal: true, isInEuropeanUnion: null }, 'unclear'],
    ['meta-llama/Llama-3.2-3B-Instruct', { isMultimodal: false }, 'none'],
    ['meta-llama/Llama-4-Scout-17B-16E-Instruct', { isMultimodal: true }, 'breached'],
    [llama31, { isMultimodal: true }, 'none'],
  ])('of %s for %j in the European Union: %s', (model, changes, state) => {
    expect(gate(model, 'european-union', changes)).toBe(state);
  });

  it('ask for a name where the model is handed out', () => {
    expect(gate(llama31, 'naming', { isDistributed: true })).toBe('managed');
    expect(gate(llama31, 'naming', { isDistributed: null })).toBe('managed');
    expect(gate(llama31, 'naming')).toBe('none');
  });

  it('let research models into no business', () => {
    expect(gate('Qwen/Qwen2.5-3B-Instruct', 'commerce')).toBe('breached');
    expect(gate('Qwen/Qwen2.5-3B-Instruct', 'commerce', { isCommercial: false })).toBe('none');
  });

  it('never clear CLIP: its card puts any deployed use out of scope', () => {
    expect(licenceGates(catalog.licenceOf('openai/clip-vit-base-patch32'), use).state).toBe('managed');
  });

  it('are unclear without a licence, and where neither side tells', () => {
    expect(licenceGates(null, use)).toEqual({ state: 'unclear', gates: [] });
    expect(licenceGates(catalog.licenceOf(vision), { ...use, ...none }).state).toBe('unclear');
  });

  it('let the worst one rule', () => {
    expect(licenceGates(catalog.licenceOf(llama2), { ...use, trainsOthers: true }).state).toBe('breached');
    expect(licenceGates(catalog.licenceOf('mistralai/Mistral-7B-Instruct-v0.3'), use).state).toBe('none');
  });
});
