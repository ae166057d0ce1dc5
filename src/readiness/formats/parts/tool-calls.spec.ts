import { assistant, faultsOf, read, user } from '../../../../test/builders/read-rows.js';
import type { Fields } from '../row-format.js';

describe('calls of tools', () => {
  const tools = [{ type: 'function', function: { name: 'f', parameters: { type: 'object' } } }];
  const called = (call: object) => ({
    messages: [user, { role: 'assistant', content: null, tool_calls: [call] }],
    tools,
  });
  const call = (args: unknown, id: unknown = 'c1', name: unknown = 'f') => ({
    id,
    type: 'function',
    function: { name, arguments: args },
  });
  const argumentsOf = (fields: Fields) =>
    read(fields)
      .content.messages.at(-1)
      ?.toolCalls?.map((one) => one.arguments);

  it('keep their arguments as they were written', () => {
    expect(argumentsOf(called(call('{"a": 1}')))).toEqual(['{"a": 1}']);
    expect(read(called(call('{}'))).content.tools).toEqual([{ name: 'f', parameters: '{"type":"object"}' }]);
  });

  it('are mended where it is safe, and remarked on', () => {
    const twice = called(call(JSON.stringify('{"a":1}')));
    expect([argumentsOf(twice), read(twice).content.traits?.notes]).toEqual([['{"a":1}'], ['arguments.decoded-twice']]);
    const object = called(call({ a: 1 }));
    expect([argumentsOf(object), read(object).content.traits?.notes]).toEqual([['{"a":1}'], ['arguments.serialised']]);
  });

  it.each([
    [call('[1]'), 'function.arguments'],
    [call('{"a":'), 'function.arguments'],
    [call(5), 'function.arguments'],
    [call('{}', ''), 'id'],
    [call('{}', 'c1', ''), 'function.name'],
    [{ ...call('{}'), type: 'code' }, 'type'],
  ])('are refused: %j', (bad, place) => {
    expect(faultsOf(called(bad))).toEqual([`tool.calls messages[1].tool_calls[0].${place}`]);
  });

  it('name a declared tool', () => {
    expect(faultsOf(called(call('{}', 'c1', 'g')))).toEqual(['tool.calls messages[1].tool_calls[0]']);
    expect(faultsOf({ messages: called(call('{}', 'c1', 'g')).messages })).toEqual([]);
  });

  it('are answered by their id, all of them, before anybody else speaks', () => {
    const result = (id: unknown) => ({ role: 'tool', tool_call_id: id, content: '' });
    const calls = { role: 'assistant', content: null, tool_calls: [call('{}'), call('{}', 'c2')] };
    const chat = (...rest: object[]) => faultsOf({ messages: [user, calls, ...rest, assistant], tools });
    expect(chat(result('c2'), result('c1'))).toEqual([]);
    expect(chat(result('c1'))).toEqual(['tool.calls messages[1].tool_calls[1]']);
    expect(chat(result('c1'), result('c2'), result('c3'))).toEqual(['tool.calls messages[4]']);
    expect(chat(result('c1'), result('c1'))).toEqual([
      'tool.calls messages[3]',
      'tool.calls messages[1].tool_calls[1]',
    ]);
    expect(faultsOf({ messages: [user, { ...calls, tool_calls: [call('{}'), call('{}')] }], tools })).toEqual([
      'tool.calls messages[1].tool_calls[1]',
    ]);
  });

  it('come from the older form, from Gemini, Anthropic and ShareGPT with ids of their own or by their order', () => {
    const ids = (fields: Fields) =>
      read(fields).content.messages.flatMap((message) => [
        ...(message.toolCalls ?? []).map((one) => one.id),
        ...((message.toolCallId ?? '') ? [`=${message.toolCallId}`] : []),
      ]);
    expect(
      ids({
        messages: [
          user,
          { role: 'assistant', content: null, function_call: { name: 'f', arguments: '{}' } },
          { role: 'function', name: 'f', content: 'r' },
          assistant,
        ],
      }),
    ).toEqual(['call_0', '=call_0']);
    const say = (role: string, ...parts: object[]) => ({ role, parts });
    expect(
      ids({
        contents: [
          say('user', { text: 'q' }),
          say('model', { functionCall: { name: 'f', args: { a: 1 } } }, { functionCall: { name: 'g', args: {} } }),
          say(
            'user',
            { functionResponse: { name: 'g', response: {} } },
            { functionResponse: { name: 'f', response: {} } },
          ),
          say('model', { text: 'a' }),
        ],
      }),
    ).toEqual(['call_0', 'call_1', '=call_1', '=call_0']);
    expect(
      ids({
        system: 's',
        messages: [
          user,
          { role: 'assistant', content: [{ type: 'tool_use', id: 't1', name: 'f', input: {} }] },
          {
            role: 'user',
            content: [
              { type: 'tool_result', tool_use_id: 't1', content: 'r' },
              { type: 'text', text: 'go on' },
            ],
          },
          assistant,
        ],
      }),
    ).toEqual(['t1', '=t1']);
    expect(
      ids({
        conversations: [
          { from: 'human', value: 'q' },
          { from: 'function_call', value: '{"name":"f","arguments":{"a":1}}' },
          { from: 'observation', value: 'r' },
          { from: 'gpt', value: 'a' },
        ],
        tools: '[{"name":"f","parameters":{}}]',
      }),
    ).toEqual(['call_0', '=call_0']);
  });
});
