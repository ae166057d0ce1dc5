// Reads one policy document: every number stands as { value, reason }, because a threshold without a reason can be
// neither defended nor changed. Finds all faults of a document, each with its dotted path. Pure.
import { type GateName, gateNames, type Policy, type ReasonedPolicy } from '../../kernel/policy.js';

export interface PolicyFault {
  readonly path: string;
  readonly reason: string;
}

interface Bounds {
  readonly min: number;
  readonly max: number;
  readonly whole: boolean;
}

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isReasoned = (value: unknown): value is Record<string, unknown> => isMap(value) && 'value' in value;

function leafPaths(node: unknown, path: string): string[] {
  if (!isMap(node) || isReasoned(node)) {
    return [path];
  }
  return Object.entries(node).flatMap(([key, child]) => leafPaths(child, path === '' ? key : `${path}.${key}`));
}

class Reader {
  readonly faults: PolicyFault[] = [];
  readonly reasons: Record<string, string> = {};
  private readonly asked = new Set<string>();

  constructor(private readonly document: unknown) {}

  text(path: string): string {
    const value = this.at(path);
    if (typeof value !== 'string' || value.trim() === '') {
      this.fault(path, 'must be a text');
    }
    return String(value).trim();
  }

  count(path: string, min: number, max = 1_000_000_000): number {
    return this.number(path, { min, max, whole: true });
  }

  /** A share of one. */
  share(path: string, min = 0, max = 1): number {
    return this.number(path, { min, max, whole: false });
  }

  ratio(path: string, min: number, max: number): number {
    return this.number(path, { min, max, whole: false });
  }

  has(path: string): boolean {
    return this.at(path) !== undefined;
  }

  flag(path: string): boolean {
    const value = this.reasoned(path);
    if (value !== undefined && typeof value !== 'boolean') {
      this.fault(path, 'must be true or false');
    }
    return value === true;
  }

  /** Percentages between 0 and 100, both excluded, each greater than the one before. */
  weights(path: string): number[] {
    const value = this.reasoned(path);
    const numbers = Array.isArray(value) ? value.filter((one): one is number => typeof one === 'number') : [];
    const ascends = numbers.every((weight, index) => weight > (numbers[index - 1] ?? 0) && weight < 100);
    if (value !== undefined && (!Array.isArray(value) || numbers.length !== value.length || numbers.length === 0)) {
      this.fault(path, 'must be a list of at least one number');
    } else if (!ascends) {
      this.fault(path, 'must ascend, from above 0 to below 100: the full weight is the soak, not a step');
    }
    return numbers;
  }

  fault(path: string, reason: string): void {
    this.faults.push({ path, reason });
  }

  /** What stands in the document and was asked for by nobody has no effect, so it is a mistake. */
  refuseTheRest(): void {
    for (const path of leafPaths(this.document, '')) {
      if (!this.asked.has(path)) {
        this.fault(path, 'is not a part of a policy');
      }
    }
  }

  private number(path: string, bounds: Bounds): number {
    const value = this.reasoned(path);
    if (value === undefined) {
      return Number.NaN;
    }
    if (typeof value !== 'number' || !(value >= bounds.min && value <= bounds.max)) {
      this.fault(path, `must be a number from ${bounds.min} to ${bounds.max}`);
      return Number.NaN;
    }
    if (bounds.whole && !Number.isInteger(value)) {
      this.fault(path, 'must be a whole number');
    }
    return value;
  }

  private reasoned(path: string): unknown {
    const node = this.at(path);
    if (!isReasoned(node)) {
      this.fault(path, node === undefined ? 'is missing' : 'must be written as { value: …, reason: "…" }');
      return undefined;
    }
    const reason = typeof node.reason === 'string' ? node.reason.trim() : '';
    if (reason === '') {
      this.fault(path, 'has no reason');
    }
    for (const extra of Object.keys(node).filter((key) => key !== 'value' && key !== 'reason')) {
      this.fault(path, `holds ${extra}, where only value and reason belong`);
    }
    this.reasons[path] = reason;
    return node.value;
  }

  private at(path: string): unknown {
    this.asked.add(path);
    return path.split('.').reduce<unknown>((node, key) => (isMap(node) ? node[key] : undefined), this.document);
  }
}

function readApprovals(read: Reader): Policy['approvals'] {
  const required = Object.fromEntries(
    gateNames.map((gate) => [gate, read.count(`approvals.requiredPerGate.${gate}`, gate === 'intake' ? 1 : 0, 20)]),
  );
  return {
    requiredPerGate: required as Record<GateName, number>,
    expireAfterHours: read.count('approvals.expireAfterHours', 1, 8760),
    preventSelfReview: read.flag('approvals.preventSelfReview'),
  };
}

function readReadiness(read: Reader): Policy['readiness'] {
  return {
    trainRowsMin: read.count('readiness.trainRowsMin', 10),
    trainRowsEnough: read.count('readiness.trainRowsEnough', 10),
    holdoutRowsMin: read.count('readiness.holdoutRowsMin', 1),
    rowsPerClassMin: read.count('readiness.rowsPerClassMin', 1),
    malformedShareMax: read.share('readiness.malformedShareMax'),
    exactDuplicateShareMax: read.share('readiness.exactDuplicateShareMax'),
    nearDuplicateShareMax: read.share('readiness.nearDuplicateShareMax'),
    leakedHoldoutShareMax: read.share('readiness.leakedHoldoutShareMax'),
    rarestClassShareOfEvenMin: read.share('readiness.rarestClassShareOfEvenMin'),
    overLengthShareMax: read.share('readiness.overLengthShareMax'),
  };
}

function readEvaluation(read: Reader): Policy['evaluation'] {
  return {
    nonInferiorityMargin: read.share('evaluation.nonInferiorityMargin', 0.001, 0.5),
    alpha: read.share('evaluation.alpha', 0.0001, 0.2),
    power: read.share('evaluation.power', 0.5, 0.999),
    pairsMin: read.count('evaluation.pairsMin', 1),
  };
}

function readShadow(read: Reader): Policy['shadow'] {
  return {
    pairsMin: read.count('shadow.pairsMin', 1),
    agreementMin: read.share('shadow.agreementMin'),
    failureShareMax: read.share('shadow.failureShareMax'),
  };
}

function readRollout(read: Reader): Policy['rollout'] {
  return {
    weightsPercent: read.weights('rollout.weightsPercent'),
    minutesPerStepMin: read.count('rollout.minutesPerStepMin', 0),
    candidateExchangesPerStepMin: read.count('rollout.candidateExchangesPerStepMin', 1),
    soakMinutesMin: read.count('rollout.soakMinutesMin', 0),
    soakExchangesMin: read.count('rollout.soakExchangesMin', 1),
    rollbackWindowDays: read.count('rollout.rollbackWindowDays', 0, 3650),
  };
}

function readGuardrails(read: Reader): Policy['guardrails'] {
  return {
    windowMinutes: read.count('guardrails.windowMinutes', 1, 10_080),
    exchangesMin: read.count('guardrails.exchangesMin', 1),
    errorRateExcessMax: read.share('guardrails.errorRateExcessMax'),
    latencyP95RatioMax: read.ratio('guardrails.latencyP95RatioMax', 1, 100),
    latencyMsP95Harmless: read.count('guardrails.latencyMsP95Harmless', 0),
    blindMinutesMax: read.count('guardrails.blindMinutesMax', 1, 10_080),
  };
}

/** A policy may be older than this part of it. */
function readLockIn(read: Reader): Pick<Policy, 'lockIn'> {
  if (!read.has('lockIn')) {
    return {};
  }
  return {
    lockIn: {
      scoreMax: read.ratio('lockIn.scoreMax', 1, 100),
      scoreDaysOldMax: read.count('lockIn.scoreDaysOldMax', 1, 366),
      wayBackSpareDaysMin: read.count('lockIn.wayBackSpareDaysMin', 0, 3650),
    },
  };
}

/** The policy with its reasons, or everything that is wrong with the document. */
export function readPolicy(document: unknown): ReasonedPolicy | PolicyFault[] {
  const read = new Reader(document);
  const policy: Policy = {
    name: read.text('name'),
    description: read.text('description'),
    approvals: readApprovals(read),
    gateRunExpiresAfterHours: read.count('gateRunExpiresAfterHours', 1, 8760),
    readiness: readReadiness(read),
    evaluation: readEvaluation(read),
    shadow: readShadow(read),
    rollout: readRollout(read),
    guardrails: readGuardrails(read),
    ...readLockIn(read),
  };
  if (policy.readiness.trainRowsMin > policy.readiness.trainRowsEnough) {
    read.fault('readiness.trainRowsMin', 'must not be above readiness.trainRowsEnough');
  }
  read.refuseTheRest();
  return read.faults.length === 0 ? { policy, reasons: read.reasons } : read.faults;
}
