// What the terminal is told of beside the rows: files, a policy, a tokeniser, benchmarks. Wrong use ends with a sentence.
import { readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { loadPolicies } from '../platform/config/load-policies.client.js';
import { loadBenchmarks } from '../readiness/benchmarks/load-benchmarks.client.js';
import type { ImportFormat } from '../readiness/imports/import-reader.js';
import type { MeasuredFile } from '../readiness/measure/pass-files.client.js';
import { faultOfTokeniser, suppliedTokeniserFile } from '../readiness/tokens/supplied-tokenisers.client.js';
import { lintedFrameworks, lintRecipe } from '../readiness/trainers/lint-recipe.js';
import { rowRecipes } from '../readiness/trainers/recipes.js';
import { targetOf } from '../readiness/trainers/target-of.js';

const wrongUse = 64;

export function fail(reason: string): never {
  process.stderr.write(`${reason}\n`);
  process.exit(wrongUse);
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

export function fileAt(path: string, split: MeasuredFile['split'], format: ImportFormat): MeasuredFile {
  try {
    if (!statSync(path).isFile()) {
      throw new Error('it is no file');
    }
  } catch (error) {
    fail(`${path} cannot be read: ${reasonOf(error)}`);
  }
  return { path: resolve(path), split, format };
}

export function policyNamed(name: string) {
  const policies = loadPolicies(join(import.meta.dirname, '../../config/policies'));
  return policies.named(name)?.policy ?? fail(`There is no policy ${name}; ${policies.names().join(', ')} are.`);
}

export function knownRecipe(name: string | undefined): string | null {
  if (name !== undefined && !rowRecipes.some((recipe) => recipe.name === name)) {
    fail(`There is no recipe ${name}; there are ${rowRecipes.map((recipe) => recipe.name).join(', ')}.`);
  }
  return name ?? null;
}

/** Null where no folder was named. A folder that has no file for the model, or a broken one, is wrong use. */
export function tokeniserFileAt(folder: string | undefined, model: string | undefined): string | null {
  if (folder === undefined) {
    return null;
  }
  if (model === undefined) {
    fail('--tokenisers needs --target: a tokeniser belongs to a model.');
  }
  const path = suppliedTokeniserFile(resolve(folder), model);
  if (path === null) {
    fail(`${folder} holds no tokenizer.json for ${model}: it is looked for as ${model}/tokenizer.json.`);
  }
  const fault = faultOfTokeniser(path);
  return fault === null ? path : fail(fault);
}

export function benchmarksAt(folder: string | undefined): readonly string[] {
  try {
    return loadBenchmarks(folder ?? null).texts;
  } catch (error) {
    return fail(reasonOf(error));
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
    fail(`--lint-recipe knows files of ${lintedFrameworks.join(', ')}: name one by --framework or --recipe.`);
  }
  try {
    return lintRecipe(known, readFileSync(path, 'utf8'))
      .map(({ line, message }) => `${path}:${line}: ${message}\n`)
      .join('');
  } catch (error) {
    return fail(`${path} cannot be read: ${reasonOf(error)}`);
  }
}
