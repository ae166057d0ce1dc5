// One captured call, read once: whose it was, what it leans on, and what it used.
import type { Exchange } from '../../exchanges/exchange.js';
import { type CallView, type Fields, fieldsOf } from '../features/feature-signal.js';
import { readFeatures } from '../features/read-features.js';
import {
  type CallCriticality,
  callCriticalities,
  fingerprintKey,
  lineKey,
  nothingSeen,
  type TrafficState,
} from './traffic-state.js';

/** Answered, if only in part: somebody relied on it. */
const answered: readonly Exchange['outcome'][] = ['ok', 'incomplete', 'client-closed'];
export const ownServer = 'own';
/** Words that people use in tags for what the register calls otherwise. */
const otherWords: Readonly<Record<string, CallCriticality>> = { supporting: 'medium', important: 'high', none: 'low' };

/** The state of this call alone; `nothingSeen` for what is no use of a model, such as a list of models. */
export function readExchange(exchange: Exchange): TrafficState {
  if (exchange.path === '/models' || exchange.path.startsWith('/models/')) {
    return nothingSeen;
  }
  if (!answered.includes(exchange.outcome)) {
    return { ...nothingSeen, failedCalls: 1 };
  }
  const request = jsonOf(exchange.request);
  const call = viewOf(exchange, request ?? {});
  // Without its request a call on the chat route would look as portable as a call can be: what is not known is not safe.
  const features = request === null ? [] : readFeatures(call);
  const worst = features[0]?.portability ?? 'D';
  const isStateful = features.some((one) => one.isState);
  const { id, at, arm } = exchange;
  const seen = { calls: 1, firstAt: at, lastAt: at, sampleIds: [id] };
  const group = {
    vendor: arm === 'candidate' ? ownServer : exchange.vendor,
    modelAsked: exchange.modelAsked,
    modelServed: exchange.modelServed,
    criticality: criticalityOf(exchange.tags),
  };
  return {
    lines: {
      [lineKey(group)]: {
        ...group,
        ...seen,
        worstFeatures: { A: 0, B: 0, C: 0, D: 0, [worst]: 1 },
        unread: Number(request === null),
        stateful: Number(isStateful),
        statefulIds: isStateful ? [id] : [],
        replayable: Number(isReplayable(exchange)),
        inputTokens: exchange.promptTokens ?? 0,
        cachedTokens: exchange.cachedTokens ?? 0,
        outputTokens: exchange.completionTokens ?? 0,
        costNanoUsd: exchange.costNanoUsd ?? 0,
        unpriced: Number(exchange.costNanoUsd === null),
      },
    },
    features: Object.fromEntries(features.map((one) => [one.id, seen])),
    fingerprints: fingerprintsOf(exchange, call.response),
    failedCalls: 0,
  };
}

/** A fingerprint is a short word of the vendor's; what is longer is none. */
const fingerprintLengthMax = 100;

/** Of vendors alone: the own server is of the build that was put there. */
function fingerprintsOf(exchange: Exchange, { system_fingerprint: told }: Fields): TrafficState['fingerprints'] {
  const { id, at, arm, vendor, modelAsked } = exchange;
  const isTold = typeof told === 'string' && told !== '' && told.length <= fingerprintLengthMax;
  if (arm === 'candidate' || modelAsked === null || !isTold) {
    return {};
  }
  const line = { vendor, modelAsked, fingerprint: told, calls: 1, firstAt: at, lastAt: at, sampleIds: [id] };
  return { [fingerprintKey(line)]: line };
}

function viewOf(exchange: Exchange, request: Fields): CallView {
  const { path, modelAsked, modelServed, promptTokens } = exchange;
  return { path, modelAsked, modelServed, promptTokens, request, response: answerOf(exchange.response) };
}

function isReplayable({ outcome, truncated, request, response }: Exchange): boolean {
  return outcome === 'ok' && !truncated && request !== null && response !== null;
}

function criticalityOf(tags: Readonly<Record<string, string>>): CallCriticality {
  const told = tags.criticality?.toLowerCase() ?? 'untold';
  return callCriticalities.find((one) => one === told) ?? otherWords[told] ?? 'untold';
}

const decoder = new TextDecoder();

function jsonOf(bytes: Uint8Array | null): Fields | null {
  return bytes === null ? null : parsed(decoder.decode(bytes));
}

function parsed(text: string): Fields | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;
  } catch {
    return null;
  }
}

/**
 * A plain answer as it is; of a stream the last event that tells the usage, which tells the fingerprint too, and where none
 * does the first event: nothing else is looked at.
 */
function answerOf(bytes: Uint8Array | null): Fields {
  if (bytes === null) {
    return {};
  }
  const text = decoder.decode(bytes);
  if (!/^\s*(?:data|event|id|retry|:)/.test(text)) {
    return parsed(text) ?? {};
  }
  for (const name of ['"usage":{', '"usage": {', '"usageMetadata"']) {
    const at = text.lastIndexOf(name);
    const start = at < 0 ? -1 : text.lastIndexOf('data:', at);
    if (start >= 0) {
      const end = text.indexOf('\n', at);
      return fieldsOf(parsed(text.slice(start + 'data:'.length, end < 0 ? undefined : end)));
    }
  }
  const first = /^data: ?(\{.*)$/m.exec(text)?.[1];
  return fieldsOf(first === undefined ? null : parsed(first));
}
