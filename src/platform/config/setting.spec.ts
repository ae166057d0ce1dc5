import { environmentNames, shownValue, valueFromText, withoutPassword } from './setting.js';

describe('a setting', () => {
  it('is named in the environment by section and key', () => {
    expect(environmentNames('gateway.captureBodyBytesMax')).toEqual(['OPENWARD_GATEWAY_CAPTURE_BODY_BYTES_MAX']);
    expect(environmentNames('lockIn.p95Ms')).toEqual(['OPENWARD_LOCK_IN_P95_MS']);
    expect(environmentNames('database.url')).toEqual(['OPENWARD_DATABASE_URL', 'DATABASE_URL']);
  });

  it.each([
    ['12', 1, 12],
    ['1e9', 1, '1e9'],
    ['TRUE', false, true],
    ['yes', false, 'yes'],
    ['a, b,', [], ['a', 'b']],
    ['12', null, '12'],
  ])('reads %j like %j as %j', (text, like, value) => {
    expect(valueFromText(text, like)).toEqual(value);
  });

  it('hides the password of a URL wherever it stands, and the whole of what is no URL', () => {
    expect(withoutPassword('postgres://u:p%40ss@h/d')).toBe('postgres://u:***@h/d');
    expect(withoutPassword('postgres://u@h/d?password=p&x=1')).toBe('postgres://u@h/d?password=***&x=1');
    expect(withoutPassword('u:hush@h')).toBe('***');
    expect(withoutPassword('not a url: hush')).toBe('***');
    expect(shownValue('server.publicUrl', 'https://u:hush@h/')).toBe('https://u:***@h/');
    expect(shownValue('server.publicUrl', 'https://h')).toBe('https://h');
  });
});
