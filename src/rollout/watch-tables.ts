export interface WatchTables {
  readonly guardrail_breaches: {
    readonly project_id: string;
    readonly attempt: number;
    readonly step_entered_at: number;
    readonly guardrail: string;
    readonly at: number;
  };
  readonly rollout_watches: {
    readonly project_id: string;
    readonly subject: string;
    readonly attempt: number;
    readonly step_entered_at: number;
    readonly failures: number;
    /** 0 or 1. */
    readonly is_down: number;
  };
}
