import { arrangementBody, rowName } from './arrangement-body';

function formOf(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    form.append(name, value);
  }
  return form;
}

describe('the form of an arrangement', () => {
  it('leaves out what was left empty: it is not known', () => {
    expect(arrangementBody(formOf({ providerName: 'Closed AI', ref: 'C-1', noticeEntityDays: '', place: '' }))).toEqual(
      {
        provider: { name: 'Closed AI' },
        contract: { ref: 'C-1' },
        functions: [],
        routes: [],
        subcontractors: [],
        countries: { provision: [], storage: [], processing: [] },
        evidence: [],
      },
    );
  });

  it('tells a no from nothing said', () => {
    const { contract } = arrangementBody(formOf({ ref: 'C-1', hasAuditRight: 'no', hasExitAssistance: '' }));
    expect(contract).toEqual({ ref: 'C-1', hasAuditRight: false });
  });

  it('reads rows in their order and drops one whose first field was emptied', () => {
    const form = formOf({
      [rowName('subcontractors', 0, 'name')]: '',
      [rowName('subcontractors', 0, 'rank')]: '2',
      [rowName('subcontractors', 1, 'name')]: 'Hosting',
      [rowName('subcontractors', 1, 'rank')]: '3',
      [rowName('subcontractors', 1, 'country')]: '',
      [rowName('subcontractors', 1, 'service')]: 'Hosts.',
    });
    expect(arrangementBody(form).subcontractors).toEqual([{ name: 'Hosting', rank: 3, service: 'Hosts.' }]);
  });

  it('reads countries however they are set apart, in capitals', () => {
    const { countries } = arrangementBody(formOf({ storage: 'ie, de;us', processing: ' ' }));
    expect(countries).toEqual({ provision: [], storage: ['IE', 'DE', 'US'], processing: [] });
  });
});
