import { ProcessOwnAddress } from './own-address.client.js';

describe('the address by which the process reaches itself', () => {
  it('is not known before it listens', () => {
    expect(new ProcessOwnAddress().baseUrl()).toBeNull();
  });

  it.each([
    ['127.0.0.1', 'http://127.0.0.1:3000'],
    ['0.0.0.0', 'http://127.0.0.1:3000'],
    ['::', 'http://127.0.0.1:3000'],
    ['::1', 'http://[::1]:3000'],
    ['10.1.2.3', 'http://10.1.2.3:3000'],
  ])('is, when it listens on %s, %s', (host, expected) => {
    const own = new ProcessOwnAddress();
    own.set(3000, host);
    expect(own.baseUrl()).toBe(expected);
  });

  it('comes with a token that every process draws anew', () => {
    expect(new ProcessOwnAddress().internalToken()).not.toBe(new ProcessOwnAddress().internalToken());
  });
});
