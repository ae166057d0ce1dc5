// What the service itself has seen of a project, in numbers only, and the fact that an indicator makes of it. Each part is
// null where nothing was seen: the indicator is then unknown, never safe.
import type { FactValue } from './score/value-function.js';

export interface MeasuredFact {
  readonly value: FactValue;
  /** When what it rests on was seen last, ms. */
  readonly observedAt: number;
  /** Run ids, call ids, catalogue records. */
  readonly evidence: readonly string[];
  /** The numbers behind it, as a sentence. */
  readonly note: string;
}

/** Calls of the last thirty days, weighted by criticality where flows declare it. */
export interface TrafficFacts {
  readonly fromAt: number;
  readonly untilAt: number;
  readonly calls: number;
  readonly criticalCalls: number;
  /** Share of the calls that a vendor answered, each weighed by the criticality of its flow, 0 to 1. */
  readonly vendorShare: number;
  /** Calls by vendor (route) that served them; the candidate's own server is `own`. */
  readonly callsByVendor: Readonly<Record<string, number>>;
  /** Of them by who made the model: resellers do not count apart. */
  readonly callsByDeveloper: Readonly<Record<string, number>>;
  readonly unpinnedCalls: number;
  /** Sum over calls of the worst portability weight among the features of the call. */
  readonly portabilitySum: number;
  readonly worstPortabilityInCriticalFlows: number;
  readonly statefulCalls: number;
  /** Whose request was not kept: they count as not portable, and may lean on anything. */
  readonly unreadCalls: number;
  readonly vendorTunedCalls: number;
  /** Answers that name a model, and of these the ones that name another one than was asked for. */
  readonly callsNamingModel: number;
  readonly callsServedByOther: number;
  readonly storedReplayable: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Null as soon as one of the calls has no price. */
  readonly spendNanoUsdByVendor: Readonly<Record<string, number>> | null;
  /** By feature name: calls, first and last seen, portability class. */
  readonly features: readonly {
    readonly feature: string;
    readonly portability: number;
    readonly calls: number;
    readonly firstAt: number;
    readonly lastAt: number;
    readonly sampleIds: readonly string[];
  }[];
  readonly sampleIds: Readonly<Record<'unpinned' | 'stateful' | 'servedByOther' | 'vendorTuned', readonly string[]>>;
}

/** An invoice that somebody imported, beside what was captured in its period. */
export interface InvoiceFacts {
  readonly id: string;
  readonly fromAt: number;
  readonly untilAt: number;
  readonly invoicedTokens: number;
  readonly invoicedCalls: number | null;
  readonly capturedTokens: number;
  readonly capturedCalls: number;
  readonly spendByVendor: Readonly<Record<string, number>>;
}

/** A vendor model seen in traffic, with what the catalogue knows of its end. */
export interface ModelLife {
  readonly model: string;
  readonly developer: string;
  readonly isCritical: boolean;
  /** ms; null: no date was announced. */
  readonly shutdownAt: number | null;
  readonly releasedAt: number | null;
  readonly medianLifeDaysOfDeveloper: number | null;
  /** Tenth percentile of the notices that the developer gave, days. */
  readonly shortNoticeDaysOfDeveloper: number | null;
  readonly sources: readonly string[];
}

export interface CatalogFacts {
  readonly exitLeadTimeDays: number;
  readonly isLeadTimeMeasured: boolean;
  readonly models: readonly ModelLife[];
  /** Notices of the incumbent's developer: all, and those shorter than the exit lead time. */
  readonly notices: { readonly all: number; readonly shorterThanLeadTime: number };
  /** Cost of the present mix at present prices over its cost at prices 24 months ago; null: no prices that old. */
  readonly priceIndex24Months: number | null;
  readonly observedAt: number;
}

export type ParityVerdict = 'superior' | 'non_inferior' | 'inconclusive' | 'inferior';

export interface EvaluationFacts {
  readonly runId: string;
  readonly at: number;
  readonly parity: ParityVerdict;
  /** Critical segments, and those with a substitute that passed. */
  readonly criticalSegments: number;
  readonly coveredCriticalSegments: number;
  /** Score with the prompt tuned for the candidate minus the score with the incumbent's prompt; null: not compared. */
  readonly promptTransferGap: number | null;
  readonly testedAlternatives: number;
  /** Which they are, the newest first; left out by measurements that are older than it. */
  readonly alternatives?: readonly TestedAlternative[];
}

/** A base whose newest comparison passed. */
export interface TestedAlternative {
  /** Recipe or served model; null: the run that made it says neither. */
  readonly base: string | null;
  readonly runId: string;
  readonly at: number;
}

export interface ShadowFacts {
  readonly runId: string;
  readonly at: number;
  readonly latencyInTolerance: boolean | null;
  readonly costInTolerance: boolean | null;
  readonly contractTests: { readonly passed: number; readonly all: number } | null;
}

export interface DrillFacts {
  readonly id: string;
  readonly at: number;
  readonly kind: 'failover' | 'exit' | 'runbook' | 'export';
  readonly scenario: 'stressed' | 'non-stressed';
  readonly passed: boolean;
  /** From the order to all traffic on the substitute. */
  readonly hours: number | null;
  readonly impactToleranceHours: number | null;
}

export interface LineageFacts {
  readonly datasetId: string;
  readonly at: number;
  /** Worst status among the training rows. */
  readonly right: 'permitted' | 'non_competing' | 'ambiguous' | 'forbidden';
  readonly vendorRows: number;
  readonly rows: number;
  /** Segments, and those whose hold-out is large enough and holds no answer of a vendor; null: not to be told. */
  readonly goldenSets?: { readonly segments: number; readonly covered: number; readonly holdoutRows: number } | null;
}

export interface TargetRunFacts {
  readonly runId: string;
  readonly at: number;
  readonly base: string;
  /** Trained here from nothing: there is no base of others, and so no licence text and no compute of a base. */
  readonly isOwnWork: boolean;
  readonly weightsVerified: 'yes' | 'partly' | 'no' | null;
  readonly executableFormats: 'none' | 'sandboxed' | 'present' | null;
  readonly opennessClass: 'I' | 'II' | 'III' | 'below' | null;
  readonly supersededMonths: number | null;
  readonly licencePinned: boolean | null;
  /** Fine-tuning FLOP over pre-training FLOP. */
  readonly computeShare: number | null;
}

/** Something that was seen of the deployment: a scan, an inventory, a load test. */
export interface Seen<Value> {
  readonly value: Value;
  /** ms. */
  readonly at: number;
  /** Ids or addresses of the scan, the inventory, the test. */
  readonly evidence: readonly string[];
}

/** What the candidate is served on, as those see it who run it. Left out: nobody has looked. */
export interface ServingFacts {
  /** By supplier, in any unit that is the same for all. */
  readonly capacityBySupplier?: Seen<Readonly<Record<string, number>>>;
  readonly loadTest?: Seen<{ readonly capacityWithoutLargestNode: number; readonly peak: number }>;
  readonly engineSupport?: Seen<'current' | 'old' | 'dropped'>;
  /** Share of serving that needs one kind of hardware, 0 to 1. */
  readonly hardwareOnlyShare?: Seen<number>;
  /** Faults of the serving image that are critical or exploited. */
  readonly criticalFaults?: Seen<number>;
  /** Share of the segments whose live answers are scored, 0 to 1. */
  readonly qualitySampledShare?: Seen<number>;
  readonly hasDriftMonitor?: Seen<boolean>;
}

/** What the licence of the candidate asks of the use that the brief describes. */
export interface LicenceFacts {
  readonly at: number;
  readonly model: string;
  /** The worst of its conditions. */
  readonly state: 'none' | 'managed' | 'unclear' | 'breached';
  readonly because: string;
  /** Nothing is to be named, copied or kept, and that is known. */
  readonly asksNothing: boolean;
  readonly evidence: readonly string[];
}

export interface LockInSources {
  readonly now: number;
  readonly traffic: TrafficFacts | null;
  readonly invoice: InvoiceFacts | null;
  readonly catalog: CatalogFacts | null;
  readonly evaluation: EvaluationFacts | null;
  readonly shadow: ShadowFacts | null;
  readonly drills: readonly DrillFacts[];
  readonly lineage: LineageFacts | null;
  readonly target: TargetRunFacts | null;
  readonly serving: ServingFacts | null;
  /** Left out by measurements that are older than it; null: not assessed yet. */
  readonly licence?: LicenceFacts | null;
}

/** Null where the sources do not tell. Pure. */
export type Measurement = (sources: LockInSources) => MeasuredFact | null;
