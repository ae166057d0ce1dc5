import { authorizationOfSession, endedSessionCookies, mayUseSession, sessionCookies } from './session-cookie.js';

describe('a browser session', () => {
  it('is a cookie that scripts cannot read and other sites cannot send', () => {
    const [cookie] = sessionCookies('owd_x', true);
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Strict/);
    expect(cookie).toMatch(/Secure$/);
    expect(sessionCookies('owd_x', false).join()).not.toMatch(/Secure/);
  });

  it('leaves a mark that scripts can read and that holds nothing of the token', () => {
    const [, mark] = sessionCookies('owd_x', true);
    expect(mark).toMatch(/^openward_signed_in=1;/);
    expect(mark).not.toMatch(/HttpOnly|owd_/);
  });

  it('stands for the token that it holds', () => {
    expect(authorizationOfSession({ cookie: 'a=1; openward_session=owd_x; b=2' })).toBe('Bearer owd_x');
  });

  it('is none where the cookie is missing, empty or another', () => {
    expect(authorizationOfSession({})).toBeUndefined();
    expect(authorizationOfSession({ cookie: 'openward_session=' })).toBeUndefined();
    expect(authorizationOfSession({ cookie: 'not_openward_session=owd_x' })).toBeUndefined();
  });

  it('ends by cookies that are over at once', () => {
    const [cookie, mark] = endedSessionCookies(false);
    expect(cookie).toMatch(/^openward_session=;.*Max-Age=0/);
    expect(mark).toMatch(/^openward_signed_in=;.*Max-Age=0/);
  });

  it('reads without further proof, and changes only when the page itself asks', () => {
    expect(mayUseSession('GET', {})).toBe(true);
    expect(mayUseSession('POST', {})).toBe(false);
    expect(mayUseSession('POST', { 'x-openward-page': '1' })).toBe(true);
    expect(mayUseSession('POST', { 'x-openward-page': '1', 'sec-fetch-site': 'cross-site' })).toBe(false);
    expect(mayUseSession('DELETE', { 'x-openward-page': '1', 'sec-fetch-site': 'same-origin' })).toBe(true);
  });
});
