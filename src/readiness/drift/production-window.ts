// What production asks now, from captured traffic: histograms and counts that any number of readers can add up, in any
// order. No text is kept; the keys of labels, models and tools are what the traffic itself names them.
import type { ProductionFacts } from '../facts/production-facts.js';
import { isRefusal } from '../quality/signals.js';
import type { RowFacts } from '../rows/row-facts.js';
import { addValue, emptyHistogram, type LogHistogram, mergeHistograms } from '../states/log-histogram.js';
import { addKey, emptyTop, mergeTop, type TopKeys, topOf } from '../states/top-keys.js';
import { addWords, mergeWords, wordHistogram } from '../states/word-histogram.js';
import { binsOf } from './length-deciles.js';
import { clusterHistogram } from './prompt-cluster.js';
import { calledTools, isMultiTurn, systemKey } from './request-frame.js';

const dayMs = 86_400_000;
/** Longer answers are no labels. */
const labelUnitsMax = 200;
/** Of each kind of name the most frequent are handed on. */
const namesMax = 1_000;

/** Whether an answer is short enough to be the name of a class. */
export function isLabel(answer: string): boolean {
  return answer.length <= labelUnitsMax;
}

/** Plain data. */
export interface ProductionWindow {
  calls: number;
  /** Infinity while empty. */
  fromAt: number;
  untilAt: number;
  multiTurnCalls: number;
  refusals: number;
  readonly words: Uint32Array;
  readonly clusters: Uint32Array;
  readonly lengths: LogHistogram;
  labels: TopKeys;
  tools: TopKeys;
  models: TopKeys;
  systemPrompts: TopKeys;
  days: TopKeys;
}

export function emptyWindow(): ProductionWindow {
  return {
    calls: 0,
    fromAt: Number.POSITIVE_INFINITY,
    untilAt: Number.NEGATIVE_INFINITY,
    multiTurnCalls: 0,
    refusals: 0,
    words: wordHistogram(),
    clusters: clusterHistogram(),
    lengths: emptyHistogram(),
    labels: emptyTop(),
    tools: emptyTop(),
    models: emptyTop(),
    systemPrompts: emptyTop(),
    days: emptyTop(),
  };
}

/** Changes the window and returns it. Calls of no known time are left out: a window is a stretch of time. */
export function addCall(window: ProductionWindow, row: RowFacts): ProductionWindow {
  const { example, normalPrompt } = row;
  const { at, model } = example.traits;
  if (at === null) {
    return window;
  }
  window.calls += 1;
  window.fromAt = Math.min(window.fromAt, at);
  window.untilAt = Math.max(window.untilAt, at);
  window.multiTurnCalls += isMultiTurn(example) ? 1 : 0;
  window.refusals += isRefusal(row) ? 1 : 0;
  addWords(window.words, normalPrompt);
  window.clusters[row.promptCluster] = (window.clusters[row.promptCluster] ?? 0) + 1;
  addValue(window.lengths, normalPrompt.length);
  if (isLabel(example.label)) {
    addKey(window.labels, example.label.trim());
  }
  for (const tool of calledTools(example)) {
    addKey(window.tools, tool);
  }
  addKey(window.models, model ?? 'unknown');
  addKey(window.systemPrompts, systemKey(example));
  addKey(window.days, new Date(Math.floor(at / dayMs) * dayMs).toISOString().slice(0, 10));
  return window;
}

/** Changes the left one. */
export function mergeWindows(left: ProductionWindow, right: ProductionWindow): ProductionWindow {
  left.calls += right.calls;
  left.fromAt = Math.min(left.fromAt, right.fromAt);
  left.untilAt = Math.max(left.untilAt, right.untilAt);
  left.multiTurnCalls += right.multiTurnCalls;
  left.refusals += right.refusals;
  mergeWords(left.words, right.words);
  mergeWords(left.clusters, right.clusters);
  mergeHistograms(left.lengths, right.lengths);
  for (const names of ['labels', 'tools', 'models', 'systemPrompts', 'days'] as const) {
    mergeTop(left[names], right[names]);
  }
  return left;
}

/** Null while nothing was captured. */
export function productionFactsOf(window: ProductionWindow): ProductionFacts | null {
  if (window.calls === 0) {
    return null;
  }
  const { fromAt, untilAt, calls, words, clusters, lengths, multiTurnCalls, refusals } = window;
  const named = (top: TopKeys) => Object.fromEntries(topOf(top, namesMax));
  return {
    fromAt,
    untilAt,
    calls,
    words,
    clusters,
    lengths: binsOf(lengths),
    labels: named(window.labels),
    tools: named(window.tools),
    models: named(window.models),
    systemPrompts: named(window.systemPrompts),
    multiTurnCalls,
    refusals,
    callsByDay: named(window.days),
  };
}
