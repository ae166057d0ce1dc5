// Where it is kept that a named person looked at a clause and takes responsibility. It holds for one source of rows and
// one target: another model, kind or distribution asks again.

export interface RightsAcknowledgement {
  readonly id: string;
  readonly projectId: string;
  /** As in SourceRights, such as `vendor:openai/api`. */
  readonly source: string;
  /** Hex SHA-256 of what the rows are to be used for. */
  readonly targetDigest: string;
  readonly by: string;
  readonly reason: string;
  readonly at: number;
  readonly withdrawn: { readonly by: string; readonly at: number } | null;
}

export abstract class AcknowledgementStore {
  abstract add(acknowledgement: RightsAcknowledgement): Promise<void>;
  /** Newest first, withdrawn ones included. */
  abstract list(projectId: string): Promise<readonly RightsAcknowledgement[]>;
  /** Those that hold for this target: the newest for each source. */
  abstract holding(projectId: string, targetDigest: string): Promise<readonly RightsAcknowledgement[]>;
  /** Null: there is no such acknowledgement. Withdrawing again changes nothing. */
  abstract withdraw(question: {
    projectId: string;
    id: string;
    by: string;
    at: number;
  }): Promise<RightsAcknowledgement | null>;
}
