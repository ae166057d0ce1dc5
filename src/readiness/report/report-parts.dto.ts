// The parts of a report beside its findings, as they are answered.
import type { PowerFacts } from '../facts/power-facts.js';
import type { TargetFacts } from '../facts/target-facts.js';
import type { TrainerView } from '../trainers/trainer-view.js';
import type { WantedRows } from './readiness-report.js';
import type { ReportManifest } from './report-manifest.js';
import {
  ClusterResponse,
  LeakPairResponse,
  LearningCurveResponse,
  ProductionShiftResponse,
  toPictures,
} from './report-pictures.dto.js';
import type { LengthSummary, ReportStatistics } from './report-statistics.js';

export class TargetResponse {
  /** @example 'llama-2-7b' */
  model: string | null;
  /** @example 'llama-2' */
  tokeniser: string;
  /** @example 4096 */
  contextTokens: number | null;
  /** @example 'trl' */
  framework: string;
  /** @example 'trl-lora' */
  recipe: string | null;
  /** The smaller of what the model and the recipe read. @example 1024 */
  limitTokens: number | null;
  /** `generative`, `classifier` or `embedder`. @example 'generative' */
  kind: string;
  /** @example 'internal' */
  distribution: string;
  /** @example true */
  commercial: boolean | null;
}

export class LengthBarResponse {
  /** @example 100 */
  upTo: number;
  /** @example 412 */
  rows: number;
}

export class LengthsResponse {
  /** @example 4612 */
  rows: number;
  /** @example 486 */
  p50: number;
  /** @example 1010 */
  p95: number;
  /** @example 1900 */
  p99: number;
  /** @example 2200 */
  max: number;
  bars: LengthBarResponse[];
}

export class ClassRowsResponse {
  /** @example 'card_arrival' */
  label: string;
  /** @example 153 */
  deliveredTrain: number;
  /** @example 150 */
  keptTrain: number;
  /** @example 40 */
  keptHoldout: number;
}

export class PrivateKindResponse {
  /** @example 'email' */
  kind: string;
  /** `high`, `contact`, `secret` or `special`. @example 'contact' */
  group: string;
  /** @example 214 */
  rows: number;
  /** @example 231 */
  spans: number;
}

export class StatisticsResponse {
  /** Valid rows as delivered. @example 5612 */
  rows: number;
  promptCharacters: LengthsResponse | null;
  answerCharacters: LengthsResponse | null;
  /** With the chat template; the upper bound where the bound alone decides. */
  tokens: LengthsResponse | null;
  /** Rows by number of turns. @example { "2": 3800 } */
  turns: Record<string, number>;
  /** @example { "chat": 5612 } */
  kinds: Record<string, number>;
  /** @example { "gpt-4-0613": 4100 } */
  models: Record<string, number>;
  /** Of the rows looked at. @example { "en": 4890 } */
  languages: Record<string, number>;
  /** @example 5190 */
  languagesLookedAt: number;
  /** Null: personal data was not looked for. */
  privateKinds: PrivateKindResponse[] | null;
  /** The largest two hundred. */
  classes: ClassRowsResponse[];
  /** @example 77 */
  classesInAll: number;
  /** Usable rows by day. @example { "2026-11-17": 140 } */
  rowsByDay: Record<string, number>;
  /** @example { "channel": { "web": 3000 } } */
  slices: Record<string, Record<string, number>>;
  /** The largest groups of near duplicates, with masked excerpts. */
  clusters: ClusterResponse[];
  /** Held-out rows and the training rows next to them. */
  leakPairs: LeakPairResponse[];
  /** Null: no student was trained for it. */
  learningCurve: LearningCurveResponse | null;
  /** Against the last window of traffic; null: none was captured. */
  shift: ProductionShiftResponse | null;
}

export class SourceLicenceResponse {
  /** @example 'import:imp_01kc0000000000000000000000' */
  source: string;
  /** @example 512 */
  rows: number;
  /** @example 'CC-BY-4.0' */
  licence: string;
  /** @example 'permitted' */
  ruling: string;
}

export class ManifestResponse {
  /** Over the digests of all segments. @example 'sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' */
  merkleRoot: string | null;
  /** @example 3 */
  segments: number;
  licences: SourceLicenceResponse[];
  /** @example 'sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' */
  policyDigest: string | null;
  /** @example { "duckdb": "1.5.6" } */
  tools: Record<string, string>;
}

export class TrainerRuleResponse {
  /** @example 'trl.over-max-length' */
  rule: string;
  /** `cut`, `dropped` or `masked`. @example 'cut' */
  fate: string;
  /** @example 301 */
  rows: number;
  /** @example 'Longer than max_length: cut at the end.' */
  why: string;
}

export class TrainerViewResponse {
  /** @example 'trl-lora' */
  recipe: string;
  /** @example 'TRL with LoRA' */
  title: string;
  /** @example 'trl' */
  framework: string;
  /** @example 1024 */
  limitTokens: number | null;
  /** @example 5000 */
  rows: number;
  /** Learnt from, whole or in part. @example 4913 */
  trainedOn: number;
  /** @example 301 */
  cut: number;
  /** @example 0 */
  dropped: number;
  /** Kept with nothing to learn. @example 87 */
  masked: number;
  /** Not known for want of a tokeniser. @example 0 */
  untold: number;
  byRule: TrainerRuleResponse[];
  /** @example 'Of 5,000 rows TRL with LoRA trains on 4,913: 301 are cut, 87 are kept with nothing to learn.' */
  text: string;
}

export class DaysResponse {
  /** @example 6.2 */
  p10: number;
  /** @example 8.1 */
  p50: number;
  /** @example 11.4 */
  p85: number;
}

export class QuotaForecastResponse {
  /** @example 'held-out rows' */
  quota: string;
  /** @example 600 */
  have: number;
  /** @example 824 */
  need: number;
  /** From the report on; null: no basis yet. */
  days: DaysResponse | null;
}

export class PowerResponse {
  /** @example 0.03 */
  margin: number | null;
  /** @example 0.05 */
  alpha: number;
  /** @example 0.8 */
  power: number;
  /** @example 0.12 */
  discordance: number;
  /** @example false */
  isDiscordanceMeasured: boolean;
  /** @example 824 */
  requiredHoldoutRows: number | null;
  /** @example 0.035 */
  reachableMargin: number | null;
  forecasts: QuotaForecastResponse[];
}

export class WantedRowsResponse {
  /** @example 'class card_arrival' */
  what: string;
  /** @example 4 */
  have: number;
  /** @example 10 */
  need: number;
  /** @example '6 more are needed.' */
  why: string;
}

export function toTarget(target: TargetFacts): TargetResponse {
  const { model, tokeniser, contextTokens, framework, recipe, limitTokens, kind, distribution, commercial } = target;
  return { model, tokeniser, contextTokens, framework, recipe, limitTokens, kind, distribution, commercial };
}

const toLengths = (lengths: LengthSummary | null): LengthsResponse | null =>
  lengths === null ? null : { ...lengths, bars: [...lengths.bars] };

/** Clusters and pairs quote rows at length: they stand on the page. */
export function toStatistics(statistics: ReportStatistics): StatisticsResponse {
  const { rows, turns, kinds, models, languages, languagesLookedAt, privateKinds, classes, classesInAll } = statistics;
  return {
    rows,
    promptCharacters: toLengths(statistics.promptCharacters),
    answerCharacters: toLengths(statistics.answerCharacters),
    tokens: toLengths(statistics.tokens),
    turns,
    kinds,
    models,
    languages,
    languagesLookedAt,
    privateKinds: privateKinds === null ? null : [...privateKinds],
    classes: [...classes],
    classesInAll,
    rowsByDay: statistics.rowsByDay,
    slices: statistics.slices,
    ...toPictures(statistics),
  };
}

export function toManifest(manifest: ReportManifest): ManifestResponse {
  return { ...manifest, licences: [...manifest.licences] };
}

export function toTrainerView(view: TrainerView): TrainerViewResponse {
  const { recipe, title, framework, limitTokens, rows, trainedOn, cut, dropped, masked, untold, byRule, text } = view;
  const rules = byRule.map(({ rule, fate, rows: hit, why }) => ({ rule, fate, rows: hit, why }));
  return { recipe, title, framework, limitTokens, rows, trainedOn, cut, dropped, masked, untold, byRule: rules, text };
}

export function toPower(power: PowerFacts): PowerResponse {
  const { margin, alpha, power: strength, discordance, isDiscordanceMeasured } = power;
  const { requiredHoldoutRows, reachableMargin, forecasts } = power;
  const needs = { requiredHoldoutRows, reachableMargin, forecasts: [...forecasts] };
  return { margin, alpha, power: strength, discordance, isDiscordanceMeasured, ...needs };
}

export function toWantedRows({ what, have, need, why }: WantedRows): WantedRowsResponse {
  return { what, have, need, why };
}
