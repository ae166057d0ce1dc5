// What the rules that look at records are fed from: the terms that were read, the ramp, and fingerprints of answers.
import { anArrangement } from '../../../test/builders/an-arrangement.js';
import { anExchange } from '../../../test/builders/an-exchange.js';
import { noModels, twoModels } from '../../../test/builders/lock-in-rooms.js';
import { withReading } from '../register/terms-reading.js';
import { readExchange } from '../traffic/read-exchange.js';
import { mergeTraffic, nothingSeen, storedTraffic } from '../traffic/traffic-state.js';
import { knownTexts } from './known-texts.js';
import { rampOfRecord } from './ramp-of-record.js';

const now = Date.parse('2026-11-25T00:00:00Z');
const [first, second] = ['a'.repeat(64), 'b'.repeat(64)];

function reading(textSha256: string, at: number, isJudged: boolean) {
  return { terms: 'closed-terms@2026-01-01', textSha256, at, isJudged, source: `https://closed.test/${at}`, by: 'ada' };
}

function textsOf(...termsReadings: ReturnType<typeof reading>[]) {
  return knownTexts({ entity: null, arrangements: [{ ...anArrangement({}), termsReadings }] }, noModels);
}

describe('texts of terms', () => {
  it('are compared as they were judged and as they read today', () => {
    expect(textsOf(reading(first, 1, true), reading(second, 2, false))).toMatchObject([
      { pinnedDigest: first, presentDigest: second, observedAt: 2, source: 'https://closed.test/2' },
    ]);
  });

  it('are settled again once the rights were judged by the new text', () => {
    const settled = textsOf(reading(first, 1, true), reading(second, 2, false), reading(second, 3, true));
    expect(settled).toMatchObject([{ pinnedDigest: second, presentDigest: second }]);
  });

  it('are not known while nobody judged by one', () => {
    expect(textsOf(reading(first, 1, false), reading(second, 2, false))).toEqual([]);
  });

  it('keep the one that rights were judged by, however often they were read since', () => {
    const all = Array.from({ length: 300 }, (_, at) => reading(second, at + 2, false));
    const kept = all.reduce<readonly ReturnType<typeof reading>[]>(withReading, [reading(first, 1, true)]);
    expect([kept.length, kept[0]?.isJudged]).toEqual([201, true]);
  });
});

describe('a ramp', () => {
  it('is told with the end of the model to go back to', () => {
    const ramp = rampOfRecord({ rollbackModel: 'gpt-4', endsAt: now }, { catalog: null }, twoModels);
    expect(ramp).toMatchObject({ rollbackModel: 'gpt-4', endsAt: now, shutdownAt: Date.parse('2026-10-23') });
    expect(rampOfRecord({ rollbackModel: 'gpt-4o', endsAt: now }, { catalog: null }, twoModels)?.shutdownAt).toBeNull();
    expect(rampOfRecord(null, { catalog: null }, twoModels)).toBeNull();
  });
});

describe('fingerprints', () => {
  const answered = (fingerprint: unknown, at: number, parts: Parameters<typeof anExchange>[0] = {}) =>
    readExchange(
      anExchange({ at, response: Buffer.from(JSON.stringify({ system_fingerprint: fingerprint })), ...parts }),
    );
  const seen = (state: ReturnType<typeof readExchange>) =>
    Object.values(state.fingerprints).map(({ modelAsked, fingerprint, firstAt, lastAt }) => [
      ...[modelAsked, fingerprint, firstAt, lastAt],
    ]);

  it('are kept by the name asked for, from the first answer to the last', () => {
    const states = [answered('fp_1', 5), answered('fp_1', 3), answered('fp_2', 9)];
    expect(seen(states.reduce(mergeTraffic, nothingSeen))).toEqual([
      ['acme-large', 'fp_1', 3, 5],
      ['acme-large', 'fp_2', 9, 9],
    ]);
  });

  it('are read in a stream, with or without usage', () => {
    const chunk = 'data: {"system_fingerprint":"fp_7","choices":[]}\n\n';
    const usage = 'data: {"system_fingerprint":"fp_8","choices":[],"usage":{"prompt_tokens":1}}\n\ndata: [DONE]\n\n';
    const of = (text: string) => seen(readExchange(anExchange({ at: 1, response: Buffer.from(text) })))[0]?.[1];
    expect([of(chunk), of(chunk + usage)]).toEqual(['fp_7', 'fp_8']);
  });

  it.each([[null], [7], ['x'.repeat(101)], ['']])('are none where the answer tells %j', (told) => {
    expect(seen(answered(told, 1))).toEqual([]);
  });

  it('of the candidate are nobody else’s', () => {
    expect(seen(answered('fp_1', 1, { arm: 'candidate', route: 'candidate' }))).toEqual([]);
  });

  it('stay few, the newest of them', () => {
    const states = Array.from({ length: 150 }, (_, at) => answered(`fp_${at}`, at + 1));
    const state = states.reduce(mergeTraffic, nothingSeen);
    expect(seen(state)).toHaveLength(100);
    expect(seen(state).map((one) => one[1])).toContain('fp_149');
  });

  it('were not seen by days that are older than they are', () => {
    const old = storedTraffic(JSON.stringify({ lines: {}, features: {}, failedCalls: 2 }));
    expect(mergeTraffic(old, answered('fp_1', 1))).toMatchObject({ failedCalls: 2 });
  });
});
