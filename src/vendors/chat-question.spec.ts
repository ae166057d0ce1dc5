import { formAfterError, questionBody, readAnswer, usualForm } from './chat-question.js';

const question = { target: { vendor: 'acme', model: 'm' }, messages: [], timeoutMs: 1000 };

describe('the body of a question', () => {
  it('asks without a draw and without a stream', () => {
    expect(JSON.parse(questionBody(question, usualForm))).toEqual({
      model: 'm',
      messages: [],
      stream: false,
      temperature: 0,
    });
  });

  it('leaves out what the model does not take', () => {
    const form = { takesTemperature: false, tokenLimitField: 'max_completion_tokens' } as const;
    expect(JSON.parse(questionBody({ ...question, maxTokens: 4 }, form))).toEqual({
      model: 'm',
      messages: [],
      stream: false,
      max_completion_tokens: 4,
    });
  });
});

describe('the form after an error', () => {
  it.each(['', 'no json', '[]', '{"error":"text"}', '{"error":{"param":"messages"}}', '{"error":{"param":null}}'])(
    'stays what it is after %s',
    (body) => {
      expect(formAfterError(body, usualForm)).toBeNull();
    },
  );

  it('does not change twice for the same field', () => {
    const body = '{"error":{"param":"temperature"}}';
    const next = formAfterError(body, usualForm);
    expect(next).toEqual({ takesTemperature: false, tokenLimitField: 'max_tokens' });
    expect(next && formAfterError(body, next)).toBeNull();
  });
});

describe('reading an answer', () => {
  const withContent = (content: unknown) => JSON.stringify({ choices: [{ message: { content } }] });

  it('joins the text parts of a list', () => {
    const parts = [{ type: 'text', text: 're' }, { type: 'image' }, { type: 'text', text: 'fund' }];
    expect(readAnswer(withContent(parts))?.text).toBe('refund');
  });

  it('keeps an empty text: it is an answer', () => {
    expect(readAnswer(withContent(''))?.text).toBe('');
  });

  it('does not know what was not reported', () => {
    expect(readAnswer(withContent('refund'))).toEqual({
      text: 'refund',
      promptTokens: null,
      cachedTokens: null,
      completionTokens: null,
      modelServed: null,
    });
  });

  it('believes no impossible count', () => {
    const usage = { prompt_tokens: -1, completion_tokens: 1.5 };
    const body = JSON.stringify({ choices: [{ message: { content: 'a' } }], usage });
    expect(readAnswer(body)).toMatchObject({ promptTokens: null, completionTokens: null });
  });

  it('takes usage without a word on the cache for usage without a cache', () => {
    const body = JSON.stringify({ choices: [{ message: { content: 'a' } }], usage: { prompt_tokens: 3 } });
    expect(readAnswer(body)).toMatchObject({ promptTokens: 3, cachedTokens: 0 });
  });

  it.each([null, 7, [], [{ type: 'image' }], { text: 'a' }])('finds no text in %j', (content) => {
    expect(readAnswer(withContent(content))).toBeNull();
  });
});
