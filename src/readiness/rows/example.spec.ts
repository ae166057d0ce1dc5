import { type Message, makeExample } from './example.js';
import { normalText } from './normal-form.js';
import { splitOf } from './split-of.js';

const provenance = { origin: 'import', originId: 'imp_1', line: 2, declaredSplit: 'auto' } as const;
const turn = (role: Message['role'], content: string): Message => ({ role, content });
const example = (...messages: Message[]) => makeExample({ kind: 'chat', messages }, provenance);

describe('the normal form', () => {
  it.each([
    ['  Where IS\n my card?! ', 'where is my card'],
    ['ﬁne — ｆｉｎｅ', 'fine fine'],
    ['हिन्दी भाषा', 'हिन्दी भाषा'],
    ['snake_case', 'snake_case'],
  ])('of %j is %j', (text, normal) => {
    expect(normalText(text)).toBe(normal);
  });

  it('of signs alone is the signs: they are not all the same text', () => {
    expect(normalText(' ??? ')).toBe('???');
    expect(normalText('!')).not.toBe(normalText('?'));
  });
});

describe('an example', () => {
  it('asks with the user text and answers with the last assistant turn', () => {
    expect(example(turn('system', 'be kind'), turn('user', 'hi'), turn('assistant', 'hello'))).toMatchObject({
      input: 'hi',
      label: 'hello',
    });
  });

  it('asks with all turns when there are several', () => {
    const row = example(turn('user', 'a'), turn('assistant', 'b'), turn('user', 'c'), turn('assistant', 'd'));
    expect(row).toMatchObject({ input: 'user: a\nassistant: b\nuser: c', label: 'd' });
  });

  it('has one prompt key whatever its system prompt, spelling and answer, and a row key of its own', () => {
    const plain = example(turn('user', 'Hi there!'), turn('assistant', 'x'));
    const other = example(turn('system', 's'), turn('user', ' hi   THERE'), turn('assistant', 'y'));
    expect(other.promptKey).toBe(plain.promptKey);
    expect(other.rowKey).not.toBe(plain.rowKey);
  });

  it('keeps two turns apart from one turn of the same words', () => {
    const one = example(turn('user', 'a b c'), turn('assistant', 'x'));
    const three = example(turn('user', 'a'), turn('assistant', 'b'), turn('user', 'c'), turn('assistant', 'x'));
    expect(three.promptKey).not.toBe(one.promptKey);
  });

  it('is refused as a bug without a question or an answer', () => {
    expect(() => example(turn('user', 'a'))).toThrow(RangeError);
    expect(() => example(turn('assistant', 'a'))).toThrow(RangeError);
  });
});

describe('the split of a prompt', () => {
  const keys = Array.from(
    { length: 4000 },
    (_, at) => example(turn('user', `q ${at}`), turn('assistant', 'a')).promptKey,
  );

  it('is the same each time, and deals about eight in ten to train', () => {
    const train = keys.filter((key) => splitOf(key, 'salt') === 'train');
    expect(keys.filter((key) => splitOf(key, 'salt') === 'train')).toEqual(train);
    expect(train.length / keys.length).toBeGreaterThan(0.77);
    expect(train.length / keys.length).toBeLessThan(0.83);
  });

  it('differs between salts', () => {
    expect(keys.some((key) => splitOf(key, 'one') !== splitOf(key, 'other'))).toBe(true);
  });
});
