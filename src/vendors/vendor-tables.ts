// The row of a vendor as the schema has it.

export interface VendorTables {
  readonly vendors: {
    readonly name: string;
    readonly base_url: string;
    readonly dialect: string;
    readonly api_key_ref: string | null;
    /** JSON list of VendorModel. */
    readonly models: string;
    readonly updated_at: number;
    readonly updated_by: string;
  };
}
