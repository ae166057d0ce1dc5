import { noRights, rightsOf } from './rights-answers';

describe('the rights of an upload', () => {
  it('are not sent where nothing was answered', () => {
    expect(rightsOf(noRights)).toEqual({});
    expect(rightsOf({ ...noRights, licence: '   ' })).toEqual({});
  });

  it('tell a no from silence', () => {
    expect(rightsOf({ ...noRights, training: 'no', optOuts: '0' })).toEqual({
      purposeIncludesTraining: false,
      optOuts: 0,
    });
  });

  it('end with the beginning of the day that was named', () => {
    expect(rightsOf({ ...noRights, retentionUntil: '2027-01-31' })).toEqual({
      retentionUntil: '2027-01-31T00:00:00.000Z',
    });
  });

  it('are sent without the spaces around them', () => {
    expect(rightsOf({ ...noRights, licence: ' CC-BY-4.0 ', source: 'support desk' })).toEqual({
      licence: 'CC-BY-4.0',
      source: 'support desk',
    });
  });
});
