import { anArrangement } from '../../../test/builders/an-arrangement.js';
import type { Register } from '../register/register-document.js';
import { vendorChosen } from './vendor-chosen.js';

const made = anArrangement({});
const register: Register = {
  entity: null,
  arrangements: [
    {
      ...made,
      arrangement: {
        ...made.arrangement,
        provider: { ...made.arrangement.provider, name: 'Closed AI' },
        routes: [{ host: 'api.closed.example', region: null, model: 'closed-4', snapshot: null }],
      },
    },
  ],
};
const choose = (name: string | undefined, baseUrl: string | null, vendors = ['Closed AI']) =>
  vendorChosen({ name, vendors, register, baseUrl });

describe('the vendor of a dossier', () => {
  it('is named as in the register, or left out where there is one', () => {
    expect([choose('Closed AI', null), choose(undefined, null)]).toEqual(['Closed AI', 'Closed AI']);
    expect(choose(undefined, null, ['Closed AI', 'Other'])).toMatchObject({ code: 'bad-request' });
  });

  it('is found by the connection that leads to a route of it', () => {
    expect(choose('closed', 'https://api.closed.example/v1')).toBe('Closed AI');
  });

  it('is not guessed where a connection leads elsewhere, or is none', () => {
    expect(choose('closed', 'https://other.example/v1')).toMatchObject({ code: 'not-found' });
    expect(choose('nobody', null)).toMatchObject({ code: 'not-found' });
  });
});
