import type { HappeningPayload } from './happening.js';

/** Tells a project what happened, by the same door as the rooms below, or leaves work for it. */
export abstract class TellNews {
  abstract tell(projectId: string, news: HappeningPayload): Promise<void>;
  abstract ask(projectId: string, topic: string, payload: Record<string, unknown>): Promise<void>;
}
