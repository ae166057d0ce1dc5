// Which headers cross the gateway, in which direction? Hop-by-hop fields end at every hop (RFC 9110, section 7.6.1);
// Openward's own fields and its token end here; everything else passes as it came.

/** Lower-case names; a header that came several times may have a list. */
export type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;
export type CrossingHeaders = Record<string, string | readonly string[]>;

const hopByHop = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/**
 * Not for the vendor: the token opens Openward, cookies belong to Openward's origin, the addressing fields are made
 * anew for the next hop, and an answer that arrives compressed could be neither measured nor compared.
 */
const endsHereOnTheWayUp = new Set([
  'accept-encoding',
  'authorization',
  'content-length',
  'cookie',
  'expect',
  'forwarded',
  'host',
]);

/** These speak for the vendor's whole origin, not for this answer: repeated here they would bind ours. */
const endsHereOnTheWayDown = new Set(['alt-svc', 'set-cookie', 'strict-transport-security']);

const ownPrefix = 'x-openward-';
const forwardedPrefix = 'x-forwarded-';

/** Fields that this very message declares hop-by-hop by naming them in Connection. */
function namedByConnection(headers: Headers): Set<string> {
  const values = [headers.connection ?? []].flat();
  return new Set(values.flatMap((value) => value.split(',').map((name) => name.trim().toLowerCase())));
}

function crossing(headers: Headers, endsHere: (name: string) => boolean): CrossingHeaders {
  const alsoHopByHop = namedByConnection(headers);
  const result: CrossingHeaders = {};
  for (const [name, value] of Object.entries(headers)) {
    const ends = hopByHop.has(name) || alsoHopByHop.has(name) || name.startsWith(ownPrefix) || endsHere(name);
    if (!ends && value !== undefined) {
      result[name] = value;
    }
  }
  return result;
}

/** What the upstream gets of the client's request. The vendor's own authorization is added later. */
export function headersForUpstream(headers: Headers): CrossingHeaders {
  const passed = crossing(headers, (name) => endsHereOnTheWayUp.has(name) || name.startsWith(forwardedPrefix));
  return { ...passed, 'accept-encoding': 'identity' };
}

/** What the client gets of the upstream's answer; `content-length` too, since the bytes are the same. */
export function headersForClient(headers: Headers): CrossingHeaders {
  return crossing(headers, (name) => endsHereOnTheWayDown.has(name));
}

/** Whether the answer is a readable stream of events. A compressed one can be relayed, but not read. */
export function isEventStream(headers: Headers): boolean {
  const type = [headers['content-type'] ?? ''].flat()[0] ?? '';
  const encoding = [headers['content-encoding'] ?? 'identity'].flat()[0];
  return type.toLowerCase().startsWith('text/event-stream') && encoding === 'identity';
}

/** Keeps proxies from holding a stream back; what the vendor says itself goes first. */
export function streamHeaders(headers: CrossingHeaders): CrossingHeaders {
  return { 'cache-control': 'no-cache, no-transform', 'x-accel-buffering': 'no', ...headers };
}

/** A value that any HTTP stack takes: what is not printable ASCII is percent-encoded. */
export function headerText(text: string): string {
  return /^[\x21-\x7e]+$/.test(text) ? text : encodeURIComponent(Buffer.from(text).toString());
}
