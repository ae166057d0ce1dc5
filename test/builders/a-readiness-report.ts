// A readiness report with something in every part, made of generated rows: what the pages and lists are tried on.
import { sha256Hex } from '../../src/kernel/digest.js';
import type { CheckOutcome } from '../../src/readiness/check.js';
import type { TargetFacts } from '../../src/readiness/facts/target-facts.js';
import type { EvidenceRow } from '../../src/readiness/judging/evidence-sample.js';
import type { Finding, ReadinessReport } from '../../src/readiness/report/readiness-report.js';
import { targetOf } from '../../src/readiness/trainers/target-of.js';
import type { RuleView, TrainerView } from '../../src/readiness/trainers/trainer-view.js';
import { somePolicyNumbers } from './set-context.js';
import { someStatistics } from './some-report-statistics.js';

export function anEvidenceRow(at: number, parts: Partial<EvidenceRow> = {}): EvidenceRow {
  return {
    rowKey: sha256Hex(`row ${at}`),
    origin: 'import',
    originId: 'imp_01kc0000000000000000000000',
    line: at,
    excerpt: `where is the parcel of order [number], sent from depot ${at}?`,
    ...parts,
  };
}

export function aFinding(parts: Partial<Finding> = {}): Finding {
  const name = parts.name ?? 'leak.near';
  const version = parts.version ?? 2;
  return {
    checkId: 'L02',
    name,
    version,
    question: 'Are the held-out rows different from the training rows?',
    why: 'A held-out row that differs from a training row by one word is answered from memory.',
    outcome: 'warn',
    blocking: true,
    value: 0.031,
    unit: 'share',
    numerator: 31,
    denominator: 1_000,
    ci95: { low: 0.0219, high: 0.0437 },
    threshold: { warn: 0.01, fail: 0.05, source: 'policy; catalogue L02' },
    evidence: [1, 2, 3].map((at) => anEvidenceRow(at)),
    evidenceTotal: 31,
    text: '31 of 1,000 held-out rows (3.1 %) are nearly the same as a training row.',
    remedy: 'Take the near training rows out; the hold-out stays as it is.',
    action: 'drop-leaked',
    effect: { rows: -44, tokens: -2_112, metricAfter: 0 },
    engine: 'set pass',
    costMs: 412,
    stateHash: `sha256:${sha256Hex(name)}`,
    waivedBy: null,
    methodVersion: `${name}/${version}`,
    ...parts,
  };
}

/** Fifty-odd findings in all groups, with every outcome among them. */
export function someFindings(): Finding[] {
  const groups = 'FVBULTQPRDES';
  const outcomes: readonly CheckOutcome[] = [
    'pass',
    'pass',
    'pass',
    'warn',
    'pass',
    'skipped',
    'pass',
    'pass',
    'inconclusive',
  ];
  return [...groups].flatMap((letter, place) =>
    [1, 2, 3, 4].map((at) => {
      const outcome = outcomes[(place * 5 + at * 3) % outcomes.length] ?? 'pass';
      const isAsked = outcome !== 'skipped' && outcome !== 'inconclusive';
      return aFinding({
        checkId: `${letter}0${at}`,
        name: `${letter.toLowerCase()}.check-${at}`,
        version: 1,
        outcome,
        blocking: at === 1,
        value: isAsked ? 0.012 * at : null,
        numerator: isAsked ? 12 * at : null,
        ci95: isAsked ? { low: 0.008 * at, high: 0.017 * at } : null,
        question: `Does question ${at} of group ${letter} have a good answer?`,
        text: isAsked ? `${12 * at} of 1,000 rows show it.` : 'Nothing that could answer it was delivered.',
        evidence: outcome === 'warn' ? [4, 5, 6].map((row) => anEvidenceRow(row)) : [],
        evidenceTotal: outcome === 'warn' ? 3 : 0,
        remedy: 'Look at the rows below and take out what is wrong.',
        action: null,
        effect: null,
      });
    }),
  );
}

const someTarget: TargetFacts = {
  ...targetOf({ model: 'llama-2-7b', recipe: 'trl-lora', distribution: 'internal', commercial: true }),
  limitTokens: 1_024,
};

const aRule = (parts: Partial<RuleView>): RuleView => ({
  rule: 'trl.over-max-length',
  fate: 'cut',
  rows: 301,
  why: 'Longer than max_length: cut at the end.',
  sample: [anEvidenceRow(12)],
  ...parts,
});

export function aTrainerView(parts: Partial<TrainerView> = {}): TrainerView {
  return {
    recipe: 'trl-lora',
    title: 'TRL with LoRA',
    framework: 'trl',
    asItComes: false,
    limitTokens: 1_024,
    rows: 5_000,
    trainedOn: 4_913,
    kept: 4_612,
    cut: 301,
    dropped: 0,
    masked: 87,
    untold: 0,
    cutTokens: 21_300,
    answersCut: 44,
    byRule: [
      aRule({}),
      aRule({ rule: 'trl.fully-masked', fate: 'masked', rows: 87, why: 'Nothing is left to learn.' }),
    ],
    pins: { trl: '1.8.0' },
    text: 'Of 5,000 rows TRL with LoRA trains on 4,913: 301 are cut, 87 are kept with nothing to learn.',
    ...parts,
  };
}

const loss = (reason: string, rows: number) => ({ reason, rows });

const someReport: ReadinessReport = {
  id: 'rdy_01kc0000000000000000000000',
  projectId: 'prj_01kc0000000000000000000000',
  createdAt: Date.UTC(2026, 10, 17, 10, 0),
  verdict: 'fail',
  datasetId: 'dst_01kc0000000000000000000000',
  datasetDigest: `sha256:${sha256Hex('data set')}`,
  taskKind: 'closed-set classification',
  candidateContextTokens: 4_096,
  target: someTarget,
  thresholds: somePolicyNumbers,
  usableTrainRows: 4_012,
  holdoutRows: 600,
  missingRows: 0,
  funnel: [
    { step: 'captured', rows: 6_240, removed: [] },
    { step: 'parsed', rows: 6_198, removed: [loss('upload: row.not-json', 42)] },
    { step: 'valid', rows: 6_102, removed: [loss('traffic: answer-cut', 61), loss('traffic: failed', 35)] },
    { step: 'permitted', rows: 6_102, removed: [] },
    {
      step: 'clean of personal data',
      rows: 6_089,
      removed: [loss('a card, account or national id', 12), loss('a secret', 1)],
    },
    {
      step: 'unique',
      rows: 5_240,
      removed: [loss('the same row was there already', 601), loss('repeats an earlier training prompt', 248)],
    },
    { step: 'not leaked', rows: 5_196, removed: [loss('the prompt is held out', 44)] },
    { step: 'in budget', rows: 4_699, removed: [loss('longer than 1,024 tokens', 497)] },
    {
      step: 'trainable',
      rows: 4_012,
      removed: [loss('held out for the comparison', 600), loss('nothing is left to learn', 87)],
    },
  ],
  findings: [
    aFinding(),
    aFinding({
      checkId: 'P03',
      name: 'secrets',
      outcome: 'fail',
      question: 'Is any key, token or password among the rows?',
      value: 1,
      unit: 'rows',
      numerator: 1,
      denominator: 5_612,
      ci95: null,
      threshold: { warn: 0, fail: 0, source: 'ours; catalogue P03' },
      text: '1 row holds a token of a provider.',
      remedy: 'Revoke the key at its provider, then take the row out.',
      action: 'drop-secret-rows',
      effect: { rows: -1, tokens: -61, metricAfter: 0 },
      evidence: [anEvidenceRow(91, { excerpt: 'the deploy job says [AWS-KEY] is not valid' })],
      evidenceTotal: 1,
    }),
    aFinding({
      checkId: 'U03',
      name: 'dup.near',
      outcome: 'waived',
      blocking: false,
      question: 'Do the training rows say different things?',
      waivedBy: { who: 'ada', why: 'The templates are how customers ask.', until: Date.UTC(2027, 0, 31) },
    }),
    ...someFindings().filter(({ checkId }) => !['L02', 'P03', 'U03'].includes(checkId)),
  ],
  statistics: someStatistics,
  manifest: {
    merkleRoot: `sha256:${sha256Hex('root')}`,
    segments: 3,
    licences: [
      {
        source: 'vendor:openai/api',
        rows: 5_100,
        licence: 'Services Agreement 3.3(e), 2026-01-01',
        ruling: 'acknowledge',
      },
      { source: 'import:imp_01kc0000000000000000000000', rows: 512, licence: 'CC-BY-4.0', ruling: 'permitted' },
    ],
    policyDigest: `sha256:${sha256Hex('policy')}`,
    tools: { engine: 'row-pass/1', duckdb: '1.5.6' },
  },
  trainerViews: [
    aTrainerView(),
    aTrainerView({
      recipe: 'axolotl-lora',
      title: 'axolotl with LoRA',
      framework: 'axolotl',
      trainedOn: 4_503,
      kept: 4_503,
      cut: 0,
      dropped: 497,
      masked: 0,
      byRule: [aRule({ rule: 'axolotl.over-sequence-len', rows: 497, why: 'Longer than sequence_len: left out.' })],
      text: 'Of 5,000 rows axolotl with LoRA trains on 4,503: 497 are left out.',
    }),
    aTrainerView({
      recipe: 'sklearn-baseline',
      title: 'scikit-learn',
      framework: 'scikit-learn',
      limitTokens: null,
      trainedOn: 5_000,
      kept: 5_000,
      cut: 0,
      masked: 0,
      byRule: [],
      text: 'Of 5,000 rows scikit-learn trains on 5,000, all of them whole.',
    }),
  ],
  power: {
    margin: 0.03,
    alpha: 0.05,
    power: 0.8,
    discordance: 0.12,
    isDiscordanceMeasured: false,
    requiredHoldoutRows: 824,
    reachableMargin: 0.035,
    forecasts: [
      { quota: 'training rows', have: 4_012, need: 500, days: { p10: 0, p50: 0, p85: 0 } },
      { quota: 'held-out rows', have: 600, need: 824, days: { p10: 6.2, p50: 8.1, p85: 11.4 } },
      { quota: 'class invoice_missing_29', have: 4, need: 10, days: { p10: 9.3, p50: 17.8, p85: 31.2 } },
    ],
  },
  collectNext: [
    {
      what: 'class invoice_missing_29',
      have: 4,
      need: 10,
      why: 'It is 0.4 % of the calls: about 18 days at this rate.',
    },
    { what: 'channel phone', have: 12, need: 30, why: 'Nearly all rows of it were too long.' },
  ],
  problem: null,
  methodVersion: 'readiness/2',
};

export function aReport(parts: Partial<ReadinessReport> = {}): ReadinessReport {
  return { ...someReport, ...parts };
}
