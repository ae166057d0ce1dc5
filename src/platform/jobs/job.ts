// What the outbox holds: a message as it is put, and as it is handed to whoever carries it out.

export interface OutboxMessage {
  readonly topic: string;
  readonly projectId: string;
  readonly payload: Record<string, unknown>;
  /** Not before this moment; now, when left out. */
  readonly availableAt?: number;
}

export interface Job {
  readonly id: string;
  readonly topic: string;
  readonly projectId: string;
  readonly payload: Record<string, unknown>;
  /** 1 at the first try. */
  readonly attempts: number;
}
