// Data that can be trained on afterwards: each private value is replaced by a token that is the same wherever the value
// stands in the data set, so that who said what to whom can still be learnt, and nobody's data with it.
import type { Message, RowContent, ToolCall } from '../rows/example.js';
import type { PrivateGroup } from './detectors/detector.js';
import { digestOfValue } from './find-private.js';
import { findSpans } from './find-spans.js';

export interface Masking {
  /** Of the project: the same salt gives the same tokens. */
  readonly salt: string;
  readonly groups: ReadonlySet<PrivateGroup>;
}

/** Words of special categories tell of a matter, not of a value: they cannot be masked away. */
export const maskedGroups: ReadonlySet<PrivateGroup> = new Set(['high', 'contact', 'secret']);

const tokenUnits = 6;
/** Taking one value away can bring another to light that overlapped it. */
const roundsMax = 6;

/** `[EMAIL_3F2A91]` for every find of the groups asked for. Looking again finds nothing of these groups. */
export function maskText(text: string, masking: Masking): string {
  let masked = text;
  for (let round = 0; round < roundsMax; round += 1) {
    const once = maskOnce(masked, masking);
    if (once === masked) {
      return masked;
    }
    masked = once;
  }
  return masked;
}

function maskOnce(text: string, { salt, groups }: Masking): string {
  let masked = '';
  let place = 0;
  for (const { start, end, detector } of findSpans(text)) {
    if (groups.has(detector.group)) {
      const digest = digestOfValue(text.slice(start, end), { kind: detector.kind, salt });
      const name = detector.kind.toUpperCase().replaceAll('-', '_');
      masked += `${text.slice(place, start)}[${name}_${digest.slice(0, tokenUnits).toUpperCase()}]`;
      place = end;
    }
  }
  return place === 0 ? text : masked + text.slice(place);
}

/** The content with every turn, call and rejected answer masked; the same object where there was nothing to mask. */
export function maskPrivate(content: RowContent, masking: Masking): RowContent {
  const messages = content.messages.map((message) => maskMessage(message, masking));
  const rejected = content.rejected === undefined ? undefined : maskMessage(content.rejected, masking);
  const isChanged =
    messages.some((message, place) => message !== content.messages[place]) || rejected !== content.rejected;
  if (!isChanged) {
    return content;
  }
  return { ...content, messages, ...(rejected === undefined ? {} : { rejected }) };
}

function maskMessage(message: Message, masking: Masking): Message {
  const content = maskText(message.content, masking);
  const toolCalls = message.toolCalls?.map((call) => maskCall(call, masking));
  const isChanged =
    content !== message.content || toolCalls?.some((call, place) => call !== message.toolCalls?.[place]) === true;
  return isChanged ? { ...message, content, ...(toolCalls === undefined ? {} : { toolCalls }) } : message;
}

function maskCall(call: ToolCall, masking: Masking): ToolCall {
  const masked = maskText(call.arguments, masking);
  if (masked === call.arguments) {
    return call;
  }
  if (isJson(masked) || !isJson(call.arguments)) {
    return { ...call, arguments: masked };
  }
  // A number became a token without quotes: the values are masked one by one instead.
  return { ...call, arguments: JSON.stringify(maskValue(JSON.parse(call.arguments), masking)) };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Numbers become texts where they hold something private. */
function maskValue(value: unknown, masking: Masking): unknown {
  if (typeof value === 'string') {
    return maskText(value, masking);
  }
  if (typeof value === 'number') {
    const masked = maskText(String(value), masking);
    return masked === String(value) ? value : masked;
  }
  if (Array.isArray(value)) {
    return value.map((one) => maskValue(one, masking));
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, maskValue(one, masking)]));
  }
  return value;
}
