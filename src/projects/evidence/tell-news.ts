import type { HappeningPayload } from './happening.js';

/** Tells a project what happened, by the same door as the rooms below. */
export abstract class TellNews {
  abstract tell(projectId: string, news: HappeningPayload): Promise<void>;
}
