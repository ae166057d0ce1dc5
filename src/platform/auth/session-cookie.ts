// A browser's session: the token in a cookie that no script can read and no other site can send along. For a change the
// browser has to say that the page itself asked: a cookie alone proves only which browser it was.

const name = 'openward_session';
/** Longer than a working day, shorter than a week. */
const maxAgeSeconds = 12 * 3600;

type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Says to the page's scripts that a session may be there, and nothing else, so that they need not ask to find out. */
const markName = 'openward_signed_in';

/** @param secure whether the page was reached over TLS */
export function sessionCookies(token: string, secure: boolean): string[] {
  return [
    `${name}=${token}; HttpOnly; ${attributes(maxAgeSeconds, secure)}`,
    `${markName}=1; ${attributes(maxAgeSeconds, secure)}`,
  ];
}

export function endedSessionCookies(secure: boolean): string[] {
  return [`${name}=; HttpOnly; ${attributes(0, secure)}`, `${markName}=; ${attributes(0, secure)}`];
}

function attributes(ageSeconds: number, secure: boolean): string {
  return `Path=/; SameSite=Strict; Max-Age=${ageSeconds}${secure ? '; Secure' : ''}`;
}

/** The header that the request would carry had it brought the token itself; undefined without a session. */
export function authorizationOfSession(headers: Headers): string | undefined {
  const cookies = typeof headers.cookie === 'string' ? headers.cookie.split(';') : [];
  const found = cookies.map((cookie) => cookie.trim()).find((cookie) => cookie.startsWith(`${name}=`));
  const token = found?.slice(name.length + 1) ?? '';
  return token === '' ? undefined : `Bearer ${token}`;
}

const readingMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Whether a request by session may do what it asks: reading always, changing only where the page's own header came. */
export function mayUseSession(method: string, headers: Headers): boolean {
  if (readingMethods.has(method)) {
    return true;
  }
  const site = headers['sec-fetch-site'];
  return headers['x-openward-page'] === '1' && (site === undefined || site === 'same-origin');
}
