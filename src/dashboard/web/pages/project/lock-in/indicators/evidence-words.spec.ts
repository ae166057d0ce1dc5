import { evidenceWords } from './evidence-words';

describe('what something leans on', () => {
  it('is a link under its name where it has an address', () => {
    expect(evidenceWords('Price file, https://example.org/a')).toEqual({
      text: 'Price file',
      url: 'https://example.org/a',
    });
    expect(evidenceWords('https://example.org/a')).toEqual({
      text: 'https://example.org/a',
      url: 'https://example.org/a',
    });
  });

  it('is named by its kind where the service told an id', () => {
    expect(evidenceWords('inv_01m8ajcvkmaj7bb369c1gbsgmx')).toEqual({ text: 'an invoice', url: null });
  });

  it('stays as people wrote it otherwise, addresses that run code included', () => {
    expect(evidenceWords('javascript:alert(1)')).toEqual({ text: 'javascript:alert(1)', url: null });
    expect(evidenceWords('runbook, page 4')).toEqual({ text: 'runbook, page 4', url: null });
  });
});
