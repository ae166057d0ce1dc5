import fc from 'fast-check';
import { aRowFacts } from '../../../test/builders/row-facts.js';
import {
  hasNoise,
  isFiltered,
  isPoorProse,
  isRecitation,
  isRefusal,
  isTruncated,
  lacksFunctionWords,
  namesItself,
  noiseOf,
  noiseOfRow,
} from './signals.js';

const isRefused = (label: string, finish: string | null = null) => isRefusal(aRowFacts({ label, traits: { finish } }));

describe('a refusal', () => {
  it.each([
    'I’m sorry, but I can’t help with that.',
    "I'm sorry, but I cannot provide that information.",
    'I am unable to assist with this request.',
    'Unfortunately, I must decline.',
    "Sorry, we can't do that for you.",
    'As an AI language model, I cannot give legal advice.',
    'Es tut mir leid, aber ich kann Ihnen dabei nicht helfen.',
    'Dabei kann ich Ihnen leider nicht helfen.',
    'Je suis désolé, mais je ne peux pas répondre à cette question.',
    'Lo siento, pero no puedo ayudarte con eso.',
    'Mi dispiace, ma non posso aiutarti.',
    'Desculpe, mas não posso ajudar com isso.',
    'Извините, но я не могу помочь с этим.',
    '很抱歉,我无法提供这些信息。',
    '申し訳ありませんが、お答えできません。',
  ])('is seen in: %s', (answer) => {
    expect(isRefused(answer)).toBe(true);
  });

  it.each([
    'Your card will arrive on Monday.',
    "I'm sorry to hear that. Please try to restart the app.",
    'You cannot change the delivery address after the order was sent.',
    'Leider ist der Artikel nicht auf Lager.',
    'card_arrival',
    '',
  ])('is not seen in: %s', (answer) => {
    expect(isRefused(answer)).toBe(false);
  });

  it('counts at the beginning of an answer only', () => {
    expect(isRefused(`${'The answer is long. '.repeat(20)}I cannot help with the rest.`)).toBe(false);
  });

  it('is believed where the vendor says so', () => {
    expect(isRefused('', 'refusal')).toBe(true);
  });
});

describe('an answer that names itself', () => {
  it.each([
    'As an AI language model, I have no feelings.',
    'I am ChatGPT, how can I help?',
    'I was trained by Google.',
    'I’m an AI, so I cannot taste it.',
    'Als KI habe ich keine Meinung.',
    'En tant qu’IA, je ne dors pas.',
    'Como modelo de lenguaje, no tengo opiniones.',
  ])('is seen in: %s', (answer) => {
    expect(namesItself(answer)).toBe(true);
  });

  it.each([
    'Sign in with your Google account.',
    'Gemini is the third sign of the zodiac.',
    'Our training starts on Monday.',
    'Claude Monet painted it.',
  ])('is not seen in: %s', (answer) => {
    expect(namesItself(answer)).toBe(false);
  });
});

describe('why an answer ended', () => {
  it.each(['length', 'max_tokens', 'MAX_TOKENS'])('tells by %s that it was cut', (finish) => {
    expect(isTruncated({ finish })).toBe(true);
  });

  it.each(['stop', 'tool_calls', null])('tells by %s that it was not', (finish) => {
    expect(isTruncated({ finish })).toBe(false);
    expect(isFiltered({ finish })).toBe(false);
  });

  it('tells filters and recitation apart', () => {
    expect(isFiltered({ finish: 'content_filter' })).toBe(true);
    expect(isFiltered({ finish: 'SAFETY' })).toBe(true);
    expect(isRecitation({ finish: 'SAFETY' })).toBe(false);
    expect(isRecitation({ finish: 'RECITATION' })).toBe(true);
  });
});

describe('noise', () => {
  it.each([
    ['<div class="a">Hello</div>', 'markup'],
    ['see https://example.org/?utm_source=mail', 'tracking'],
    ['Error\n    at Object.run (/app/index.js:3:1)', 'stack trace'],
    ['Traceback (most recent call last)', 'stack trace'],
    [`the picture ${'QUJDRA'.repeat(30)} is inline`, 'blob'],
  ])('is told by kind: %s', (text, kind) => {
    expect(noiseOf(text)).toBe(kind);
  });

  it.each(['a < b and b > c', 'Run `npm test`.', 'x = 3; y = 4', 'Use ```<div>``` for that.', 'plain words'])(
    'is not seen in: %s',
    (text) => {
      expect(hasNoise(text)).toBe(false);
    },
  );

  it('is the same in a row, turn by turn, as in its answer and in all that is asked', () => {
    const said = fc
      .array(
        fc.oneof(
          fc.constantFrom(
            '<br>',
            '<br',
            'a=b',
            '?utm_source=x',
            '```',
            '\n',
            '\n  at f (',
            '\nCaused by: ',
            '"',
            ' at ',
          ),
          fc.constantFrom('Traceback (most recent call last)', 'Exception in thread "', 'QUJD'.repeat(20), ' words '),
        ),
        { minLength: 1, maxLength: 5 },
      )
      .map((parts) => parts.join(''));
    const asked = fc.record({ role: fc.constantFrom('system', 'user', 'assistant'), content: said });
    fc.assert(
      fc.property(fc.array(asked, { maxLength: 2 }), said, said, (before, input, label) => {
        const messages = [...before, { role: 'user', content: input }, { role: 'assistant', content: label }] as const;
        const row = aRowFacts({ messages });
        const { example } = row;
        expect(noiseOfRow(row)).toBe(noiseOf(example.label) ?? noiseOf(example.input));
      }),
      { numRuns: 3_000 },
    );
  });

  it('finds a blob of 120 characters wherever it stands', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 200 }), (before, after) => {
        expect(noiseOf(`${'. '.repeat(before)}${'A'.repeat(120)}${' .'.repeat(after)}`)).toBe('blob');
        expect(noiseOf(`${'. '.repeat(before)}${'A'.repeat(119)}${' .'.repeat(after)}`)).toBeNull();
      }),
    );
  });
});

describe('prose', () => {
  it('is no table of signs and no text without blanks', () => {
    expect(isPoorProse('|---|---|'.repeat(40))).toBe(true);
    expect(isPoorProse('abcdefghij'.repeat(40))).toBe(true);
  });

  it('may be short, foreign or plain', () => {
    expect(isPoorProse('|---|')).toBe(false);
    expect(isPoorProse('配達は約束された日に届きませんでした'.repeat(20))).toBe(false);
    expect(isPoorProse('The parcel was sent on Monday and should be with you soon. '.repeat(6))).toBe(false);
  });

  it('holds small words', () => {
    expect(lacksFunctionWords('the parcel was sent on monday and it should be with you soon '.repeat(4).trim())).toBe(
      false,
    );
    expect(lacksFunctionWords('parcel monday delivery warehouse customs invoice '.repeat(8).trim())).toBe(true);
  });
});
