// What the terminal is told of beside the rows: files, a policy, a tokeniser, benchmarks. Wrong use ends with a sentence.
import { accessSync, constants, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { loadPolicies } from '../platform/config/load-policies.client.js';
import { loadBenchmarks } from '../readiness/benchmarks/load-benchmarks.client.js';
import { firstBytesAt } from '../readiness/measure/cut-file.client.js';
import { filesUnder } from '../readiness/measure/pass-archive.client.js';
import type { MeasuredFile } from '../readiness/measure/pass-files.client.js';
import { loadRightsRules } from '../readiness/rights/load-rights.client.js';
import { modelLicenceOf } from '../readiness/rights/rights-rules.js';
import { faultOfTokeniser, suppliedTokeniserFile } from '../readiness/tokens/supplied-tokenisers.client.js';
import { knownModelOf, knownModels } from '../readiness/trainers/known-models.js';
import { lintedFrameworks, lintRecipe } from '../readiness/trainers/lint-recipe.js';
import { targetOf } from '../readiness/trainers/target-of.js';
import { foreignKind } from '../readiness/uploads/first-bytes.js';
import { fail } from './wrong-use.js';

const pictureEnding = /\.(jpe?g|png|webp)$/i;
const readKinds = 'JSONL, JSON, CSV, TSV, Parquet and tar are read, plain, .gz or .zst, and folders of pictures';
const systemReasons: Readonly<Record<string, string>> = {
  ENOENT: 'is not there',
  ENOTDIR: 'is not there',
  EACCES: 'may not be read by this user',
};

/** After the name of a file or folder. */
function reasonOf(error: unknown): string {
  const known = systemReasons[(error as NodeJS.ErrnoException).code ?? ''];
  return known ?? `cannot be used: ${error instanceof Error ? error.message : String(error)}`;
}

/** @param option before the path, where it is not the file itself that is checked */
export function fileAt(path: string, file: Omit<MeasuredFile, 'path'>, option = ''): MeasuredFile {
  let reason: string | null = null;
  try {
    accessSync(path, constants.R_OK);
    reason = whyNotRead(path);
  } catch (error) {
    reason = reasonOf(error);
  }
  return reason === null ? { ...file, path: resolve(path) } : fail(`${option} ${path} ${reason}.`.trimStart());
}

function whyNotRead(path: string): string | null {
  const facts = statSync(path);
  if (facts.isDirectory()) {
    const holdsPictures = filesUnder(path).some((one) => pictureEnding.test(one));
    return holdsPictures ? null : `is a folder without pictures, so name one file; ${readKinds}`;
  }
  const foreign = facts.isFile() ? foreignKind(firstBytesAt(path)) : 'neither a file nor a folder';
  return foreign === null ? null : `is ${foreign}; ${readKinds}`;
}

/** Said before the measuring: what was measured would be lost. */
export function writableAt(option: string, path: string): string {
  const isFolder = (one: string) => statSync(one, { throwIfNoEntry: false })?.isDirectory() === true;
  if (!isFolder(dirname(resolve(path))) || isFolder(path)) {
    fail(`${option} ${path} cannot be written: name a file in a folder that is there.`);
  }
  return path;
}

/** Files of another export would be read as part of this one. */
export function emptyFolderAt(option: string, path: string): string {
  const facts = statSync(path, { throwIfNoEntry: false });
  if (facts !== undefined && (!facts.isDirectory() || readdirSync(path).length > 0)) {
    fail(`${option} ${path} is not empty: name an empty folder, or one that is not there yet.`);
  }
  return resolve(path);
}

export function policyNamed(name: string) {
  const policies = loadPolicies(join(import.meta.dirname, '../../config/policies'));
  return (
    policies.named(name)?.policy ?? fail(`--policy knows no ${name}; it is one of ${policies.names().join(', ')}.`)
  );
}

/** A name that nothing is known of would be measured against no limit. With its tokeniser any model will do. */
export function knownTarget(name: string | undefined, hasTokenisers: boolean): string | null {
  if (name === undefined || hasTokenisers) {
    return name ?? null;
  }
  const rules = loadRightsRules();
  if (knownModelOf(name) === null && modelLicenceOf(name, rules) === null) {
    const all = [...knownModels.map(({ begins }) => begins), ...rules.modelLicences.flatMap(({ models }) => models)];
    const known = all.filter(
      (one, place) => !all.some((other, at) => covers(other, one) && (other !== one || at < place)),
    );
    fail(
      `--target knows no ${name}; its name begins with ${known.sort().join(', ')}, or is any with --tokenisers, or is left out.`,
    );
  }
  return name;
}

const covers = (beginning: string, name: string) => name.startsWith(beginning);

/** Null where no folder was named. A folder that has no file for the model, or a broken one, is wrong use. */
export function tokeniserFileAt(folder: string | undefined, model: string | undefined): string | null {
  if (folder === undefined) {
    return null;
  }
  if (model === undefined) {
    fail(`--tokenisers ${folder} needs --target: a tokeniser belongs to a model.`);
  }
  const path = suppliedTokeniserFile(resolve(folder), model);
  if (path === null) {
    fail(`--tokenisers ${folder} holds no tokenizer.json for ${model}: it is looked for as ${model}/tokenizer.json.`);
  }
  const fault = faultOfTokeniser(path);
  return fault === null ? path : fail(`--tokenisers ${folder}: ${fault}.`);
}

export function benchmarksAt(folder: string | undefined): readonly string[] {
  try {
    return loadBenchmarks(folder ?? null).texts;
  } catch (error) {
    return fail(`--benchmarks ${folder ?? ''} ${reasonOf(error)}.`);
  }
}

export interface LintOrder {
  readonly path: string;
  /** Goes before the framework of the recipe. */
  readonly framework?: string | undefined;
  readonly recipe: string | null;
}

/** One line a fault, as compilers write them; empty where there is none. */
export function lintFile({ path, framework, recipe }: LintOrder): string {
  const named = framework ?? (recipe === null ? 'none' : targetOf({ model: null, recipe }).framework);
  const known = lintedFrameworks.find((one) => one === named);
  if (known === undefined) {
    const said = framework === undefined ? '' : `--framework knows no ${framework}; `;
    fail(`${said}--lint-recipe reads files of ${lintedFrameworks.join(', ')}: name one by --framework or --recipe.`);
  }
  try {
    return lintRecipe(known, readFileSync(path, 'utf8'))
      .map(({ line, message }) => `${path}:${line}: ${message}\n`)
      .join('');
  } catch (error) {
    return fail(`--lint-recipe ${path} ${reasonOf(error)}.`);
  }
}
