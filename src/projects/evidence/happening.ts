// What a room below puts into the outbox under the topic `happening`.
import type { EvidenceDraft } from '../../kernel/evidence.js';
import type { HappeningEvent } from '../../lifecycle/lifecycle-event.js';

export interface HappeningPayload {
  readonly events?: readonly HappeningEvent[];
  readonly evidence?: readonly EvidenceDraft[];
  /** Where given, the news is about this attempt and step and is old when the project has left them. */
  readonly attempt?: number;
  readonly stepEnteredAt?: number;
}
