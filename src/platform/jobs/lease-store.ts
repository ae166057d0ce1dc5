/** Lends recurring work to one holder at a time, whichever process it is in. */
export abstract class LeaseStore {
  /** True when `holder` now holds the lease for `forMs`: it was free, expired, or its own. */
  abstract take(name: string, holder: string, forMs: number): Promise<boolean>;
}
