import { parseChatRequest } from './chat-request.js';

const user = (content: unknown) => ({ role: 'user', content });
const parse = (body: Record<string, unknown>) => parseChatRequest({ model: 'any', ...body });

describe('a chat request', () => {
  it('asks about the last message of the user', () => {
    const messages = [
      { role: 'system', content: 'be brief' },
      user('first'),
      { role: 'assistant', content: 'a' },
      user('last'),
    ];
    expect(parse({ messages: [...messages, { role: 'assistant', content: '' }] })).toEqual({
      question: 'last',
      texts: ['be brief', 'first', 'a', 'last', ''],
      stream: false,
      includeUsage: false,
    });
  });

  it('may give its text in parts', () => {
    const parts = [
      { type: 'text', text: 'where is' },
      { type: 'text', text: 'my card' },
    ];
    expect(parse({ messages: [user(parts)] })).toMatchObject({ question: 'where is\nmy card' });
  });

  it('takes an assistant message that only called tools', () => {
    expect(parse({ messages: [user('go'), { role: 'assistant', content: null }] })).toMatchObject({ question: 'go' });
  });

  it('names the usage that it wants at the end of a stream', () => {
    const body = { messages: [user('go')], stream: true, stream_options: { include_usage: true } };
    expect(parse(body)).toMatchObject({ stream: true, includeUsage: true });
  });

  it.each([
    ['no object', 'text', 'body'],
    ['no messages', {}, 'messages'],
    ['an empty list', { messages: [] }, 'messages'],
    ['no message of the user', { messages: [{ role: 'system', content: 'x' }] }, 'messages'],
    ['an image', { messages: [user([{ type: 'image_url', image_url: { url: 'x' } }])] }, 'messages[0].content'],
    ['several choices', { messages: [user('x')], n: 2 }, 'n'],
    ['token probabilities', { messages: [user('x')], logprobs: true }, 'logprobs'],
    ['a JSON answer', { messages: [user('x')], response_format: { type: 'json_object' } }, 'response_format'],
    ['a forced tool', { messages: [user('x')], tool_choice: 'required' }, 'tool_choice'],
  ])('is refused for %s', (_, body, param) => {
    expect(parseChatRequest(body)).toMatchObject({ param, fault: expect.stringMatching(/\.$/) });
  });
});
