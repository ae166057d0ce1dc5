import { readModelListing } from './read-model-listing.js';

describe('a list of models', () => {
  it.each([
    ['{"object":"list","data":[{"id":"gpt-x","shutdown_date":"2026-12-11"}]}', 'gpt-x', '2026-12-11'],
    ['[{"id":"llama","deprecation":{"shutdown_date":"2027-01-14T00:00:00Z"}}]', 'llama', '2027-01-14'],
    ['{"models":[{"name":"models/gemini-x"}]}', 'gemini-x', null],
    ['{"data":[{"id":"m","deprecation_date":1796083200}]}', 'm', '2026-12-01'],
    ['{"data":[{"id":"m","retirement_date":"2026\u201112\u201101"}]}', 'm', '2026-12-01'],
    ['{"data":[{"id":"m","shutdown_date":"2026-02-30"}]}', 'm', null],
    ['{"data":[{"id":"m","shutdown_date":null}]}', 'm', null],
  ])('%s tells of %s that it ends on %s', (text, id, shutdownOn) => {
    expect(readModelListing(text)).toMatchObject([{ id, shutdownOn }]);
  });

  it('tells how much a model takes, by whatever name', () => {
    const text =
      '{"data":[{"id":"a","context_length":8192},{"id":"b","max_model_len":4096},{"id":"c","context_length":"x"}]}';
    expect(readModelListing(text)?.map((one) => one.contextTokens)).toEqual([8192, 4096, null]);
  });

  it('leaves out entries without a name, and counts a name once', () => {
    expect(readModelListing('{"data":[{"id":"a"},{},null,7,{"id":""},{"id":"a"}]}')).toHaveLength(1);
  });

  it.each(['', 'null', '{}', '{"data":"x"}', '<html>'])('is not %s', (text) => {
    expect(readModelListing(text)).toBeNull();
  });
});
