import fc from 'fast-check';
import { FlatObjects } from './flat-object.js';

const names = fc.constantFrom('id', 'created', 'model', 'user', '7', '__proto__', 'constructor', 'a"b');
const values = fc.oneof(
  fc.string(),
  fc.nat({ max: 2_000_000_000 }),
  fc.constantFrom('', 0, -1, 1.5, 1e21, 2 ** 53, true, null, 'a "quoted" word', 'ü😀', '\u007f', '\n', [], {}, [1], {
    a: 1,
  }),
);
const objects = fc.array(fc.tuple(names, values), { maxLength: 5 }).map((members) => Object.fromEntries(members));
const spellings = fc.constantFrom<(value: unknown) => string>(
  (value) => JSON.stringify(value),
  (value) => JSON.stringify(value, null, 1),
  (value) => JSON.stringify(value).replaceAll(':', ': ').replaceAll(',', ', '),
);
const withTurns = (object: object, at: boolean) => (at ? { messages: 0, ...object } : { ...object, messages: 0 });

function learntFrom(text: string): FlatObjects {
  const objects = new FlatObjects('messages');
  objects.learn(text, JSON.parse(text) as Record<string, unknown>);
  return objects;
}

describe('flat objects, read by the one before', () => {
  it('are what the parser makes of them, or are left to it', () => {
    fc.assert(
      fc.property(objects, objects, spellings, fc.boolean(), (one, other, spell, at) => {
        const reader = learntFrom(spell(withTurns(one, at)));
        for (const object of [one, { ...one, ...other }, other]) {
          const text = spell(withTurns(object, at));
          const read = reader.read(text);
          expect(read ?? JSON.parse(text)).toEqual(JSON.parse(text));
          expect(Object.keys(read ?? object).filter((key) => key !== 'messages')).toEqual(Object.keys(object));
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('that are built alike are read', () => {
    const reader = learntFrom('{"id": "a", "created": 12, "messages": 0, "model": "m"}');
    expect(reader.read('{"id": "chat-7", "created": 1766487610, "messages": 0, "model": "größer"}')).toEqual({
      id: 'chat-7',
      created: 1_766_487_610,
      messages: 0,
      model: 'größer',
    });
  });

  it.each([
    ['a key in another order', '{"created":1,"id":"b","messages":0}'],
    ['a key more', '{"id":"b","created":1,"messages":0,"n":1}'],
    ['an escape', '{"id":"b\\n","created":1,"messages":0}'],
    ['a control character', '{"id":"b\u0001","created":1,"messages":0}'],
    ['a fraction', '{"id":"b","created":1.5,"messages":0}'],
    ['a leading zero', '{"id":"b","created":01,"messages":0}'],
    ['a number beyond 2^53', '{"id":"b","created":9007199254740993,"messages":0}'],
    ['a negative number', '{"id":"b","created":-1,"messages":0}'],
    ['another kind of value', '{"id":7,"created":1,"messages":0}'],
    ['an end too early', '{"id":"b","created":1,"messages":0'],
    ['something behind the end', '{"id":"b","created":1,"messages":0}}'],
    ['a key that stands twice', '{"id":"b","created":1,"created":1,"messages":0}'],
  ])('with %s are left to the parser', (_, text) => {
    expect(learntFrom('{"id":"a","created":1,"messages":0}').read(text)).toBeNull();
  });

  it('are no longer tried where texts are built in ever other ways', () => {
    const reader = learntFrom('{"id":"a","messages":0}');
    for (let turn = 0; turn < 100; turn += 1) {
      const text = `{"key${turn}":"a","messages":0}`;
      expect(reader.read(text)).toBeNull();
      reader.learn(text, JSON.parse(text) as Record<string, unknown>);
    }
    expect(reader.read('{"key99":"b","messages":0}')).toBeNull();
  });
});
