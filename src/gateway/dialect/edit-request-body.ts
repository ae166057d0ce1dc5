// Puts the arm's model into a request, and asks for the usage of a stream where the client did not, by changing only
// those bytes. When nothing has to change, the very same buffer comes back.
import type { CallFacts } from './call-facts.js';
import { type TopLevel, topLevelMembers } from './top-level-members.js';

interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface EditedBody {
  readonly body: Buffer;
  /** True when the final usage chunk was asked for on the client's behalf, and must be kept from it. */
  readonly usageAdded: boolean;
}

const includeUsage = '"include_usage":true';

function spliced(body: Buffer, splices: readonly Splice[]): Buffer {
  const parts: Buffer[] = [];
  let from = 0;
  for (const splice of [...splices].sort((left, right) => left.start - right.start)) {
    parts.push(body.subarray(from, splice.start), Buffer.from(splice.text));
    from = splice.end;
  }
  return splices.length === 0 ? body : Buffer.concat([...parts, body.subarray(from)]);
}

/** Every member of that name is replaced: parsers differ in which duplicate they believe. */
function modelSplices(facts: CallFacts, topLevel: TopLevel, model: string): Splice[] {
  const members = topLevel.members.filter((member) => member.key === 'model');
  if (members.length === 0) {
    return [lastMember(topLevel, `"model":${JSON.stringify(model)}`)];
  }
  return members.length === 1 && facts.model === model
    ? []
    : members.map(({ valueStart, valueEnd }) => ({ start: valueStart, end: valueEnd, text: JSON.stringify(model) }));
}

/** A new last member of the object. */
function lastMember(topLevel: TopLevel, member: string, offset = 0): Splice {
  const at = offset + topLevel.close;
  return { start: at, end: at, text: topLevel.members.length === 0 ? member : `,${member}` };
}

/** Null when `stream_options` holds what is neither an object nor null: the vendor shall refuse it, not we. */
function usageSplice(body: Buffer, topLevel: TopLevel): Splice | null {
  const options = topLevel.members.findLast((member) => member.key === 'stream_options');
  if (options === undefined) {
    return lastMember(topLevel, `"stream_options":{${includeUsage}}`);
  }
  const value = body.subarray(options.valueStart, options.valueEnd);
  if (value.toString() === 'null') {
    return { start: options.valueStart, end: options.valueEnd, text: `{${includeUsage}}` };
  }
  const inner = topLevelMembers(value);
  const asked = inner?.members.findLast((member) => member.key === 'include_usage');
  if (inner === null || asked === undefined) {
    return inner === null ? null : lastMember(inner, includeUsage, options.valueStart);
  }
  const start = options.valueStart + asked.valueStart;
  return { start, end: options.valueStart + asked.valueEnd, text: 'true' };
}

/**
 * @param facts what `readCallFacts` said of this body
 * @param model the arm's model
 * A body that is no JSON object is returned as it is.
 */
export function editRequestBody(body: Buffer, facts: CallFacts, model: string): EditedBody {
  const { topLevel } = facts;
  if (topLevel === null) {
    return { body, usageAdded: false };
  }
  const usage = facts.streamed && !facts.usageWanted ? usageSplice(body, topLevel) : null;
  const splices = [...modelSplices(facts, topLevel, model), ...(usage === null ? [] : [usage])];
  return { body: spliced(body, splices), usageAdded: usage !== null };
}
