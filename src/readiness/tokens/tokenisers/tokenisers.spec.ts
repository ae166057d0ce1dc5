import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { tokeniserOf } from '../tokeniser-of.client.js';
import { ClipTokeniser } from './clip.client.js';
import { GptTokeniser } from './gpt.client.js';
import { Llama2Tokeniser } from './llama-2.client.js';
import { type Llama2Texts, llama2Tables } from './llama-2-tables.js';
import { loadLlama2Vocabulary } from './llama-2-vocabulary.client.js';
import { SuppliedTokeniser } from './supplied.client.js';

const bytesOf = (text: string) => Buffer.byteLength(text);

/** Words, runs of spaces, line breaks, signs, other scripts and emoji. */
const someText = fc
  .array(
    fc.constantFrom('hello', ' ', '  ', '\n', 'card', '£', 'Zürich', '▁', '東京', '🙂', '42', '!?', 'a', ' the', '\t'),
    {
      maxLength: 30,
    },
  )
  .map((parts) => parts.join(''));

describe('the vocabularies of OpenAI', () => {
  it('count what they encode, and never more than a token a byte', () => {
    for (const name of ['cl100k', 'o200k', 'gpt2'] as const) {
      const tokeniser = new GptTokeniser(name);
      fc.assert(
        fc.property(someText, (text) => {
          expect(tokeniser.count(text)).toBe(tokeniser.encode(text).length);
          expect(tokeniser.count(text)).toBeLessThanOrEqual(bytesOf(text));
        }),
        { numRuns: 50 },
      );
    }
  });

  it('read a mark in a text as text', () => {
    expect(new GptTokeniser('cl100k').count('<|endoftext|>')).toBeGreaterThan(1);
  });
});

describe('the vocabulary of Llama 2', () => {
  const whole = require('llama-tokenizer-js').default as Llama2Texts & {
    encode(text: string, start: boolean, space: boolean): number[];
  };

  it('gives the same ids word by word as over the whole text', () => {
    const tokeniser = new Llama2Tokeniser();
    fc.assert(
      fc.property(fc.oneof(someText, fc.string({ unit: 'grapheme', maxLength: 40 })), (text) => {
        const ids = tokeniser.encode(text);
        expect(ids).toEqual(whole.encode(text, false, true));
        expect(tokeniser.count(text)).toBe(ids.length);
        expect(ids.length).toBeLessThanOrEqual(bytesOf(text) + 1);
      }),
      { numRuns: 300 },
    );
  });

  it('joins the characters of any word as the package does, those it has no token for too', () => {
    const tokeniser = new Llama2Tokeniser();
    const character = fc.oneof(
      fc.constantFrom(...'aaabeeinorst  .,-_=/0179éß東京語\u{1f642}\u{20000}\ud800\t\n'),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    );
    fc.assert(
      fc.property(fc.array(character, { maxLength: 47 }), (characters) => {
        const word = characters.join('');
        expect(tokeniser.encode(word)).toEqual(whole.encode(word.replaceAll('▁', ' '), false, word !== ''));
      }),
      { numRuns: 1_000 },
    );
  });

  it('knows every merge of the package', () => {
    const { pairs } = loadLlama2Vocabulary();
    const merges = [...whole.merges.keys()];
    expect(merges.length).toBeGreaterThan(60_000);
    const joined = merges.map((merge) => {
      const ids = merge.split(' ').map((token) => whole.vocabByString.get(token) ?? -1);
      pairs.merge(ids);
      return ids;
    });
    expect(joined).toEqual(merges.map((merge) => [whole.vocabByString.get(merge.replace(' ', ''))]));
  });
});

describe('the tables of Llama 2', () => {
  it('are refused where a pair becomes a token that is none', () => {
    const vocabByString = new Map([
      ['a', 3],
      ['b', 4],
    ]);
    expect(() => llama2Tables({ vocabByString, merges: new Map([['a b', 1]]) })).toThrow(
      'tokens are joined to "ab", which is none',
    );
  });
});

describe('the vocabulary of CLIP', () => {
  const tokeniser = new ClipTokeniser();

  it('reads plain words as the published vocabulary numbers them', () => {
    // Numbers as in the README of openai/CLIP and its vocabulary: a word and its end mark are one token.
    expect(tokeniser.encode('a photo of a cat')).toEqual([320, 1125, 539, 320, 2368]);
    expect(tokeniser.encode('  A  PHOTO of a\ncat ')).toEqual([320, 1125, 539, 320, 2368]);
  });

  it('cuts text that is not ASCII by its bytes', () => {
    // £ is two bytes, C2 A3, which the vocabulary joins to one token.
    expect(tokeniser.encode('£')).toHaveLength(1);
    expect(tokeniser.encode('£')).not.toEqual(tokeniser.encode('\u00c2'));
    expect(tokeniser.encode('zürich').length).toBeGreaterThan(1);
    expect(tokeniser.count('日本')).toBeLessThanOrEqual(bytesOf('日本'));
  });

  it('counts digits one by one, and common endings by themselves', () => {
    expect(tokeniser.count('1234')).toBe(4);
    expect(tokeniser.count("it's")).toBe(2);
    expect(tokeniser.encode('it’s')).toEqual(tokeniser.encode("it's"));
    expect(tokeniser.encode('fish &amp; chips')).toEqual(tokeniser.encode('fish & chips'));
  });

  it('never gives more tokens for a byte than it says', () => {
    const note = '\u{1d1bf}';
    expect(tokeniser.count(note)).toBeLessThanOrEqual(bytesOf(note) * tokeniser.tokensPerByteMax);
    expect(tokeniser.count(note)).toBeGreaterThan(bytesOf(note) * 2);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        expect(tokeniser.count(text)).toBeLessThanOrEqual(Math.ceil(bytesOf(text) * tokeniser.tokensPerByteMax));
      }),
    );
  });
});

describe('a tokeniser that somebody supplies', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tokeniser-'));
  const path = join(folder, 'tokenizer.json');
  const file = (normalizer: unknown) => ({
    version: '1.0',
    added_tokens: [],
    normalizer,
    pre_tokenizer: { type: 'Whitespace' },
    post_processor: null,
    decoder: null,
    model: { type: 'WordLevel', vocab: { '[UNK]': 0, where: 1, is: 2, my: 3, card: 4 }, unk_token: '[UNK]' },
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  it('is read from its file', () => {
    writeFileSync(path, JSON.stringify(file(null)));
    const tokeniser = SuppliedTokeniser.open(path);
    expect(tokeniser.encode('where is my card')).toEqual([1, 2, 3, 4]);
    expect([tokeniser.count('where is it'), tokeniser.tokensPerByteMax]).toEqual([3, 1]);
    expect(tokeniserOf({ tokeniser: 'supplied', tokeniserFile: path })?.count('card')).toBe(1);
  });

  it('widens its bound where it rewrites the text first', () => {
    writeFileSync(path, JSON.stringify(file({ type: 'NFKC' })));
    expect(SuppliedTokeniser.open(path).tokensPerByteMax).toBe(11);
    writeFileSync(
      path,
      JSON.stringify(file({ type: 'Sequence', normalizers: [{ type: 'NFC' }, { type: 'Lowercase' }] })),
    );
    expect(SuppliedTokeniser.open(path).tokensPerByteMax).toBe(4.5);
  });

  it('is refused where the file describes none', () => {
    writeFileSync(path, '{"hello": 1}');
    expect(() => SuppliedTokeniser.open(path)).toThrow('describes no tokeniser');
  });

  it('is none without a file, and none for a model that nothing is known of', () => {
    expect(tokeniserOf({ tokeniser: 'supplied', tokeniserFile: null })).toBeNull();
    expect(tokeniserOf({ tokeniser: 'bytes', tokeniserFile: null })).toBeNull();
  });
});
