// Where waivers are kept: a named person accepts what one check found, for a reason and until a date. A waiver is shown
// as what it is and never as a pass.

export interface Waiver {
  readonly id: string;
  readonly projectId: string;
  /** Such as `B03`. */
  readonly checkId: string;
  readonly by: string;
  readonly reason: string;
  /** Ms since the epoch; from then on it does not hold. */
  readonly until: number;
  readonly at: number;
  readonly withdrawn: { readonly by: string; readonly at: number } | null;
}

export abstract class WaiverStore {
  abstract add(waiver: Waiver): Promise<void>;
  /** Newest first, ended and withdrawn ones included. */
  abstract list(projectId: string): Promise<readonly Waiver[]>;
  /** Those that hold at this time: the newest for each check. */
  abstract holding(projectId: string, at: number): Promise<readonly Waiver[]>;
  /** Null: there is no such waiver. Withdrawing again changes nothing. */
  abstract withdraw(question: { projectId: string; id: string; by: string; at: number }): Promise<Waiver | null>;
}
