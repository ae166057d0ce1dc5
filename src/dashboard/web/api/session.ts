// Whether a session may be there: the token's own cookie is out of reach, so the service leaves a mark beside it.

const mark = 'openward_signed_in=1';

export function mayBeSignedIn(): boolean {
  return document.cookie.split(';').some((one) => one.trim() === mark);
}
