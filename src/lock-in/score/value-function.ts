// From a fact to a risk between 0 and 1, on a scale that is fixed once: the same fact has the same risk, whatever the
// others are. Between the points of a line the risk is linear, beyond its ends it stays.

export interface LineValue {
  readonly kind: 'line';
  readonly unit: string;
  /** [fact, risk], facts ascending. */
  readonly points: readonly (readonly [number, number])[];
}

export interface ChoiceValue {
  readonly kind: 'choice';
  /** Answer to risk. */
  readonly risks: Readonly<Record<string, number>>;
}

export type ValueFunction = LineValue | ChoiceValue;
export type FactValue = number | string;

export function line(unit: string, ...points: readonly (readonly [number, number])[]): LineValue {
  return { kind: 'line', unit, points };
}

export function choice(risks: Readonly<Record<string, number>>): ChoiceValue {
  return { kind: 'choice', risks };
}

/** Null for a fact that is no value of the function: a word it does not know, a number that is not finite. */
export function riskOf(value: ValueFunction, fact: FactValue): number | null {
  if (value.kind === 'choice') {
    return typeof fact === 'string' && Object.hasOwn(value.risks, fact) ? (value.risks[fact] ?? null) : null;
  }
  return typeof fact === 'number' && Number.isFinite(fact) ? onLine(value.points, fact) : null;
}

function onLine(points: LineValue['points'], fact: number): number | null {
  const after = points.findIndex(([at]) => at >= fact);
  const last = points.at(-1);
  if (after === -1) {
    return last?.[1] ?? null;
  }
  const [upperAt, upperRisk] = points[after] ?? [fact, 0];
  const lower = points[after - 1];
  if (lower === undefined || upperAt === fact) {
    return upperRisk;
  }
  const [lowerAt, lowerRisk] = lower;
  return lowerRisk + ((upperRisk - lowerRisk) * (fact - lowerAt)) / (upperAt - lowerAt);
}
