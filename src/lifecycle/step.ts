// One step of a project's life: events in order, all or nothing. Pure: restores the snapshot once, hands back the next
// one, the path walked and the work to do. An event that the machine does not take is a refusal, never a silent no-op.
import { transition } from 'xstate';
import type { Refusal } from '../kernel/refusal.js';
import { refusal } from '../kernel/refusal.js';
import { acceptedCommands } from './accepted-commands.js';
import { explainRefusal } from './explain-refusal.js';
import type { Intent } from './intent.js';
import type { LifecycleContext } from './lifecycle-context.js';
import type { LifecycleEvent } from './lifecycle-event.js';
import { lifecycleMachine } from './machine.js';
import type { TrafficSetting } from './reading.js';
import { stagePathOf, trafficOf } from './reading.js';
import type { StoredSnapshot } from './snapshot.js';
import { restore, store } from './snapshot.js';
import { topicOfAction } from './vocabulary.js';

export interface StepRequest {
  readonly snapshot: StoredSnapshot;
  readonly events: readonly LifecycleEvent[];
  /** Milliseconds since the epoch. No event may be later than this. */
  readonly now: number;
}

export interface Stepped {
  readonly kind: 'stepped';
  readonly snapshot: StoredSnapshot;
  /** Dotted stage paths, such as `cutover.canary.awaitingApproval`. */
  readonly from: string;
  readonly to: string;
  readonly intents: readonly Intent[];
  readonly traffic: TrafficSetting;
}

export type StepOutcome = Stepped | Refusal;

interface ActionAsData {
  readonly type: string;
  readonly info: { readonly context: LifecycleContext; readonly event: unknown };
}

function intentOf(action: ActionAsData, cause: LifecycleEvent): Intent | null {
  const topic = topicOfAction[action.type];
  if (!topic) {
    return null;
  }
  const { context } = action.info;
  const base = { attempt: context.attempt, at: cause.at };
  if (topic !== 'people.call') {
    return { topic, payload: { ...base, requestedBy: context.jobOwner, cause: cause.type } };
  }
  const why = context.containment ?? context.lastRollback;
  const reason = cause.type === 'FALLBACK_DOWN' ? 'The incumbent does not answer any more.' : why?.reason;
  return { topic, payload: { ...base, reason: reason ?? null, trigger: cause.type } };
}

/**
 * Applies the events in order.
 * Refuses with `command-not-accepted` and the commands accepted at the start when one of them is not taken; nothing has
 * happened then. Throws `UnreadableSnapshotError` on a snapshot that this version cannot read, and a `RangeError` on an
 * event from the future, which is a bug of the caller.
 */
export function step(request: StepRequest): StepOutcome {
  let live = restore(request.snapshot);
  const intents: Intent[] = [];
  for (const event of request.events) {
    if (event.at > request.now) {
      throw new RangeError(`event ${event.type} is at ${event.at}, after now (${request.now})`);
    }
    const [next, actions] = transition(lifecycleMachine, live, event);
    if (next === live) {
      return refusal('command-not-accepted', explainRefusal(event, store(live)), {
        acceptedCommands: acceptedCommands(request.snapshot),
      });
    }
    for (const action of actions as unknown as readonly ActionAsData[]) {
      const intent = intentOf(action, event);
      if (intent) {
        intents.push(intent);
      }
    }
    live = next;
  }
  const snapshot = request.events.length === 0 ? request.snapshot : store(live);
  return {
    kind: 'stepped',
    snapshot,
    from: stagePathOf(request.snapshot),
    to: stagePathOf(snapshot),
    intents,
    traffic: trafficOf(snapshot),
  };
}
