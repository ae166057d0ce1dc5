import { isRefusal } from '../../kernel/refusal.js';
import { expectedVersion, idempotencyKey, noneMatch } from './request-headers.js';

describe('If-Match', () => {
  it('names a version by its strong tag, with or without the v', () => {
    expect(expectedVersion('"v17"')).toBe(17);
    expect(expectedVersion('"17"')).toBe(17);
    expect(expectedVersion('"v17.4"')).toBe(17);
  });

  it('is null when it was not sent', () => {
    expect(expectedVersion(undefined)).toBeNull();
  });

  it.each(['*', 'W/"v17"', '"v1", "v2"', 'v17', '""', '"v-1"', '"v1."', '"v1.2.3"', '"v99999999999999999999"', ''])(
    'is refused as %s, for it names no single version',
    (header) => {
      expect(expectedVersion(header)).toMatchObject({ code: 'bad-request', fields: [{ pointer: 'If-Match' }] });
    },
  );
});

describe('the Idempotency-Key', () => {
  it('is taken bare or quoted, as the same key', () => {
    expect(idempotencyKey('8e03978e')).toBe('8e03978e');
    expect(idempotencyKey('"8e03978e"')).toBe('8e03978e');
  });

  it.each(['""', 'a b', 'ü', 'x'.repeat(256)])('is refused as %s', (header) => {
    expect(isRefusal(idempotencyKey(header))).toBe(true);
  });
});

describe('If-None-Match', () => {
  it.each(['"v3"', '*', 'W/"v3"', '"v2", "v3"', '"v2",W/"v3"'])('matches "v3" as %s', (header) => {
    expect(noneMatch(header, '"v3"')).toBe(true);
  });

  it.each([undefined, '"v2"', 'v3', '"v33"'])('does not match "v3" as %s', (header) => {
    expect(noneMatch(header, '"v3"')).toBe(false);
  });
});
