// The words of the command that checks files. A word that is not known, or a value that is none of those allowed, is told
// before anything is read: measuring with something else than was meant would look like an answer.
import { Command, CommanderError } from 'commander';
import { type TaskKind, taskKinds } from '../readiness/check.js';
import { type ImportFormat, importFormats } from '../readiness/imports/import-reader.js';
import { rowRecipes } from '../readiness/trainers/recipes.js';
import { fail, WrongUse } from './wrong-use.js';

const distributions = ['internal', 'distributed', 'unknown'] as const;
const bases = ['consent', 'contract', 'legitimate-interest', 'legal-obligation', 'no-personal-data'] as const;
const recipeNames = rowRecipes.map(({ name }) => name);

export interface Options {
  readonly holdout?: string;
  readonly format: ImportFormat;
  readonly target?: string;
  readonly recipe?: string;
  readonly sequence?: number;
  readonly task?: TaskKind;
  readonly policy: string;
  readonly distribution: (typeof distributions)[number];
  readonly licence?: string;
  readonly revision?: string;
  readonly source?: string;
  readonly basis?: (typeof bases)[number];
  readonly mayTrain?: boolean;
  readonly privacy: boolean;
  readonly learn: boolean;
  readonly threads?: number;
  readonly json?: boolean;
  readonly html?: string;
  readonly csv?: string;
  readonly strict?: boolean;
  readonly spark?: string;
  readonly tokenisers?: string;
  readonly benchmarks?: string;
  readonly lintRecipe?: string;
  readonly framework?: string;
}

/** For `argParser`: the value itself, if it is one of those. */
function oneOf<Value extends string>(option: string, allowed: readonly Value[]) {
  return (value: string): Value =>
    allowed.find((one) => one === value) ??
    fail(`${option} knows no ${shownValue(value)}; it is one of ${inWords(allowed)}.`);
}

function wholeNumber(option: string) {
  return (value: string): number =>
    /^[1-9]\d{0,8}$/.test(value)
      ? Number(value)
      : fail(`${option} is a whole number above 0, not ${shownValue(value)}.`);
}

const shownValue = (value: string) => (value.trim() === value && value !== '' ? value : `'${value}'`);

function inWords(allowed: readonly string[]): string {
  const quoted = allowed.map((one) => (one.includes(' ') ? `"${one}"` : one));
  return quoted.join(', ');
}

/** @param run gives the exit code */
export function readinessCommand(run: (path: string | undefined, options: Options) => Promise<number>): Command {
  const command = new Command('readiness')
    .description('Is this data good enough to train on? Checks a file as the service would, without a service.')
    .argument(
      '[file]',
      'JSONL, JSON, CSV, TSV or Parquet, plain, .gz or .zst; pictures with captions as .tar or folder',
    )
    .option('--holdout <file>', 'rows to judge with; otherwise a fifth of the file is dealt by the hash of each prompt')
    .option('--format <format>', `row format: ${importFormats.join(', ')}`, oneOf('--format', importFormats), 'auto')
    .option('--target <model>', 'model to be trained, such as llama-2-7b')
    .option(
      '--recipe <recipe>',
      'recipe that will train, such as trl-lora; it decides what is cut and dropped',
      oneOf('--recipe', recipeNames),
    )
    .option('--sequence <tokens>', 'what the recipe’s length is set to', wholeNumber('--sequence'))
    .option(
      '--task <kind>',
      '"closed-set classification" or "generation"; otherwise by the target',
      oneOf('--task', taskKinds),
    )
    .option('--policy <name>', 'policy whose numbers judge', 'default')
    .option(
      '--distribution <who>',
      `who will get the model: ${distributions.join(', ')}`,
      oneOf('--distribution', distributions),
      'unknown',
    )
    .exitOverride()
    .configureOutput({ outputError: () => undefined })
    .action(async (path: string | undefined, options: Options) => {
      process.exitCode = await run(path, options);
    });
  return withDeclarations(command).addHelpText('after', exitCodes);
}

/** What is declared of the rows, what is left out, and what is written. */
function withDeclarations(command: Command): Command {
  return command
    .option('--licence <spdx>', 'licence of the file, as an SPDX id')
    .option('--revision <revision>', 'commit or version at which the licence was read')
    .option('--source <source>', 'who wrote the answers, or where the file comes from')
    .option('--basis <basis>', `legal basis: ${bases.join(', ')}`, oneOf('--basis', bases))
    .option('--may-train', 'what people were told covers training')
    .option('--no-privacy', 'do not look for personal data and secrets; those checks are then skipped')
    .option('--no-learn', 'do not train a student for the learning curve and the labels')
    .option('--threads <count>', 'threads that read', wholeNumber('--threads'))
    .option('--json', 'print the report object alone')
    .option('--html <file>', 'write the report as one page')
    .option('--csv <file>', 'write the failing rows, with masked excerpts')
    .option('--spark <folder>', 'write the facts and the set pass as a job for Apache Spark, into an empty folder')
    .option('--tokenisers <folder>', 'tokenizer.json files by model: rows are counted exactly by the one of the target')
    .option('--benchmarks <folder>', 'questions of public benchmarks that must not be in the rows: .txt, .jsonl')
    .option('--lint-recipe <file>', 'name the settings of a training file that are gone; beside a data file or alone')
    .option('--framework <name>', 'framework of that file, where --recipe does not say it')
    .option('--strict', 'a warning ends with code 1 too');
}

const exitCodes = `
Exit code: 0 pass or warn, 1 fail (with --strict a warning too), 2 cannot tell, 3 measuring broke, 64 wrong use.`;

/** What the caller did wrong, as a sentence; null for any other error. An empty one: help was asked for and given. */
export function wrongUseOf(error: unknown, command: Command): string | null {
  if (error instanceof WrongUse) {
    return error.message;
  }
  if (!(error instanceof CommanderError)) {
    return null;
  }
  if (error.exitCode === 0) {
    return '';
  }
  const names = command.options.map(({ long }) => long).join(', ');
  const [, word = ''] = /'([^']*)'/.exec(error.message) ?? [];
  switch (error.code) {
    case 'commander.unknownOption':
      return `There is no option ${word}; there are ${names} and --help.`;
    case 'commander.optionMissingArgument': {
      const option = command.options.find(({ flags }) => flags === word);
      return `${option?.long ?? word} needs a value: ${option?.description ?? ''}.`;
    }
    case 'commander.excessArguments':
      return `${command.args.join(' ')}: one file or folder is checked at a time; the one to judge with goes to --holdout.`;
    default:
      return error.message.replace(/^error: /, '');
  }
}
