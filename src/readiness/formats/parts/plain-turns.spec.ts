// The short way and the long way must never differ.
import fc from 'fast-check';
import { readAtLength } from '../openai-chat.js';
import { isRead } from '../row-format.js';
import { plainTurns } from './plain-turns.js';
import { RowReading } from './row-reading.js';

const role = fc.constantFrom('system', 'user', 'assistant', 'tool', 'developer', 'bot', 5);
const content = fc.oneof(fc.constantFrom('', ' ', '\u00a0', '\u3000', 'a', ' a', '\u00a0a', 'é', null, 7), fc.string());
const turn = fc.oneof(
  { weight: 9, arbitrary: fc.record({ role, content }) },
  fc.record({ role, content, weight: fc.constantFrom(0, 1) }),
  fc.constantFrom(null, 'a', [], {}),
);

/** One list in five of these is plain; of the turns above, one in thousands. */
const good = fc.record({
  role: fc.constantFrom('user', 'assistant'),
  content: fc.oneof(content, fc.string({ minLength: 1 })),
});
const answer = fc.record({ role: fc.constant('assistant'), content });
const likely = fc
  .tuple(fc.array(fc.oneof({ weight: 9, arbitrary: good }, turn), { maxLength: 4 }), answer)
  .map(([before, last]) => [...before, last]);

describe('plain turns', () => {
  it('are what the long way gives, wherever the short way is taken', () => {
    let taken = 0;
    fc.assert(
      fc.property(fc.oneof(fc.array(turn, { maxLength: 5 }), likely), (messages) => {
        const short = plainTurns(messages);
        if (short !== null) {
          const long = readAtLength({ messages }, new RowReading());
          expect(isRead(long) && long.content.messages).toEqual(short);
          taken += 1;
        }
      }),
      { numRuns: 3_000 },
    );
    expect(taken).toBeGreaterThan(30);
  });

  it('are taken for the chats that nearly all data sets hold', () => {
    const chat = ['system', 'user', 'assistant', 'user', 'assistant'].map((one) => ({
      role: one,
      content: `a ${one}`,
    }));
    expect(plainTurns(chat)).toBe(chat);
    expect(plainTurns(chat.slice(0, 2))).toBeNull();
  });
});
