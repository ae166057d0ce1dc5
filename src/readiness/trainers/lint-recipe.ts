// Which settings of a recipe file that somebody wrote are gone or renamed? Trainers stop at some of them and ignore others
// without a word. By framework, because the pinned versions differ: what TRL 1.13 has dropped, LLaMA-Factory's still takes.
import { type Framework, frameworks } from '../facts/target-facts.js';

export interface RecipeFault {
  /** 1-based. */
  readonly line: number;
  readonly setting: string;
  /** What is wrong, and what to write instead. */
  readonly message: string;
}

interface GoneSetting {
  readonly setting: string;
  readonly frameworks: readonly Framework[];
  readonly message: string;
}

const gone: readonly GoneSetting[] = [
  {
    setting: 'max_seq_length',
    frameworks: ['trl'],
    message: 'max_seq_length was renamed: write max_length. Left as it is, rows are cut at 1,024 tokens.',
  },
  {
    setting: 'tokenizer',
    frameworks: ['trl'],
    message: 'The trainers take no tokenizer any more: write processing_class.',
  },
  {
    setting: 'evaluation_strategy',
    frameworks: ['trl', 'axolotl'],
    message: 'evaluation_strategy was renamed: write eval_strategy.',
  },
  {
    setting: 'warmup_ratio',
    frameworks: ['trl'],
    message: 'warmup_ratio is gone from Transformers 5: write warmup_steps, where a number below 1 is a share.',
  },
  {
    setting: 'overwrite_output_dir',
    frameworks: ['trl'],
    message: 'overwrite_output_dir is gone from Transformers 5: name an output_dir that is empty.',
  },
  {
    setting: 'group_by_length',
    frameworks: ['trl'],
    message: 'group_by_length is gone from Transformers 5: write packing: true, or train_sampling_strategy.',
  },
  {
    setting: 'no_cuda',
    frameworks: ['trl'],
    message: 'no_cuda is gone: write use_cpu.',
  },
  {
    setting: 'max_prompt_length',
    frameworks: ['trl'],
    message: 'max_prompt_length is gone from preference training: max_length holds prompt and answer together.',
  },
  {
    setting: 'dataset_text_field',
    frameworks: ['axolotl'],
    message: 'Axolotl takes no dataset_text_field: name the field in datasets, as field.',
  },
  {
    setting: 'max_samples',
    frameworks: ['llama-factory'],
    message: 'max_samples takes the first rows and drops the others: leave it out.',
  },
];

/** Of the others no setting is known to be gone: a file of theirs is not said to be sound. */
export const lintedFrameworks: readonly Framework[] = frameworks.filter((framework) =>
  gone.some((one) => one.frameworks.includes(framework)),
);

/** @param text of a YAML, JSON or Python file; comments and longer names are passed over */
export function lintRecipe(framework: Framework, text: string): RecipeFault[] {
  const looked = gone.filter(({ frameworks }) => frameworks.includes(framework));
  return text.split(/\r?\n/).flatMap((written, index) => {
    const code = withoutComment(written);
    return looked
      .filter(({ setting }) => isSet(code, setting))
      .map(({ setting, message }) => ({ line: index + 1, setting, message }));
  });
}

function withoutComment(line: string): string {
  const start = line.search(/(?:^|\s)#/);
  return start === -1 ? line : line.slice(0, start);
}

const nameCharacter = /[\w.]/;

/** `name:`, `"name":`, `name=` and `--name`, but neither `my_name` nor `name ==`. */
function isSet(code: string, setting: string): boolean {
  for (let at = code.indexOf(setting); at !== -1; at = code.indexOf(setting, at + 1)) {
    const before = code.charAt(at - 1);
    const after = code.slice(at + setting.length);
    const isName = !nameCharacter.test(before) && !/^\w/.test(after);
    if (isName && (/^["']?\s*(?::|=(?!=))/.test(after) || code.slice(0, at).endsWith('--'))) {
      return true;
    }
  }
  return false;
}
