// What the uploader says about the right to use the rows. Openward cannot know it: it is declared, kept and judged.

export interface RightsDeclaration {
  /** SPDX identifier of the licence, such as `CC-BY-4.0`; null: not said. */
  readonly spdx: string | null;
  /** Commit, version or hash of what the licence was read at: a licence belongs to a revision. */
  readonly revision: string | null;
  /** Where the rows come from: an address or a name. */
  readonly source: string | null;
  /** Such as `consent`, `contract`, `legitimate-interest`, `no-personal-data`; null: not said. */
  readonly legalBasis: string | null;
  /** Whether what people were told covers training; null: not said. */
  readonly purposeIncludesTraining: boolean | null;
  /** Until when the rows may be kept, ms since the epoch. */
  readonly retentionUntil: number | null;
  /** People who objected and are still in the rows; null: not said. */
  readonly optOuts: number | null;
}

export const noRights: RightsDeclaration = {
  spdx: null,
  revision: null,
  source: null,
  legalBasis: null,
  purposeIncludesTraining: null,
  retentionUntil: null,
  optOuts: null,
};
