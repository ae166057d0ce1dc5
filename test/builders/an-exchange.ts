import type { Exchange } from '../../src/exchanges/exchange.js';
import type { ShadowPair } from '../../src/exchanges/shadow-pair.js';
import { makeId } from '../../src/kernel/ids.js';

let made = 0;

/** Ids that sort by the order in which they were made, whatever `at` says. */
function nextId(kind: 'exc' | 'per'): string {
  made += 1;
  return makeId(kind, 1_764_000_000_000 + made, new Uint8Array(10));
}

export function anExchange(parts: Partial<Exchange> = {}): Exchange {
  return {
    id: nextId('exc'),
    projectId: 'prj_one',
    at: 1_764_000_000_000,
    attempt: 1,
    arm: 'incumbent',
    route: 'incumbent',
    vendor: 'acme',
    modelAsked: 'acme-large',
    modelServed: 'acme-large-2026-01-01',
    status: 200,
    outcome: 'ok',
    streamed: false,
    unitHash: null,
    promptTokens: 812,
    cachedTokens: 0,
    completionTokens: 6,
    usageSource: 'provider',
    costNanoUsd: 2_090_000,
    latencyMs: 640.5,
    firstByteMs: 240.25,
    path: '/chat/completions',
    request: Buffer.from('{"model":"acme-large"}'),
    response: Buffer.from('{"choices":[]}'),
    truncated: false,
    error: null,
    tags: { app: 'triage' },
    termsVersion: '2026-10',
    ...parts,
  };
}

export function aShadowPair(parts: Partial<ShadowPair> = {}): ShadowPair {
  return {
    id: nextId('per'),
    projectId: 'prj_one',
    attempt: 1,
    at: 1_764_000_000_000,
    agree: true,
    candidateFailed: false,
    incumbentAnswer: 'refund',
    candidateAnswer: 'refund',
    candidateLatencyMs: 12.5,
    failure: null,
    ...parts,
  };
}
