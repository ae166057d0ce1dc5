import { gateWord, rolesInWords, roleWord } from './service-words';

describe('the words for what the service names by an id', () => {
  it('say gates and roles as people do, those of a later release included', () => {
    expect([gateWord('data-ready'), gateWord('one-more-gate')]).toEqual(['data ready', 'one more gate']);
    expect([roleWord('risk-owner'), roleWord('admin')]).toEqual(['risk owner', 'administrator']);
  });

  it('say who may, be it one, several or nobody', () => {
    expect(rolesInWords(['lead'])).toBe('lead');
    expect(rolesInWords(['approver', 'risk-owner', 'admin'])).toBe('approver, risk owner or administrator');
    expect(rolesInWords([])).toBe('nobody');
  });
});
