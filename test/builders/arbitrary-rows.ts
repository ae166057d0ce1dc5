import fc from 'fast-check';
import type { PrivateSpan } from '../../src/readiness/privacy/privacy-facts.js';
import type { Message } from '../../src/readiness/rows/example.js';
import type { RowFacts } from '../../src/readiness/rows/row-facts.js';
import { aRowFacts, type RowFactsParts } from './row-facts.js';

const words = fc.constantFrom(
  'where is my card',
  'How do I top up?',
  'I cannot help with that.',
  'As an AI language model I am sorry',
  'card_arrival',
  'Card arrival',
  '<div>Hello&nbsp;{{name}}</div>',
  'caf\u00e9 Ã© \ufffd',
  'Ivan wrote to ada@example.org',
  '{"a": 1}',
  '',
  ' ',
);
const user = words.map((content): Message => ({ role: 'user', content: content.trim() === '' ? 'hello' : content }));
const before: fc.Arbitrary<Message[]> = fc.oneof(
  fc.constant<Message[]>([]),
  words.map((content): Message[] => [{ role: 'system', content }]),
  fc.tuple(user, words).map(([asked, content]): Message[] => [asked, { role: 'assistant', content } as const]),
  user.map((asked): Message[] => [asked]),
  user.map((asked): Message[] => [
    asked,
    { role: 'assistant', content: '', toolCalls: [{ id: 'call_1', name: 'find', arguments: '{"q":1}' }] },
    { role: 'tool', content: 'found', toolCallId: 'call_1' },
  ]),
);
const span: fc.Arbitrary<PrivateSpan> = fc.record({
  kind: fc.constantFrom('card', 'e-mail', 'openai-key', 'health'),
  group: fc.constantFrom('high' as const, 'contact' as const, 'secret' as const, 'special' as const),
  message: fc.constant(0),
  call: fc.constant(null),
  start: fc.nat({ max: 3 }),
  end: fc.integer({ min: 4, max: 9 }),
  valueDigest: fc.constantFrom('aa', 'bb', 'cc'),
  confidence: fc.constantFrom(0.4, 0.9),
});
const traits = fc.record(
  {
    at: fc.integer({ min: 1_700_000_000_000, max: 1_768_000_000_000 }),
    model: fc.constantFrom('closed-1', 'closed-2'),
    group: fc.constantFrom('one', 'two'),
    slices: fc.constantFrom({}, { locale: 'en' }, { locale: 'de', channel: 'mail' }),
    accepted: fc.boolean(),
    score: fc.constantFrom(0, 0.5, 1),
    ratings: fc.constantFrom(
      [],
      [
        { rater: 'a', value: 'yes' },
        { rater: 'b', value: 'no' },
      ],
    ),
    finish: fc.constantFrom('stop', 'length', 'content_filter', 'tool_calls'),
    wantsJson: fc.boolean(),
    temperature: fc.constantFrom(0, 0.7, 1.5),
    notes: fc.constantFrom([], ['turns.trimmed' as const], ['role.mapped' as const, 'keys.ignored' as const]),
  },
  { requiredKeys: [] },
);

/** Rows of all sorts, as the row pass might tell them: good ones, strange ones and faulty ones. */
export const arbitraryRow: fc.Arbitrary<RowFacts> = fc
  .record({
    before,
    asked: user,
    answer: words,
    traits,
    kind: fc.constantFrom('chat' as const, 'chat' as const, 'text' as const, 'preference' as const),
    line: fc.integer({ min: 1, max: 10_000 }),
    split: fc.constantFrom('train' as const, 'holdout' as const, 'auto' as const),
    isCaptured: fc.boolean(),
    exact: fc.option(fc.integer({ min: 1, max: 9_000 })),
    fate: fc.option(fc.constantFrom('kept' as const, 'cut' as const, 'dropped' as const, 'masked' as const)),
    languages: fc.option(fc.constantFrom({ prompt: 'en', answer: 'de' }, { prompt: null, answer: 'en' })),
    spans: fc.option(fc.array(span, { maxLength: 2 })),
    schema: fc.constantFrom(
      { callsChecked: 0, callsFaulty: 0, answerParses: null, answerFollows: null },
      { callsChecked: 2, callsFaulty: 1, answerParses: true, answerFollows: false },
    ),
  })
  .map((parts) => {
    const { answer, exact, fate, spans, kind, isCaptured } = parts;
    const turns: Message[] = kind === 'text' ? [] : [...parts.before, parts.asked];
    const rows: RowFactsParts = {
      kind,
      messages: [...turns, { role: 'assistant', content: answer }],
      ...(kind === 'preference' ? { rejected: { role: 'assistant', content: 'no' } as const } : {}),
      traits: parts.traits,
      origin: isCaptured ? 'exchange' : 'import',
      originId: isCaptured ? `exc_${parts.line}` : 'imp_1',
      line: isCaptured ? null : parts.line,
      declaredSplit: parts.split,
      schema: parts.schema,
      languages: parts.languages,
      privacy: spans === null ? null : { spans },
    };
    const rule = fate === 'kept' ? null : 'axolotl.over-sequence-len';
    return aRowFacts({
      ...rows,
      ...(exact === null
        ? {}
        : { tokens: { atLeast: exact, atMost: exact, fits: exact < 4_096, exact, trainable: exact >> 1 } }),
      ...(fate === null
        ? {}
        : {
            trainer: { fate, rule, trainableTokens: 3, cutTokens: fate === 'cut' ? 7 : 0, answerCut: fate === 'cut' },
          }),
    });
  });
