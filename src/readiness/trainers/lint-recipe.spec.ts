import { lintRecipe } from './lint-recipe.js';

const found = (framework: Parameters<typeof lintRecipe>[0], text: string) =>
  lintRecipe(framework, text).map(({ line, setting }) => [line, setting]);

describe('a recipe file that somebody wrote', () => {
  it('is told each setting that TRL no longer takes, with its line', () => {
    const script = [
      'args = SFTConfig(output_dir="out", max_seq_length=2048,',
      '    evaluation_strategy="steps", warmup_ratio = 0.03,',
      '    overwrite_output_dir=True, group_by_length=True, no_cuda=True)',
      'trainer = SFTTrainer(model, args=args, tokenizer=tokenizer)',
    ].join('\n');
    expect(found('trl', script)).toEqual([
      [1, 'max_seq_length'],
      [2, 'evaluation_strategy'],
      [2, 'warmup_ratio'],
      [3, 'overwrite_output_dir'],
      [3, 'group_by_length'],
      [3, 'no_cuda'],
      [4, 'tokenizer'],
    ]);
    expect(lintRecipe('trl', script).every(({ message }) => message.includes(':'))).toBe(true);
  });

  it('is read as YAML, JSON and command line alike', () => {
    expect(found('trl', 'warmup_ratio: 0.1')).toEqual([[1, 'warmup_ratio']]);
    expect(found('trl', '{\r\n  "no_cuda": true\r\n}')).toEqual([[2, 'no_cuda']]);
    expect(found('trl', 'trl sft --max_seq_length 1024')).toEqual([[1, 'max_seq_length']]);
  });

  it('is not blamed for comments, longer names and comparisons', () => {
    expect(found('trl', '# warmup_ratio: 0.1\nmax_length: 4096 # not max_seq_length: 1')).toEqual([]);
    expect(found('trl', 'my_tokenizer = load()\ntokenizer_name: x\nif no_cuda == 1: pass\nself.tokenizer = 3')).toEqual(
      [],
    );
  });

  it('is judged by the versions of its framework', () => {
    expect(found('llama-factory', 'warmup_ratio: 0.1\nmax_samples: 1000')).toEqual([[2, 'max_samples']]);
    expect(found('axolotl', 'warmup_ratio: 0.1\nevaluation_strategy: steps')).toEqual([[2, 'evaluation_strategy']]);
    expect(found('open_clip', 'warmup_ratio: 0.1')).toEqual([]);
  });
});
