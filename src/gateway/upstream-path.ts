// Which path below the vendor's base URL does a call ask for? Taken from the address as it was sent, query included, so
// that escapes stay as they are. Dot segments are refused: they would leave the base URL with the vendor's key in hand.

const door = /^\/p\/[^/?]+\/v1(\/[\x21\x22\x24-\x7e]*)$/;
const dotSegment = /(?:^|[/\\])(?:\.|%2e){1,2}(?:$|[/\\])/i;

export interface UpstreamPath {
  /** As it is appended to the base URL, query included. */
  readonly full: string;
  /** Without the query: what is kept with the exchange. */
  readonly bare: string;
}

/** @param url the request target, e.g. `/p/prj_1/v1/chat/completions`. Null when it cannot be passed on. */
export function upstreamPath(url: string): UpstreamPath | null {
  const full = door.exec(url)?.[1];
  const bare = full?.split('?')[0];
  if (full === undefined || bare === undefined || dotSegment.test(bare.replace(/%2f|%5c/gi, '/'))) {
    return null;
  }
  return { full, bare };
}
