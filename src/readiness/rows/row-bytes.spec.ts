import fc from 'fast-check';
import { type Message, rowTextsAtLength } from './example.js';
import { plainRowTexts } from './row-bytes.js';

const latin = fc.string({ unit: fc.integer({ min: 0, max: 0x24f }).map((code) => String.fromCharCode(code)) });
const ascii = fc.string({ unit: fc.integer({ min: 0, max: 0x7f }).map((code) => String.fromCharCode(code)) });
const signs = fc.string({ unit: fc.integer({ min: 0x2000, max: 0x2070 }).map((code) => String.fromCharCode(code)) });
const words = fc.string({
  unit: fc.constantFrom('a', 'B', ' ', '1', '2', '\n', '"', '\\', 'é', '—', '’', '<', '\u0001'),
});
const content = fc
  .array(fc.oneof(ascii, latin, signs, words, fc.string({ unit: 'binary' })), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join(''));
const plain = fc.array(words, { minLength: 1, maxLength: 4 }).map((parts) => `x${parts.join('')}`);
const systems = fc.constantFrom('Be brief.', 'Say "no"\nor ’yes’.', 'Half \ud800 a sign.', '');

function chatOf(text: fc.Arbitrary<string>): fc.Arbitrary<Message[]> {
  const turn = (role: Message['role']) => text.map((said): Message => ({ role, content: said }));
  const system = systems.map((said): Message => ({ role: 'system', content: said }));
  return fc
    .tuple(fc.array(system, { maxLength: 1 }), fc.array(fc.oneof(turn('user'), turn('assistant')), { maxLength: 3 }))
    .chain(([first, middle]) =>
      fc.tuple(turn('user'), turn('assistant')).map((last) => [...first, ...middle, ...last]),
    );
}

describe('the short way from the texts of a row to its keys', () => {
  it('says the same as the long way, or nothing', () => {
    fc.assert(
      fc.property(chatOf(content), (messages) => {
        const told = plainRowTexts('chat', messages);
        if (told !== null) {
          expect(told).toEqual(rowTextsAtLength({ kind: 'chat', messages }));
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('is taken for Latin text with common signs, and says the same', () => {
    fc.assert(
      fc.property(chatOf(plain), (messages) => {
        fc.pre(!messages.some((message) => message.content.includes('\ud800')));
        expect(plainRowTexts('chat', messages)).toEqual(rowTextsAtLength({ kind: 'chat', messages }));
      }),
      { numRuns: 2_000 },
    );
  });

  it('says the same for a text alone', () => {
    fc.assert(
      fc.property(plain, (text) => {
        const messages: Message[] = [{ role: 'assistant', content: text }];
        expect(plainRowTexts('text', messages)).toEqual(rowTextsAtLength({ kind: 'text', messages }));
      }),
    );
  });

  it.each<[string, Message[]]>([
    [
      'a weight',
      [
        { role: 'user', content: 'a' },
        { role: 'assistant', content: 'b', weight: 0 },
      ],
    ],
    [
      'letters of another script',
      [
        { role: 'user', content: 'где' },
        { role: 'assistant', content: 'b' },
      ],
    ],
    [
      'signs only',
      [
        { role: 'user', content: '?' },
        { role: 'assistant', content: 'b' },
      ],
    ],
    [
      'a very long text',
      [
        { role: 'user', content: 'a'.repeat(40_000) },
        { role: 'assistant', content: 'b' },
      ],
    ],
  ])('is not taken for %s', (_what, messages) => {
    expect(plainRowTexts('chat', messages)).toBeNull();
  });
});
