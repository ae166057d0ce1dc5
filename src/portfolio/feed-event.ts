// One step of one project as the feed tells it, and the frame in which a stream carries it.
import type { HistoryEntry } from '../projects/history-entry.js';
import { cursorOf, type FeedPosition } from './feed-position.js';

export interface FeedEntry {
  readonly epoch: number;
  readonly entry: HistoryEntry;
}

export interface FeedEvent {
  /** Stable and unique: a reader that sees it twice has seen one event. */
  readonly id: string;
  readonly type: string;
  readonly projectId: string;
  readonly version: number;
  readonly at: string;
  readonly actor: { readonly person: string; readonly role: string };
  readonly from: string | null;
  readonly to: string;
  readonly traffic: { readonly mode: string; readonly candidateWeightPercent: number };
  /** As was known when the project was stepped; null: not known. */
  readonly lockIn: { readonly score: number; readonly band: string | null; readonly day: string } | null;
  /** Null: nothing forced it to leave. */
  readonly forced: { readonly shutdownOn: string; readonly daysLeft: number } | null;
  readonly hash: string;
  /** The cursor that stands right after this event. */
  readonly position: string;
}

export function positionOfEntry({ epoch, entry }: FeedEntry): FeedPosition {
  return { epoch, projectId: entry.projectId, version: entry.version };
}

export function feedEvent(feedEntry: FeedEntry): FeedEvent {
  const { projectId, version, at, event, hash } = feedEntry.entry;
  return {
    id: `${projectId}.v${version}`,
    type: event.name,
    projectId,
    version,
    at: new Date(at).toISOString(),
    actor: { person: event.actor.person, role: event.actor.role },
    from: event.from,
    to: event.to,
    traffic: { mode: event.traffic.mode, candidateWeightPercent: event.traffic.weightPercent },
    lockIn: event.lockIn ?? null,
    forced: event.forced ?? null,
    hash,
    position: cursorOf(positionOfEntry(feedEntry)),
  };
}

/** The event as a frame of a server-sent stream; its id is the cursor to go on from. */
export function frameOf(event: FeedEvent): string {
  return `id: ${event.position}\nevent: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;
}
