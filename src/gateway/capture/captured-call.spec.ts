import { aCapturedCall, anIncomingCall } from '../../../test/builders/captured-calls.js';
import { exchangeOf, keepsBodies, readCaptured } from './captured-call.js';
import { costOf } from './cost-of-captured.js';

const noModels = { find: () => null, all: () => [] };
const sampled = (captureShare: number, unit: string | null = null, requestId = 'req_1') =>
  keepsBodies(anIncomingCall({ plan: { ...anIncomingCall().plan, captureShare }, unit, requestId }));

describe('the bodies of a call', () => {
  it('are kept for the captured share of units, and a conversation is kept whole or not at all', () => {
    const units = Array.from({ length: 2000 }, (_, index) => `unit-${index}`);
    const kept = units.filter((unit) => sampled(0.3, unit));
    expect(kept.length / units.length).toBeCloseTo(0.3, 1);
    expect(kept.every((unit) => sampled(0.3, unit, 'req_2'))).toBe(true);
  });

  it('are kept always at the whole share and never at none', () => {
    expect([sampled(1), sampled(0)]).toEqual([true, false]);
  });

  it('are not kept against the caller’s or the project’s will', () => {
    const call = anIncomingCall();
    expect(keepsBodies({ ...call, controls: { ...call.controls, keepBodies: false } })).toBe(false);
    expect(keepsBodies({ ...call, plan: { ...call.plan, captureBodies: false } })).toBe(false);
  });

  it('of what is only passed through are never kept', () => {
    const captured = aCapturedCall({ call: anIncomingCall({ chat: null }) });
    const stored = { reading: readCaptured(captured), costNanoUsd: null, bodyBytesMax: 1000, termsVersion: null };
    expect(exchangeOf(captured, stored)).toMatchObject({ request: null, response: null, promptTokens: 2 });
  });
});

describe('the cost of a captured call', () => {
  const vendor = {
    name: 'v',
    baseUrl: 'https://v.test',
    dialect: 'openai' as const,
    apiKeyRef: null,
    models: [
      {
        name: 'm',
        usdPerMillionInputTokens: '1',
        usdPerMillionCachedInputTokens: null,
        usdPerMillionOutputTokens: '3',
      },
    ],
  };
  const cost = (captured = aCapturedCall()) => costOf({ captured, reading: readCaptured(captured), vendor }, noModels);

  it('follows the contract', () => {
    expect(cost()).toBe(5000);
  });

  it('is unknown without usage, and nothing for what is only read', () => {
    expect(cost(aCapturedCall({ response: null }))).toBeNull();
    expect(cost(aCapturedCall({ response: null, call: anIncomingCall({ method: 'GET', chat: null }) }))).toBe(0);
  });

  it('of a stream whose copy was cut comes from what was seen as it passed', () => {
    const streamUsage = { promptTokens: 1, cachedTokens: null, completionTokens: 1 };
    expect(cost(aCapturedCall({ isStream: true, response: Buffer.from('data: {"cho'), streamUsage }))).toBe(4000);
  });
});
