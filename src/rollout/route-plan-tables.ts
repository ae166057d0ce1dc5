/** The columns that are searched; the plan itself is the document. */
export interface RoutePlanRow {
  readonly project_id: string;
  readonly revision: number;
  readonly attempt: number;
  readonly mode: string;
  readonly weight_percent: number;
  readonly document: string;
  readonly step_entered_at: number;
  readonly updated_at: number;
}

export interface RoutePlanTables {
  readonly route_plans: RoutePlanRow;
}
