import { anExample } from '../../../test/builders/row-facts.js';
import { rowLengthsOf, tokensOf } from './row-lengths.js';
import { allTemplates } from './templates/all-templates.js';
import { GptTokeniser } from './tokenisers/gpt.client.js';
import { Llama2Tokeniser } from './tokenisers/llama-2.client.js';

const tokeniser = new GptTokeniser('gpt2');
const count = (text: string) => tokeniser.count(text);

describe('tokens of a row', () => {
  it('counts question and answer as one text where white space joins them', () => {
    const joined = rowLengthsOf(anExample({ input: 'Why?', label: '\n\nSo.' }), allTemplates.plain, tokeniser);
    expect(tokensOf(joined)).toBe(count('Why?\n\n\nSo.') + 1);
    const apart = rowLengthsOf(anExample({ input: 'Why?', label: 'So.' }), allTemplates.plain, tokeniser);
    expect(tokensOf(apart)).toBe(count('Why?\nSo.') + 1);
  });

  it('counts them as one where the vocabulary puts a space before every text, too', () => {
    const llama = new Llama2Tokeniser();
    const row = anExample({ input: 'Why?', label: 'So.' });
    expect(tokensOf(rowLengthsOf(row, allTemplates.plain, llama))).toBe(llama.count('Why?\nSo.') + 2);
  });

  it('counts a token on the edge to the answer, for who goes by marks', () => {
    const lengths = rowLengthsOf(anExample({ label: '\n\nSo.' }), allTemplates.chatml, tokeniser);
    const bodyTokens = count('assistant\n\n\nSo.') - count('assistant\n') + 2;
    expect(lengths.turns[1]).toMatchObject({ markedHeadTokens: 1, bodyTokens });
    const plain = rowLengthsOf(anExample({ label: 'So.' }), allTemplates.chatml, tokeniser);
    expect(plain.turns[1]?.markedHeadTokens).toBe(0);
  });

  it('puts no template around a text, and the start mark of the vocabulary before it', () => {
    const text = anExample({ kind: 'text', messages: [{ role: 'assistant', content: 'Once upon a time.' }] });
    expect(tokensOf(rowLengthsOf(text, allTemplates['llama-3'], tokeniser))).toBe(count('Once upon a time.') + 1);
    const llama = new Llama2Tokeniser();
    const lengths = rowLengthsOf(text, allTemplates['llama-2'], llama);
    expect([lengths.openTokens, tokensOf(lengths)]).toEqual([1, llama.count('Once upon a time.') + 2]);
  });

  it('counts the answer that was liked less in the same form', () => {
    const pair = anExample({ kind: 'preference', label: 'no', rejected: { role: 'assistant', content: 'no' } });
    const lengths = rowLengthsOf(pair, allTemplates.chatml, tokeniser);
    expect(lengths.rejectedTokens).toBe(lengths.turns[1]?.bodyTokens);
  });
});
