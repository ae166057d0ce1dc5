import fc from 'fast-check';
import { canonicalJson } from '../../kernel/canonical-json.js';
import { sha256Hex } from '../../kernel/digest.js';
import { type Message, makeExample, type Provenance, type RowContent, readExample, rowKeyOf } from './example.js';

const provenance: Provenance = { origin: 'import', originId: 'imp_1', line: 1, declaredSplit: 'train' };
const text = fc.string({ unit: 'binary' });
const call = fc.record({ id: text, name: text, arguments: text });
const turn = (role: Message['role']) =>
  fc.record(
    {
      role: fc.constant(role),
      content: text,
      toolCalls: fc.array(call, { maxLength: 2 }),
      weight: fc.constantFrom(0 as const, 1 as const),
      images: fc.array(fc.record({ ref: text, sha256: fc.option(text) }), { maxLength: 2 }),
    },
    { requiredKeys: ['role', 'content'] },
  );
const content: fc.Arbitrary<RowContent> = fc
  .record(
    {
      kind: fc.constant('chat' as const),
      before: fc.array(fc.oneof(turn('system'), turn('user'), turn('assistant'), turn('tool')), { maxLength: 3 }),
      user: turn('user'),
      answer: turn('assistant'),
      rejected: turn('assistant'),
      tools: fc.array(fc.record({ name: text, parameters: text }), { maxLength: 2 }),
    },
    { requiredKeys: ['kind', 'before', 'user', 'answer'] },
  )
  .map(({ before, user, answer, ...others }) => ({ ...others, messages: [...before, user, answer] }));

/** What the key is defined over, written without regard to speed. */
function learntFrom({ messages, rejected, tools = [] }: RowContent): Record<string, unknown> {
  const learntOf = ({ role, content, toolCalls, weight, images }: Message) => ({
    role,
    content,
    weight,
    calls: toolCalls?.map(({ name, arguments: given }) => ({ name, arguments: given })),
    images: images?.map(({ sha256, ref }) => sha256 ?? ref),
  });
  return {
    messages: messages.map(learntOf),
    rejected: rejected === undefined ? undefined : learntOf(rejected),
    tools: tools.length === 0 ? undefined : tools,
  };
}

describe('the keys of a row', () => {
  it('are digests of the canonical JSON of what is learnt from, and of what is asked', () => {
    fc.assert(
      fc.property(content, (row) => {
        const { example, texts } = readExample(row, provenance);
        expect(example.rowKey).toBe(sha256Hex(canonicalJson(learntFrom(row))));
        expect(rowKeyOf(row)).toBe(example.rowKey);
        expect(makeExample(row, provenance)).toEqual({ ...example, promptKey: sha256Hex(texts.normalPrompt) });
      }),
    );
  });
});
