import { anExample } from '../../../test/builders/row-facts.js';
import { targetOf } from '../trainers/target-of.js';
import { makeRowTokens } from './make-row-tokens.client.js';
import { isInSample, wordsOf } from './row-bounds.js';

const bytesOf = (example: ReturnType<typeof anExample>) =>
  example.messages.reduce((sum, { content }) => sum + Buffer.byteLength(content), 0);

function tell(question: Parameters<typeof targetOf>[0], label: string, exactShare = 0) {
  const example = anExample({ label });
  return makeRowTokens(targetOf(question), { exactShare })(example, bytesOf(example));
}

const llama = { model: 'meta-llama/Llama-2-7b-hf', recipe: 'trl-lora' };
const words = (count: number) => Array.from({ length: count }, () => 'word').join(' ');

describe('the tokens of a row', () => {
  it('are not counted where the bytes show that the row fits', () => {
    const { tokens, trainer } = tell(llama, 'a short answer');
    expect(tokens).toMatchObject({ fits: true, exact: null, trainable: null });
    expect(tokens.atMost).toBeLessThan(200);
    expect(trainer).toMatchObject({ fate: 'kept', rule: null });
  });

  it('are counted where the bytes do not decide, and then decide', () => {
    const fitting = tell(llama, words(2000));
    expect(fitting.tokens).toMatchObject({ fits: true, trainable: 2002 });
    expect([fitting.tokens.exact, fitting.tokens.atLeast]).toEqual([fitting.tokens.atMost, fitting.tokens.atMost]);
    const long = tell(llama, words(5000));
    expect(long.tokens).toMatchObject({ fits: false });
    expect(long.trainer).toMatchObject({ fate: 'cut', rule: 'trl.max-length', answerCut: true });
  });

  it('are the same by the bound and by the count: nothing that fits is counted as too long', () => {
    const byBound = tell(llama, words(50));
    const byCount = tell(llama, words(50), 1);
    expect(byCount.tokens.exact).not.toBeNull();
    expect(byCount.tokens.exact ?? 0).toBeLessThanOrEqual(byBound.tokens.atMost);
    expect([byBound.tokens.fits, byCount.tokens.fits]).toEqual([true, true]);
    expect([byBound.trainer?.fate, byCount.trainer?.fate]).toEqual(['kept', 'kept']);
  });

  it('of a model whose tokeniser is not known stay open between the bounds', () => {
    const qwen = { model: 'Qwen/Qwen2.5-7B-Instruct', recipe: 'trl-lora', sequenceTokens: 2048 };
    const open = tell(qwen, words(1000));
    expect(open).toMatchObject({ tokens: { fits: null, exact: null, atLeast: 1004 }, trainer: null });
    const over = tell(qwen, words(3000));
    expect(over).toMatchObject({ tokens: { fits: false, exact: null }, trainer: null });
  });

  it('have no limit where none is known', () => {
    const { tokens, trainer } = tell({ model: null, recipe: null }, words(9000));
    expect([tokens.fits, trainer]).toEqual([null, null]);
  });

  it('leave the fate open where the recipe is not known', () => {
    expect(tell({ model: llama.model, recipe: 'by-hand' }, 'short').trainer).toBeNull();
  });

  it('of a pair are those of its longer answer', () => {
    const example = anExample({ kind: 'preference', rejected: { role: 'assistant', content: words(5000) } });
    const told = makeRowTokens(targetOf({ model: llama.model, recipe: 'trl-dpo' }))(example, bytesOf(example));
    expect(told.tokens).toMatchObject({ fits: false });
    expect(told.trainer).toMatchObject({ fate: 'cut', rule: 'trl-dpo.max-length', answerCut: true });
  });

  it('of rows that the template refuses are told without counting', () => {
    const messages = [
      { role: 'user', content: 'one' },
      { role: 'user', content: 'two' },
      { role: 'assistant', content: 'three' },
    ] as const;
    const told = makeRowTokens(targetOf(llama))(anExample({ messages }), 11);
    expect(told.trainer).toMatchObject({ fate: 'dropped', rule: 'trl.roles-refused' });
  });

  it('are sampled by the key of the row alone', () => {
    const keys = Array.from({ length: 4096 }, (_, at) => `${at.toString(16).padStart(3, '0')}ffff`);
    expect(keys.filter((key) => isInSample(key, 1 / 64))).toHaveLength(64);
    expect(keys.filter((key) => isInSample(key, 1))).toHaveLength(4096);
    expect(keys.filter((key) => isInSample(key, 0))).toHaveLength(0);
  });

  it('are never fewer than the words', () => {
    expect(wordsOf({ messages: [{ role: 'user', content: ' one  two\nthree ' }] })).toBe(3);
  });
});
