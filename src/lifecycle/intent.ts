// Work that a transition asks the world to do. It is saved with the transition in one transaction and carried out after it.

export type IntentTopic =
  | 'training.start'
  | 'training.cancel'
  | 'evaluation.start'
  | 'evaluation.cancel'
  | 'people.call';

export interface Intent {
  readonly topic: IntentTopic;
  /** Always holds `attempt` and `at`; job intents hold `requestedBy`, `people.call` holds `reason` and `trigger`. */
  readonly payload: Record<string, unknown>;
}
