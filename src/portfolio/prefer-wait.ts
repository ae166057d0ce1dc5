// The wish to be kept waiting (RFC 7240): `Prefer: wait=30` holds an empty answer back for up to so many seconds.

const secondsMax = 60;
const form = /(?:^|[,;])\s*wait\s*=\s*"?(\d{1,6})"?\s*(?=$|[,;])/i;

/** Seconds to wait, at most 60; 0 when the header is absent or asks for something else. */
export function preferredWaitSeconds(header: string | undefined): number {
  const wished = Number(form.exec(header ?? '')?.[1] ?? 0);
  return Math.min(wished, secondsMax);
}
