// Everything that can happen to a project: commands are asked for by persons, happenings are facts that arrive.
// Each carries `at`, milliseconds since the epoch, because the machine itself has no clock.

/** What a person can ask, as the machine hears it. */
export type CommandEvent =
  | { readonly type: 'ADVANCE'; readonly person: string; readonly at: number }
  | {
      readonly type: 'DECIDE';
      readonly person: string;
      readonly choice: 'migrate' | 'retain';
      /** Digest of the policy that is frozen into the project; `null` only with `retain`. */
      readonly policyDigest: string | null;
      /** Ascending percents between 0 and 100, both excluded; the first is the canary's. Empty with `retain`. */
      readonly weightsPercent: readonly number[];
      readonly at: number;
    }
  | {
      readonly type: 'APPROVE';
      readonly person: string;
      readonly gateRunId: string;
      readonly evidenceDigest: string;
      readonly at: number;
    }
  | { readonly type: 'DECLINE'; readonly person: string; readonly reason: string; readonly at: number }
  | { readonly type: 'OVERRIDE'; readonly person: string; readonly reason: string; readonly at: number }
  | { readonly type: 'PAUSE'; readonly person: string; readonly reason: string; readonly at: number }
  | { readonly type: 'RESUME'; readonly person: string; readonly at: number }
  | { readonly type: 'ROLLBACK'; readonly person: string; readonly reason: string; readonly at: number }
  | { readonly type: 'RETRY'; readonly person: string; readonly at: number }
  | { readonly type: 'RETUNE'; readonly person: string; readonly reason: string; readonly at: number }
  | { readonly type: 'REOPEN'; readonly person: string; readonly reason: string; readonly at: number }
  | { readonly type: 'ABORT'; readonly person: string; readonly reason: string; readonly at: number }
  | { readonly type: 'DECOMMISSION'; readonly person: string; readonly reason: string; readonly at: number }
  | { readonly type: 'ACCEPT_RISK'; readonly person: string; readonly reason: string; readonly at: number };

/** The judgement of a gate, as the machine hears it. */
export type GateEvent =
  | {
      readonly type: 'GATE_PASS';
      readonly gateRunId: string;
      readonly evidenceDigest: string;
      /** How many different persons must approve; the intake gate asks for one at least, whatever is said here. */
      readonly approvalsRequired: number;
      readonly at: number;
    }
  | {
      readonly type: 'GATE_FAIL' | 'GATE_INCONCLUSIVE' | 'GATE_ERROR';
      readonly gateRunId: string;
      readonly evidenceDigest: string;
      readonly at: number;
    };

/** A fact that arrives from a job, a deadline, a probe or a guardrail. */
export type HappeningEvent =
  | GateEvent
  | {
      readonly type:
        | 'EVIDENCE_CHANGED'
        | 'GATE_RUN_EXPIRED'
        | 'APPROVALS_EXPIRED'
        | 'JOB_STARTED'
        | 'JOB_SUCCEEDED'
        | 'TELEMETRY_LOST'
        | 'TELEMETRY_RESTORED'
        | 'BLIND_TIMED_OUT'
        | 'FALLBACK_DOWN'
        | 'FALLBACK_UP';
      readonly at: number;
    }
  | { readonly type: 'JOB_FAILED'; readonly reason: string; readonly at: number }
  | { readonly type: 'DATASET_REVOKED'; readonly reason: string; readonly at: number }
  | {
      readonly type: 'GUARDRAIL_BREACHED';
      readonly guardrail: string;
      /** `null`: the guardrail could not be measured and counts as breached by its own rule. */
      readonly measured: number | null;
      readonly bound: number | null;
      readonly at: number;
    };

export type LifecycleEvent = CommandEvent | HappeningEvent;

/** What the stage region tells the others within one step; never accepted from outside. */
export type InnerEvent =
  | {
      readonly type: 'traffic.toIncumbent' | 'traffic.toShadow' | 'traffic.toSplit' | 'traffic.toCandidate';
      readonly at: number;
    }
  | { readonly type: 'guardrail.arm' | 'guardrail.disarm'; readonly at: number };
