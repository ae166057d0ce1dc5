// One call at the door, read and checked: everything that is decided about it is decided from this.
import type { RoutePlan } from '../rollout/route-plan.js';
import type { CallControls } from './call-controls.js';
import type { CallFacts } from './dialect/call-facts.js';
import type { CrossingHeaders } from './header-rules.js';
import type { UpstreamPath } from './upstream-path.js';

export interface IncomingCall {
  /** Returned as x-openward-request-id. */
  readonly requestId: string;
  /** When it came in, milliseconds since the epoch. */
  readonly at: number;
  readonly plan: RoutePlan;
  readonly method: string;
  readonly path: UpstreamPath;
  /** Already without what ends at the gateway. */
  readonly headers: CrossingHeaders;
  /** The bytes as they came; null when there were none. */
  readonly body: Buffer | null;
  readonly controls: CallControls;
  /** Null for anything but a chat completion: such a call is passed to the incumbent unread. */
  readonly chat: CallFacts | null;
  /** The conversation or account it belongs to. */
  readonly unit: string | null;
}

/** Only these are routed between the arms. */
export function isChatCompletionCall(method: string, path: UpstreamPath): boolean {
  return method === 'POST' && path.bare === '/chat/completions';
}
