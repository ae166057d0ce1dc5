import fc from 'fast-check';
import type { RowFactsParts } from '../../../../test/builders/row-facts.js';
import { aSetFacts, aShare, judged, measuredInPieces } from '../../../../test/builders/set-context.js';
import { cut, dropped, fitting, masked, mixed, open, tooLong } from '../../../../test/builders/told-rows.js';
import type { Check } from '../../check.js';
import type { Message } from '../../rows/example.js';
import type { RowFacts } from '../../rows/row-facts.js';
import type { TokenFacts } from '../../tokens/token-facts.js';
import { targetOf } from '../../trainers/target-of.js';
import { tokenChecks } from './token-checks.js';

const target = targetOf({ model: 'meta-llama/Llama-2-7b-hf', recipe: 'trl-lora' });
const clip = targetOf({ model: 'openai/clip-vit-base-patch32', recipe: 'open-clip' });

function find(id: string): Check {
  const check = tokenChecks.find((one) => one.id === id);
  if (check === undefined) {
    throw new RangeError(`there is no check ${id}`);
  }
  return check;
}

const outcome = (id: string, rows: readonly RowFacts[], parts = {}) =>
  judged(find(id), rows, { target, ...parts }).outcome;

describe('the list', () => {
  it('holds T01 to T10, three of them blocking', () => {
    expect(tokenChecks.map(({ id }) => id)).toEqual([
      'T01',
      'T02',
      'T03',
      'T04',
      'T05',
      'T06',
      'T07',
      'T08',
      'T09',
      'T10',
    ]);
    expect(tokenChecks.filter(({ blocking }) => blocking).map(({ id }) => id)).toEqual(['T01', 'T02', 'T04']);
  });

  it('never passes on nothing', () => {
    for (const check of tokenChecks) {
      expect(['skipped', 'inconclusive']).toContain(judged(check, [], { target }).outcome);
      expect(['skipped', 'inconclusive']).toContain(judged(check, []).outcome);
    }
  });
});

describe('T06 the template takes the rows', () => {
  const withTools: RowFactsParts = { tools: [{ name: 'look', parameters: '' }] };
  const system: Message[] = [
    { role: 'system', content: 's' },
    { role: 'user', content: 'q' },
    { role: 'assistant', content: 'a' },
  ];
  const several: Message[] = [...system.slice(1), ...system.slice(1)];
  const gemma = targetOf({ model: 'google/gemma-2-9b-it', recipe: 'trl-lora' });

  it('passes where it has a place for all', () => {
    expect(outcome('T06', mixed(3, 0, {}))).toBe('pass');
    expect(outcome('T06', mixed(3, 1, { messages: system }))).toBe('pass');
  });

  it('fails where rows use tools and it has none', () => {
    expect(outcome('T06', mixed(3, 1, withTools))).toBe('fail');
    expect(outcome('T06', mixed(3, 1, withTools), { target: targetOf({ model: 'Qwen/Qwen3-8B', recipe: null }) })).toBe(
      'pass',
    );
  });

  it('warns where the recipe has to help', () => {
    expect(outcome('T06', mixed(3, 1, { messages: several }))).toBe('warn');
    expect(outcome('T06', mixed(3, 1, { messages: system }), { target: gemma })).toBe('warn');
  });

  it('is skipped where the template is not known', () => {
    expect(outcome('T06', mixed(3, 1, withTools), { target: targetOf({ model: 'a/b', recipe: null }) })).toBe(
      'skipped',
    );
  });
});

describe('T07 batches waste little', () => {
  it('finds no waste among rows of one length', () => {
    const { measured, outcome: told } = judged(find('T07'), mixed(20, 0, {}, { contentBytes: 400 }), { target });
    expect(told).toBe('pass');
    expect(measured.value).toBeLessThan(0.02);
  });

  it('finds much where a tenth of the rows is ten times as long', () => {
    const rows = mixed(100, 10, { contentBytes: 4000 }, { contentBytes: 400 });
    const { measured } = judged(find('T07'), rows, { target });
    // One of eight is long with 1 − 0.9^8 = 0.57: the longest is 2,450 on average, the mean row 760.
    expect(measured.value).toBeGreaterThan(0.66);
    expect(measured.value).toBeLessThan(0.72);
  });

  it('tells how many rows share a packed sequence once tokens were counted', () => {
    const tokens: TokenFacts = { ...fitting, exact: 100, atLeast: 100 };
    const { measured, text } = judged(find('T07'), mixed(20, 5, { tokens, contentBytes: 400 }, { contentBytes: 400 }), {
      target,
    });
    expect(measured.details).toEqual({ batchRows: 8, meanTokens: 100, rowsPerPackedSequence: 40 });
    expect(text).toContain('about 40 rows share one sequence');
  });
});

describe('T08 prompts are mostly their own', () => {
  const messages = (system: number, rest: number): Message[] => [
    { role: 'system', content: 's'.repeat(system) },
    { role: 'user', content: 'u'.repeat(rest - 1) },
    { role: 'assistant', content: 'a' },
  ];

  it('passes at half, warns beyond, fails beyond four fifths', () => {
    expect(outcome('T08', mixed(2, 2, { messages: messages(50, 50) }))).toBe('pass');
    expect(outcome('T08', mixed(2, 2, { messages: messages(51, 49) }))).toBe('warn');
    expect(outcome('T08', mixed(2, 2, { messages: messages(80, 20) }))).toBe('warn');
    expect(outcome('T08', mixed(2, 2, { messages: messages(81, 19) }))).toBe('fail');
  });

  it('adds boilerplate of the prompts', () => {
    const set = aSetFacts({ boilerplate: aShare(1, 2) });
    const { measured } = judged(find('T08'), mixed(1, 1, { messages: messages(50, 51) }), { target, set });
    expect(measured.value).toBeCloseTo(75 / 101);
  });
});

describe('T09 captions fit CLIP', () => {
  const caption = (label: string, tokens: TokenFacts = fitting): RowFactsParts => ({
    kind: 'image-text',
    messages: [
      { role: 'user', content: '', images: [{ ref: 'shop/red-shoe.png', sha256: null }] },
      { role: 'assistant', content: label },
    ],
    tokens,
  });
  const told = (bad: RowFactsParts, count: number) =>
    judged(find('T09'), mixed(100, count, bad, caption('a red shoe')), { target: clip }).outcome;

  it('passes at one in a hundred, warns up to five, fails beyond', () => {
    expect(told(caption('long', tooLong), 1)).toBe('pass');
    expect(told(caption('long', open), 5)).toBe('warn');
    expect(told(caption('long', tooLong), 6)).toBe('fail');
  });

  it('counts captions that are empty or the name of the file', () => {
    expect(told(caption(' '), 6)).toBe('fail');
    expect(told(caption('red-shoe'), 6)).toBe('fail');
    expect(told(caption('Red-Shoe.PNG'), 6)).toBe('fail');
  });

  it('is skipped without captions, and for other targets', () => {
    expect(outcome('T09', mixed(3, 0, {}), { target: clip })).toBe('skipped');
    expect(outcome('T09', mixed(3, 3, caption('a red shoe')))).toBe('skipped');
  });
});

describe('T10 contents hold no marks', () => {
  const marked = (text: string): RowFactsParts => ({ input: text });

  it('passes without, warns at one in a thousand, fails beyond', () => {
    expect(outcome('T10', mixed(1000, 0, {}))).toBe('pass');
    expect(outcome('T10', mixed(1000, 1, marked('a <|im_start|> b')))).toBe('warn');
    expect(outcome('T10', mixed(1000, 2, marked('[INST] hi')))).toBe('fail');
  });

  it('knows the marks of the families, and not what only looks like one', () => {
    for (const text of [
      '<s>',
      '</s>',
      '[/INST]',
      '<<SYS>>',
      '<|eot_id|>',
      '<|endoftext|>',
      '<start_of_turn>',
      '[TOOL_CALLS]',
    ]) {
      expect(outcome('T10', mixed(1, 1, marked(`x ${text} y`)))).toBe('warn');
    }
    for (const text of ['a < b', '[1]', '<span>', '<|', 'a <| b |> c', '[inst]', '<S>']) {
      expect(outcome('T10', mixed(40, 40, marked(`x ${text} y`)))).toBe('pass');
    }
  });
});

describe('the merge law', () => {
  const kinds: RowFactsParts[] = [
    { tokens: tooLong, trainer: cut },
    { tokens: open, trainer: null },
    { tokens: { ...fitting, exact: 12 }, trainer: masked, input: 'x <s> y' },
    { trainer: dropped, tools: [{ name: 'look', parameters: '' }] },
    {
      messages: [
        { role: 'system', content: 'be brief' },
        { role: 'user', content: 'q' },
        { role: 'assistant', content: 'a' },
      ],
    },
    { kind: 'image-text', label: 'a cat', tokens: tooLong },
  ];
  const rows = kinds.flatMap((parts, kind) => mixed(4, 4, { ...parts, contentBytes: 10 + kind * 37 }));

  it.each(tokenChecks.map((check) => [check.id, check] as const))('holds for %s', (_, check) => {
    for (const goal of [target, clip]) {
      const whole = measuredInPieces(check, [rows], { target: goal });
      fc.assert(
        fc.property(
          fc.shuffledSubarray([...rows.keys()], { minLength: rows.length }),
          fc.integer({ min: 1, max: 7 }),
          (order, size) => {
            const picked = order.flatMap((at) => rows[at] ?? []);
            const pieces = Array.from({ length: Math.ceil(picked.length / size) }, (__, at) =>
              picked.slice(at * size, (at + 1) * size),
            );
            expect(measuredInPieces(check, pieces, { target: goal })).toEqual(whole);
          },
        ),
        { numRuns: 15 },
      );
    }
  });
});
