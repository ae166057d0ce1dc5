import { loadCatalog } from '../load-catalog.client.js';
import type { VendorTermsText } from './read-licences.js';
import { termsVersionAt } from './terms-version.js';

const version = (id: string, effectiveFrom: string, effectiveUntil: string | null): VendorTermsText => ({
  ...{ id, vendor: 'closed', route: 'api', addresses: ['api.closed.test'], models: ['closed-'], clause: '1' },
  ...{
    url: 'https://closed.test',
    effectiveFrom,
    effectiveUntil,
    text: 'No.',
    textSha256: null,
    lastReviewed: '2026-11-25',
    reviewer: 'us',
  },
});
const terms = [version('old', '2025-01-01', '2025-12-31'), version('new', '2026-01-01', null)];
const at = (day: string) => Date.parse(day);

describe('the version of the terms under which a call was made', () => {
  it('is the one that held on that day, its last day included', () => {
    const of = (day: string) =>
      termsVersionAt({ address: 'https://api.closed.test/v1', model: null, at: at(day) }, terms);
    expect(of('2025-12-31T23:59:59Z')).toBe('old@2025-01-01');
    expect(of('2026-01-01T00:00:00Z')).toBe('new@2026-01-01');
    expect(of('2024-12-31T23:59:59Z')).toBeNull();
  });

  it('is told by the address, and by the model where the address says nothing', () => {
    const by = (address: string | null, model: string | null) =>
      termsVersionAt({ address, model, at: at('2026-06-01') }, terms);
    expect(by('http://127.0.0.1:4000/v1', 'reseller/Closed-1')).toBe('new@2026-01-01');
    expect(by('http://127.0.0.1:4000/v1', 'open-1')).toBeNull();
    expect(by(null, null)).toBeNull();
  });

  it('is known of the shipped terms for calls of today', () => {
    const today = { address: 'https://api.openai.com/v1', model: 'gpt-4o', at: at('2026-11-25') };
    expect(loadCatalog().termsVersionAt(today)).toMatch(/^openai-services-agreement@\d{4}-\d\d-\d\d$/);
  });
});
