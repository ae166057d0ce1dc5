// npm run readiness -- FILE: is this data good enough? The same checks as in the service, without one, for a terminal or a
// CI pipeline. Exit code by verdict: 0 pass or warn, 1 fail, 2 cannot tell, 3 measuring broke, 64 wrong use.
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { Command } from 'commander';
import { type Policy, policyDigest } from '../kernel/policy.js';
import type { TaskKind } from '../readiness/check.js';
import type { EvaluationFacts } from '../readiness/facts/evaluation-facts.js';
import type { TargetFacts } from '../readiness/facts/target-facts.js';
import { funnelOf } from '../readiness/funnel.js';
import type { ImportFormat } from '../readiness/imports/import-reader.js';
import { importFormats } from '../readiness/imports/import-reader.js';
import { noRights } from '../readiness/imports/rights-declaration.js';
import { loadThresholds } from '../readiness/load-thresholds.client.js';
import { type MeasuredFiles, measureFiles } from '../readiness/measure/measure-files.client.js';
import type { ReadinessQuestion } from '../readiness/measure/measure-question.js';
import type { MeasuredFile } from '../readiness/measure/pass-files.client.js';
import type { ReadinessReport } from '../readiness/readiness-report.js';
import type { ReadinessVerdict } from '../readiness/readiness-verdict.js';
import { failingRowsCsv } from '../readiness/report/failing-rows-csv.js';
import { reportPage } from '../readiness/report/html/report-page.js';
import { makeReport } from '../readiness/report/make-report.js';
import { exportForSpark } from '../readiness/set-pass/export-spark.client.js';
import { targetOf } from '../readiness/trainers/target-of.js';
import { completeFiles, type FilesOrder, saltOfFiles } from './readiness-files.client.js';
import {
  benchmarksAt,
  fail,
  fileAt,
  knownRecipe,
  lintFile,
  policyNamed,
  tokeniserFileAt,
} from './readiness-inputs.client.js';
import { reportInWords } from './readiness-words.js';

interface Options {
  readonly holdout?: string;
  readonly format: ImportFormat;
  readonly target?: string;
  readonly recipe?: string;
  readonly sequence?: string;
  readonly task?: TaskKind;
  readonly policy: string;
  readonly distribution: 'internal' | 'distributed' | 'unknown';
  readonly licence?: string;
  readonly revision?: string;
  readonly source?: string;
  readonly basis?: string;
  readonly mayTrain?: boolean;
  readonly privacy: boolean;
  readonly learn: boolean;
  readonly threads?: string;
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

const codes: Readonly<Record<ReadinessVerdict, number>> = { pass: 0, warn: 0, fail: 1, inconclusive: 2, error: 3 };
/** Beyond it a student is not trained unasked. */
const learntBytesMax = 64 * 1024 * 1024;

const noEvaluation: EvaluationFacts = {
  evaluator: null,
  judgeCalibrationRows: null,
  incumbentScore: null,
  holdoutDigestAtFirstUse: null,
  holdoutDigest: null,
  looks: 0,
};

function targetIn(options: Options): TargetFacts {
  return targetOf({
    model: options.target ?? null,
    recipe: knownRecipe(options.recipe),
    tokeniserFile: tokeniserFileAt(options.tokenisers, options.target),
    sequenceTokens: options.sequence === undefined ? null : Number(options.sequence),
    distribution: options.distribution,
  });
}

function orderIn(files: readonly MeasuredFile[], options: Options): FilesOrder & { readonly taskKind: TaskKind } {
  const target = targetIn(options);
  const taskKind = options.task ?? (target.kind === 'classifier' ? 'closed-set classification' : 'generation');
  const declared = {
    ...noRights,
    spdx: options.licence ?? null,
    revision: options.revision ?? null,
    source: options.source ?? null,
    legalBasis: options.basis ?? null,
    purposeIncludesTraining: options.mayTrain ?? null,
  };
  const bytes = files.reduce((sum, { path }) => sum + statSync(path).size, 0);
  const learns = options.learn && taskKind === 'closed-set classification' && bytes <= learntBytesMax;
  return { target, taskKind, declared, now: Date.now(), learns };
}

async function measured(files: readonly MeasuredFile[], options: Options, folder: string) {
  const policy = policyNamed(options.policy);
  const order = orderIn(files, options);
  const { target, taskKind, now } = order;
  const unread = { files: [], factsFiles: [], folder };
  const question = {
    taskKind,
    now,
    splitSalt: saltOfFiles(files.map(({ path }) => basename(path))),
    target,
    thresholds: { written: loadThresholds().written, policy: policy.readiness },
    waivers: [],
    production: null,
    ...(await completeFiles(unread, { ...order, learns: false })),
    benchmarkTexts: benchmarksAt(options.benchmarks),
    evaluation: { ...noEvaluation, evaluator: taskKind === 'closed-set classification' ? ('exact' as const) : null },
    comparison: policy.evaluation,
    measuredDiscordance: null,
  };
  let { notPermitted }: Pick<ReadinessQuestion, 'notPermitted'> = question;
  const result = await measureFiles(files, question, {
    folder,
    looksForPrivate: options.privacy,
    ...(options.threads === undefined ? {} : { threads: Number(options.threads) }),
    complete: async (read) => {
      const told = await completeFiles(read, order);
      notPermitted = told.notPermitted;
      return told;
    },
    onProgress: ({ rows }) => progress(rows, options),
  });
  const facts = { factsFiles: result.factsFiles, question: { taskKind, notPermitted } };
  const names = new Map(result.files.map(({ importId, fileName }) => [importId, fileName]));
  return { report: reportOf(result, order, policy), names, facts };
}

function reportOf(result: MeasuredFiles, { target, taskKind, now }: ReturnType<typeof orderIn>, policy: Policy) {
  const { context, set } = result;
  return makeReport({
    reportId: `rdy_${String(now)}`,
    projectId: 'files',
    createdAt: now,
    taskKind,
    target,
    thresholds: policy.readiness,
    policyDigest: policyDigest(policy),
    assessed: {
      measurement: { ...result, kept: [] },
      intake: context.intake,
      rights: context.rights,
      funnel: funnelOf(context.intake, set),
      segmentDigests: [],
      segmentsMeasured: 0,
    },
    datasetId: null,
  });
}

function progress(rows: number, { json }: Options): void {
  if (json !== true && process.stderr.isTTY) {
    process.stderr.write(`\r${rows.toLocaleString('en')} rows read`);
  }
}

/** Files of another export would be read as part of this one. */
function emptyFolder(path: string): string {
  const isFree = statSync(path, { throwIfNoEntry: false }) === undefined || readdirSync(path).length === 0;
  return isFree ? resolve(path) : fail(`${path} is not empty: the export for Spark needs a folder of its own.`);
}

function codeOf({ verdict }: ReadinessReport, { strict }: Options): number {
  return strict === true && verdict === 'warn' ? 1 : codes[verdict];
}

async function run(path: string | undefined, options: Options): Promise<number> {
  const faults = lintFaults(options);
  process.stderr.write(faults);
  if (path === undefined) {
    return options.lintRecipe === undefined ? fail('Name the file that is to be checked.') : Number(faults !== '');
  }
  const code = await check(path, options);
  return code === 0 && faults !== '' ? 1 : code;
}

function lintFaults({ lintRecipe, framework, recipe }: Options): string {
  return lintRecipe === undefined ? '' : lintFile({ path: lintRecipe, framework, recipe: knownRecipe(recipe) });
}

async function check(path: string, options: Options): Promise<number> {
  const files = [
    fileAt(path, options.holdout === undefined ? 'auto' : 'train', options.format),
    ...(options.holdout === undefined ? [] : [fileAt(options.holdout, 'holdout', options.format)]),
  ];
  const spark = options.spark === undefined ? null : emptyFolder(options.spark);
  const folder = mkdtempSync(join(tmpdir(), 'openward-readiness-'));
  try {
    const { report, names, facts } = await measured(files, options, folder);
    if (spark !== null) {
      await exportForSpark({ ...facts, folder: spark, workFolder: join(folder, 'spark') });
    }
    if (options.html !== undefined) {
      writeFileSync(options.html, reportPage(report));
    }
    if (options.csv !== undefined) {
      writeFileSync(options.csv, failingRowsCsv(report.findings, names));
    }
    process.stdout.write(options.json === true ? `${JSON.stringify(report)}\n` : reportInWords(report));
    return codeOf(report, options);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const command = new Command('readiness')
  .description('Is this data good enough to train on? Checks a file as the service would, without a service.')
  .argument('[file]', 'JSONL, JSON, CSV, TSV or Parquet; plain, .gz or .zst')
  .option('--holdout <file>', 'rows to judge with; otherwise a fifth of the file is dealt by the hash of each prompt')
  .option('--format <format>', `row format: ${importFormats.join(', ')}`, 'auto')
  .option('--target <model>', 'model to be trained, such as llama-2-7b')
  .option('--recipe <recipe>', 'recipe that will train, such as trl-lora; it decides what is cut and dropped')
  .option('--sequence <tokens>', 'what the recipe’s length is set to')
  .option('--task <kind>', '"closed-set classification" or "generation"; otherwise by the target')
  .option('--policy <name>', 'policy whose numbers judge', 'default')
  .option('--distribution <who>', 'who will get the model: internal, distributed or unknown', 'unknown')
  .option('--licence <spdx>', 'licence of the file, as an SPDX id')
  .option('--revision <revision>', 'commit or version at which the licence was read')
  .option('--source <source>', 'who wrote the answers, or where the file comes from')
  .option('--basis <basis>', 'legal basis: consent, contract, legitimate-interest, legal-obligation, no-personal-data')
  .option('--may-train', 'what people were told covers training')
  .option('--no-privacy', 'do not look for personal data and secrets; those checks are then skipped')
  .option('--no-learn', 'do not train a student for the learning curve and the labels')
  .option('--threads <count>', 'threads that read')
  .option('--json', 'print the report object alone')
  .option('--html <file>', 'write the report as one page')
  .option('--csv <file>', 'write the failing rows, with masked excerpts')
  .option('--spark <folder>', 'write the facts and the set pass as a job for Apache Spark, into an empty folder')
  .option('--tokenisers <folder>', 'tokenizer.json files by model: rows are counted exactly by the one of the target')
  .option('--benchmarks <folder>', 'questions of public benchmarks that must not be in the rows: .txt, .jsonl')
  .option('--lint-recipe <file>', 'name the settings of a training file that are gone; beside a data file or alone')
  .option('--framework <name>', 'framework of that file, where --recipe does not say it')
  .option('--strict', 'a warning ends with code 1 too')
  .action(async (path: string | undefined, options: Options) => {
    process.exitCode = await run(path, options);
  });

await command.parseAsync();
