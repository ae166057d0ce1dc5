// Who may train what on these rows? By vendor, contract route, version of the terms, kind and distribution of the target;
// by licence and revision of each upload; by consent. Readings of published texts, not legal advice.

/** `acknowledge`: a named person has to sign that it was looked at. `blocked`: no threshold and no waiver lifts it. */
export const rightsRulings = ['permitted', 'acknowledge', 'blocked', 'unknown'] as const;
export type RightsRuling = (typeof rightsRulings)[number];

export interface Acknowledgement {
  readonly by: string;
  readonly at: number;
  readonly reason: string;
}

/** One source of rows: a vendor's answers by a route, or an upload. */
export interface SourceRights {
  /** Such as `vendor:openai/api` or `import:imp_…`. */
  readonly source: string;
  readonly rows: number;
  readonly ruling: RightsRuling;
  /** Clause or licence, in words of ours, with its date. */
  readonly because: string;
  readonly url: string | null;
  readonly acknowledgement: Acknowledgement | null;
  /** Rows with personal data may not have gone this way; left out: they may. */
  readonly forbidsPersonalData?: boolean;
}

export interface RightsFacts {
  readonly vendorTerms: readonly SourceRights[];
  readonly licences: readonly SourceRights[];
  readonly consent: readonly (SourceRights & {
    readonly optedOutRows: number;
    readonly retentionUntil: number | null;
  })[];
  /** Duties of the target's own licence, and whether they were accepted; null: no target chosen. */
  readonly targetLicence: (SourceRights & { readonly duties: readonly string[] }) | null;
  readonly regionNotes: readonly string[];
  /** Whether it was said where the users are, and whether minors or health are concerned; left out: it was not. */
  readonly regionKnown?: boolean;
  /** Rules whose last review is older than 180 days. */
  readonly staleRules: readonly string[];
  readonly rowsWithFullProvenance: number;
  readonly rows: number;
}
