// Two reports on one project: what got better, what got worse, where rows were gained and lost.
import type { CheckOutcome } from '../check.js';
import type { ReadinessVerdict } from '../judging/readiness-verdict.js';
import type { Finding, ReadinessReport } from './readiness-report.js';

export interface ComparedSide {
  readonly reportId: string;
  readonly createdAt: number;
  readonly verdict: ReadinessVerdict;
  readonly datasetId: string | null;
  readonly datasetDigest: string | null;
  readonly usableTrainRows: number;
  readonly holdoutRows: number;
}

export interface ComparedOutcome {
  readonly outcome: CheckOutcome;
  readonly value: number | null;
  readonly unit: string;
}

/** `moved`: the same outcome with another value. `new` and `gone`: asked in one of the two only. */
export type CheckMove = 'better' | 'worse' | 'moved' | 'same' | 'new' | 'gone';

export interface ComparedCheck {
  readonly checkId: string;
  readonly name: string;
  readonly question: string;
  readonly blocking: boolean;
  readonly move: CheckMove;
  readonly before: ComparedOutcome | null;
  readonly after: ComparedOutcome | null;
  /** False: the check asks otherwise now, so the values do not compare. */
  readonly isSameMethod: boolean;
}

export interface ComparedCount {
  readonly name: string;
  /** Null: not there. */
  readonly before: number | null;
  readonly after: number | null;
}

/** Row keys of one side of two data sets. */
export interface RowMoves {
  readonly gained: number;
  readonly lost: number;
  readonly stayed: number;
}

export interface ReportComparison {
  readonly from: ComparedSide;
  readonly to: ComparedSide;
  /** What changed most first. */
  readonly checks: readonly ComparedCheck[];
  readonly funnel: readonly ComparedCount[];
  /** Rows lost by reason. */
  readonly losses: readonly ComparedCount[];
  /** Null: a data set is not there, or too large to be compared row by row here. */
  readonly rows: { readonly train: RowMoves; readonly holdout: RowMoves } | null;
}

/** What is not known is between good and bad; what somebody answers for counts as the warning that it is. */
const badness: Readonly<Record<CheckOutcome, number>> = {
  pass: 0,
  skipped: 1,
  waived: 2,
  warn: 2,
  inconclusive: 3,
  fail: 4,
  error: 4,
};

const moveOrder: readonly CheckMove[] = ['worse', 'better', 'moved', 'new', 'gone', 'same'];

export function compareReports(
  from: ReadinessReport,
  to: ReadinessReport,
  rows: ReportComparison['rows'],
): ReportComparison {
  const ids = [...new Set([...from.findings, ...to.findings].map(({ checkId }) => checkId))];
  const checks = ids
    .flatMap((id) => comparedCheck(findingOf(from, id), findingOf(to, id)))
    .sort(
      (left, right) =>
        moveOrder.indexOf(left.move) - moveOrder.indexOf(right.move) || (left.checkId < right.checkId ? -1 : 1),
    );
  return {
    from: sideOf(from),
    to: sideOf(to),
    checks,
    funnel: comparedCounts(
      from.funnel.map(({ step, rows: left }) => [step, left]),
      to.funnel.map(({ step, rows: left }) => [step, left]),
    ),
    losses: comparedCounts(lossesOf(from), lossesOf(to)),
    rows,
  };
}

/** @param before row keys of one side, @param after of the same side later */
export function rowMoves(before: Iterable<string>, after: Iterable<string>): RowMoves {
  const [old, now] = [new Set(before), new Set(after)];
  const stayed = [...now].filter((key) => old.has(key)).length;
  return { gained: now.size - stayed, lost: old.size - stayed, stayed };
}

const findingOf = ({ findings }: ReadinessReport, id: string) => findings.find(({ checkId }) => checkId === id) ?? null;

function sideOf(report: ReadinessReport): ComparedSide {
  const { id: reportId, createdAt, verdict, datasetId, datasetDigest, usableTrainRows, holdoutRows } = report;
  return { reportId, createdAt, verdict, datasetId, datasetDigest, usableTrainRows, holdoutRows };
}

function comparedCheck(before: Finding | null, after: Finding | null): ComparedCheck[] {
  const shown = after ?? before;
  if (shown === null) {
    return [];
  }
  const { checkId, name, question, blocking } = shown;
  const isSameMethod = before !== null && after !== null && before.methodVersion === after.methodVersion;
  const move = moveOf(before, after);
  return [
    { checkId, name, question, blocking, move, before: outcomeOf(before), after: outcomeOf(after), isSameMethod },
  ];
}

function moveOf(before: Finding | null, after: Finding | null): CheckMove {
  if (before === null || after === null) {
    return before === null ? 'new' : 'gone';
  }
  const change = badness[after.outcome] - badness[before.outcome];
  if (change !== 0) {
    return change > 0 ? 'worse' : 'better';
  }
  return before.value === after.value ? 'same' : 'moved';
}

function outcomeOf(finding: Finding | null): ComparedOutcome | null {
  return finding === null ? null : { outcome: finding.outcome, value: finding.value, unit: finding.unit };
}

function lossesOf({ funnel }: ReadinessReport): [string, number][] {
  return funnel.flatMap(({ removed }) => removed.map(({ reason, rows }): [string, number] => [reason, rows]));
}

/** In the order of the later one; what is there no more comes last. */
function comparedCounts(
  before: readonly (readonly [string, number])[],
  after: readonly (readonly [string, number])[],
): ComparedCount[] {
  const [old, now] = [new Map(before), new Map(after)];
  return [...new Set([...now.keys(), ...old.keys()])].map((name) => ({
    name,
    before: old.get(name) ?? null,
    after: now.get(name) ?? null,
  }));
}
