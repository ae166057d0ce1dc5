import { sha256Hex } from '../../kernel/digest.js';
import { bearerOf, parseToken, writeToken } from './api-token.js';

const secret = 'ab'.repeat(32);
const id = 'tok_01kc0000000000000000000000';

describe('an API token', () => {
  it('is read back as its id and the hash of its secret', () => {
    expect(parseToken(writeToken(id, secret))).toEqual({ tokenId: id, secretHash: sha256Hex(secret) });
  });

  it('does not hold the hash that is stored', () => {
    expect(writeToken(id, secret)).not.toContain(sha256Hex(secret));
  });

  it('is told from a typo by its check alone', () => {
    const token = writeToken(id, secret);
    const last = token.endsWith('0') ? '1' : '0';
    expect(parseToken(`${token.slice(0, -1)}${last}`)).toBeNull();
    expect(parseToken(token.replace('01kc', '01kd'))).toBeNull();
  });

  it.each(['', 'owd_', 'Bearer x', `owd_${'0'.repeat(26)}_${secret}`])('is not %s', (text) => {
    expect(parseToken(text)).toBeNull();
  });

  it('is taken from the header whatever the case of the scheme', () => {
    expect(bearerOf('Bearer owd_1')).toBe('owd_1');
    expect(bearerOf('bearer owd_1')).toBe('owd_1');
    expect(bearerOf('Basic owd_1')).toBeNull();
    expect(bearerOf(undefined)).toBeNull();
  });
});
