import type { RowContent, ToolCall } from './example.js';
import { noTraits, type RowTraits } from './row-traits.js';
import { makeSchemaCheck } from './schema-check.client.js';
import { noSchema } from './schema-facts.js';

const schema = JSON.stringify({
  type: 'object',
  properties: { city: { type: 'string' } },
  required: ['city'],
  additionalProperties: false,
});

function aRow(
  answer: { content?: string; calls?: readonly ToolCall[] },
  traits: Partial<RowTraits> = {},
  parameters = schema,
): RowContent {
  const { content = '', calls } = answer;
  return {
    kind: 'chat',
    messages: [
      { role: 'user', content: 'a' },
      { role: 'assistant', content, ...(calls === undefined ? {} : { toolCalls: calls }) },
    ],
    tools: [{ name: 'weather', parameters }],
    traits: { ...noTraits, ...traits },
  };
}

const call = (text: string, name = 'weather'): ToolCall => ({ id: 'c', name, arguments: text });

describe('checking schemas', () => {
  it('counts calls that break the schema of their tool', () => {
    const check = makeSchemaCheck();
    const calls = [call('{"city":"Oslo"}'), call('{"city":1}'), call('{"town":"Oslo"}')];
    expect(check(aRow({ calls }))).toEqual({ ...noSchema, callsChecked: 3, callsFaulty: 2 });
  });

  it('counts nothing as checked where no schema can be had', () => {
    const check = makeSchemaCheck();
    expect(check(aRow({ calls: [call('{}')] }, {}, ''))).toEqual(noSchema);
    expect(check(aRow({ calls: [call('{}')] }, {}, '{"type":"no such type"}'))).toEqual(noSchema);
    expect(check(aRow({ calls: [call('{}', 'other')] }))).toEqual(noSchema);
  });

  it('asks whether an answer that was to be JSON is', () => {
    const check = makeSchemaCheck();
    expect(check(aRow({ content: '{' }, { wantsJson: true }))).toMatchObject({
      answerParses: false,
      answerFollows: null,
    });
    expect(check(aRow({ content: '[]' }, { wantsJson: true }))).toMatchObject({
      answerParses: true,
      answerFollows: null,
    });
    expect(check(aRow({ content: 'hello' }))).toEqual(noSchema);
  });

  it('asks whether an answer follows the schema that was given for it', () => {
    const check = makeSchemaCheck();
    const wanted = { wantsJson: true, answerSchema: schema };
    expect(check(aRow({ content: '{"city":"Oslo"}' }, wanted)).answerFollows).toBe(true);
    expect(check(aRow({ content: '{"city":5}' }, wanted)).answerFollows).toBe(false);
    expect(check(aRow({ content: 'Oslo' }, wanted))).toMatchObject({ answerParses: false, answerFollows: false });
    expect(check(aRow({ content: '{}' }, { wantsJson: true, answerSchema: '{"type":5}' })).answerFollows).toBeNull();
  });

  it('says nothing of the form of an answer that calls a tool', () => {
    const check = makeSchemaCheck();
    const facts = check(aRow({ calls: [call('{"city":"Oslo"}')] }, { wantsJson: true }));
    expect(facts).toEqual({ callsChecked: 1, callsFaulty: 0, answerParses: null, answerFollows: null });
  });

  it('keeps giving the same with more schemas than are kept', () => {
    const check = makeSchemaCheck();
    for (let at = 0; at < 1_100; at += 1) {
      const own = JSON.stringify({ type: 'object', required: [`key${at}`] });
      expect(check(aRow({ calls: [call('{}')] }, {}, own)).callsFaulty).toBe(1);
    }
    expect(check(aRow({ calls: [call('{"city":"Oslo"}')] })).callsFaulty).toBe(0);
  }, 60_000);
});
