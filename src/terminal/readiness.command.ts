// npm run readiness -- FILE: is this data good enough? The same checks as in the service, without one, for a terminal or a
// CI pipeline. Exit code by verdict: 0 pass or warn, 1 fail, 2 cannot tell, 3 measuring broke, 64 wrong use.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { inspect } from 'node:util';
import { type Policy, policyDigest } from '../kernel/policy.js';
import type { TaskKind } from '../readiness/check.js';
import type { EvaluationFacts } from '../readiness/facts/evaluation-facts.js';
import type { TargetFacts } from '../readiness/facts/target-facts.js';
import { funnelOf } from '../readiness/funnel.js';
import { noRights } from '../readiness/imports/rights-declaration.js';
import { loadThresholds } from '../readiness/judging/load-thresholds.client.js';
import type { ReadinessVerdict } from '../readiness/judging/readiness-verdict.js';
import { type MeasuredFiles, measureFiles } from '../readiness/measure/measure-files.client.js';
import type { ReadinessQuestion } from '../readiness/measure/measure-question.js';
import { bytesOnDisk, type MeasuredFile } from '../readiness/measure/pass-files.client.js';
import { failingRowsCsv } from '../readiness/report/failing-rows-csv.js';
import { reportPage } from '../readiness/report/html/report-page.js';
import { makeReport } from '../readiness/report/make-report.js';
import type { ReadinessReport } from '../readiness/report/readiness-report.js';
import { exportForSpark } from '../readiness/set-pass/export-spark.client.js';
import { targetOf } from '../readiness/trainers/target-of.js';
import { completeFiles, type FilesOrder, saltOfFiles } from './readiness-files.client.js';
import {
  benchmarksAt,
  emptyFolderAt,
  fileAt,
  knownTarget,
  lintFile,
  policyNamed,
  tokeniserFileAt,
  writableAt,
} from './readiness-inputs.client.js';
import { type Options, readinessCommand, wrongUseOf } from './readiness-options.client.js';
import { reportInWords } from './readiness-words.js';
import { fail } from './wrong-use.js';

/** As sysexits.h has it. */
const wrongUse = 64;
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
    model: knownTarget(options.target, options.tokenisers !== undefined),
    recipe: options.recipe ?? null,
    tokeniserFile: tokeniserFileAt(options.tokenisers, options.target),
    sequenceTokens: options.sequence ?? null,
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
  const bytes = files.reduce((sum, { path }) => sum + bytesOnDisk(path), 0);
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
    ...(options.threads === undefined ? {} : { threads: options.threads }),
    complete: async (read) => {
      const told = await completeFiles(read, order);
      notPermitted = told.notPermitted;
      return told;
    },
    onProgress: ({ rows }) => progress(rows, options),
  });
  tellProblems(result);
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

const clearLine = '\r\u001b[K';

function progress(rows: number, { json }: Options): void {
  if (json !== true && process.stderr.isTTY) {
    process.stderr.write(`${clearLine}${rows.toLocaleString('en')} rows read`);
  }
}

/** On standard error: it is no part of the report, and a file that was not read to its end is no detail. */
function tellProblems({ files }: MeasuredFiles): void {
  process.stderr.write(process.stderr.isTTY ? clearLine : '');
  for (const { fileName, tally } of files) {
    process.stderr.write(tally.problem === null ? '' : `${fileName}: ${tally.problem}\n`);
  }
}

function codeOf({ verdict }: ReadinessReport, { strict }: Options): number {
  return strict === true && verdict === 'warn' ? 1 : codes[verdict];
}

async function run(path: string | undefined, options: Options): Promise<number> {
  const { lintRecipe, framework, recipe = null } = options;
  const faults = lintRecipe === undefined ? '' : lintFile({ path: lintRecipe, framework, recipe });
  process.stderr.write(faults);
  if (path === undefined) {
    return lintRecipe === undefined ? fail('Name the file that is to be checked.') : Number(faults !== '');
  }
  const code = await check(path, options);
  return code === 0 && faults !== '' ? 1 : code;
}

async function check(path: string, options: Options): Promise<number> {
  const { format, holdout } = options;
  const files = [
    fileAt(path, { split: holdout === undefined ? 'auto' : 'train', format }),
    ...(holdout === undefined ? [] : [fileAt(holdout, { split: 'holdout', format }, '--holdout')]),
  ];
  const html = options.html === undefined ? null : writableAt('--html', options.html);
  const csv = options.csv === undefined ? null : writableAt('--csv', options.csv);
  const spark = options.spark === undefined ? null : emptyFolderAt('--spark', options.spark);
  const folder = mkdtempSync(join(tmpdir(), 'openward-readiness-'));
  try {
    const { report, names, facts } = await measured(files, options, folder);
    if (spark !== null) {
      await exportForSpark({ ...facts, folder: spark, workFolder: join(folder, 'spark') });
    }
    if (html !== null) {
      writeFileSync(html, reportPage(report));
    }
    if (csv !== null) {
      writeFileSync(csv, failingRowsCsv(report.findings, names));
    }
    process.stdout.write(options.json === true ? `${JSON.stringify(report)}\n` : reportInWords(report, names));
    return codeOf(report, options);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What nobody foresaw is told with its place in the code; it never looks like a verdict on the data. */
function tellUnforeseen(error: unknown): number {
  process.stderr.write(`Measuring broke, so nothing is known of the data: ${inspect(error)}\n`);
  return codes.error;
}

function tell(error: unknown): number {
  const reason = wrongUseOf(error, command);
  if (reason === null) {
    return tellUnforeseen(error);
  }
  process.stderr.write(reason === '' ? '' : `${reason}\n`);
  return reason === '' ? 0 : wrongUse;
}

process.once('uncaughtException', (error) => process.exit(tellUnforeseen(error)));
// Who reads only the head of the report closes the pipe: the verdict stands all the same.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') {
    throw error;
  }
});

const command = readinessCommand(run);
try {
  await command.parseAsync();
} catch (error) {
  process.exitCode = tell(error);
}
