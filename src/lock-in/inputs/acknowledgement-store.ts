// Who has taken notice of an alert, why it may stay, and until when.

export interface AlertAcknowledgement {
  readonly projectId: string;
  /** The alert's own key: the same condition has the same. */
  readonly alertKey: string;
  readonly by: string;
  readonly reason: string;
  readonly at: number;
  readonly until: number;
}

export abstract class AlertAcknowledgementStore {
  /** A newer one takes the place of the one before. */
  abstract put(acknowledgement: AlertAcknowledgement): Promise<void>;
  abstract list(projectId: string): Promise<readonly AlertAcknowledgement[]>;
}
