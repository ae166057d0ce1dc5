// Checked against JSON.parse: for any object, in any spacing, each member's bytes parse to the same value.
import fc from 'fast-check';
import { topLevelMembers } from './top-level-members.js';

const membersOf = (text: string) => {
  const bytes = Buffer.from(text);
  return topLevelMembers(bytes)?.members.map((member) => [
    member.key,
    bytes.toString('utf8', member.valueStart, member.valueEnd),
  ]);
};

describe('the members of the outermost object', () => {
  it('are found with their bytes, duplicates and escapes included', () => {
    expect(membersOf('{"a":1.0, "m\\u006fdel" :"x\\"}{", "a":{"model":["]"]}}\n')).toEqual([
      ['a', '1.0'],
      ['model', '"x\\"}{"'],
      ['a', '{"model":["]"]}'],
    ]);
  });

  it('may be none', () => {
    expect(membersOf(' { } ')).toEqual([]);
  });

  it.each([
    '',
    'null',
    '[]',
    '{',
    '{"a"}',
    '{"a":}',
    '{"a":1,}',
    '{"a":1 "b":2}',
    '{"a":"x}',
    '{a:1}',
    '{} x',
    '{"a":[}',
  ])('are not looked for in %j', (text) => {
    expect(membersOf(text)).toBeUndefined();
  });

  it('agree with a JSON parser', () => {
    const spacing = fc.constantFrom('', ' ', '\n\t', '\r\n  ');
    const objects = fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue());
    fc.assert(
      fc.property(objects, spacing, fc.nat(3), (object, space, indent) => {
        const expected = JSON.parse(JSON.stringify(object)) as Record<string, unknown>;
        const found = membersOf(`${space}${JSON.stringify(object, null, indent)}${space}`);
        expect(found?.map(([key, value]) => [key, JSON.parse(value ?? '')])).toEqual(Object.entries(expected));
      }),
    );
  });
});
