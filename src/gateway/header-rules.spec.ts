import { headersForClient, headersForUpstream, headerText, isEventStream, streamHeaders } from './header-rules.js';

describe('headers on the way up', () => {
  it('end here when they are hop-by-hop, address the next hop, or open Openward', () => {
    const passed = headersForUpstream({
      host: 'openward.test',
      authorization: 'Bearer owd_secret',
      cookie: 'session=1',
      connection: 'keep-alive',
      'keep-alive': 'timeout=5',
      te: 'trailers',
      'transfer-encoding': 'chunked',
      'content-length': '12',
      expect: '100-continue',
      'x-forwarded-for': '10.0.0.1',
      'x-openward-unit': 'u1',
      'accept-encoding': 'gzip, br',
    });
    expect(passed).toEqual({ 'accept-encoding': 'identity' });
  });

  it('pass when the vendor or its library put a meaning in them', () => {
    const meant = {
      'openai-organization': 'org',
      'openai-beta': 'assistants=v2',
      'idempotency-key': 'k',
      'x-stainless-lang': 'js',
      traceparent: '00-1-2-01',
      'content-type': 'application/json',
      'user-agent': 'app/1',
    };
    expect(headersForUpstream(meant)).toEqual({ ...meant, 'accept-encoding': 'identity' });
  });

  it('end here when Connection names them', () => {
    expect(headersForUpstream({ connection: 'close, X-Secret', 'x-secret': '1', 'x-open': '2' })).toEqual({
      'x-open': '2',
      'accept-encoding': 'identity',
    });
  });
});

describe('headers on the way down', () => {
  it('pass as they came, those by which clients back off among them', () => {
    const said = {
      'content-type': 'application/json',
      'content-length': '10',
      'retry-after': '3',
      'retry-after-ms': '2500',
      'x-ratelimit-remaining-requests': '0',
      'x-request-id': 'req_vendor',
      'openai-processing-ms': '12',
    };
    expect(headersForClient(said)).toEqual(said);
  });

  it('end here when they bind the vendor’s origin, or pretend to be Openward’s', () => {
    const said = {
      'set-cookie': ['a=1', 'b=2'],
      'strict-transport-security': 'max-age=1; includeSubDomains',
      'alt-svc': 'h3=":443"',
      'transfer-encoding': 'chunked',
      'x-openward-arm': 'candidate',
    };
    expect(headersForClient(said)).toEqual({});
  });

  it('say that a stream must not be held back, unless the vendor says it otherwise', () => {
    expect(streamHeaders({ 'cache-control': 'no-store' })).toEqual({
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
  });

  it.each([
    ['text/event-stream', undefined, true],
    ['Text/Event-Stream; charset=utf-8', undefined, true],
    ['text/event-stream', 'gzip', false],
    ['application/json', undefined, false],
    [undefined, undefined, false],
  ])('of type %s and encoding %s are readable events: %s', (type, encoding, expected) => {
    expect(isEventStream({ 'content-type': type, 'content-encoding': encoding })).toBe(expected);
  });

  it('carry any model name', () => {
    expect(headerText('gpt-4o')).toBe('gpt-4o');
    expect(headerText('modèle\r\nx: y')).toBe('mod%C3%A8le%0D%0Ax%3A%20y');
    expect(headerText('\ud800')).toBe('%EF%BF%BD');
  });
});
