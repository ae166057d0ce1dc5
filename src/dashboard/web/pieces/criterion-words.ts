// What a criterion says, taken apart for the eye: a criterion that speaks for several checks says so in one text, check by
// check; here each gets a line of its own.

export interface CriterionWords {
  /** What stands before the first check; the whole text where it names none. */
  readonly lead: string;
  readonly checks: readonly { readonly code: string; readonly outcome: string; readonly text: string }[];
}

/** How the service names a check or a guardrail within a text: `F10 (fail): …`, `error-rate (inconclusive): …`. */
const checkMark = /\b([A-Z]\d{2}|[a-z]+(?:-[a-z]+)*) \((fail|inconclusive|error|warn)\): /g;

export function criterionWords(text: string): CriterionWords {
  const marks = [...text.matchAll(checkMark)];
  const [first] = marks;
  if (first === undefined) {
    return { lead: text, checks: [] };
  }
  const checks = marks.map((mark, at) => ({
    code: mark[1] ?? '',
    outcome: mark[2] ?? '',
    text: text.slice(mark.index + mark[0].length, marks[at + 1]?.index ?? text.length).trim(),
  }));
  return { lead: text.slice(0, first.index).trim().replace(/:$/, '.'), checks };
}

/** The same text as one sentence after another, with guardrails by their names instead of their ids. */
export function inPlainWords(text: string): string {
  const { lead, checks } = criterionWords(text);
  return [lead, ...checks.map((check) => `${nameOf(check.code)}: ${check.text}`)].join(' ');
}

/** @example 'Error rate' of 'error-rate'; a check keeps its code */
export function nameOf(code: string): string {
  return code.charAt(0).toUpperCase() + code.slice(1).replaceAll('-', ' ');
}

function shown(value: unknown): string {
  if (value === null || value === undefined) {
    return 'nothing';
  }
  return typeof value === 'number' ? value.toLocaleString('en', { maximumFractionDigits: 4 }) : String(value);
}

/** 'Measured 26, required 50 rows'; a requirement in words names its unit itself. */
export function measureWords(measured: unknown, required: unknown, unit: string): string {
  const isNumber = typeof required === 'number';
  const isShare = isNumber && unit.startsWith('share');
  const inPercent = (value: unknown) =>
    typeof value === 'number' ? `${(value * 100).toLocaleString('en', { maximumFractionDigits: 2 })} %` : shown(value);
  if (isShare) {
    const rest = unit.slice('share'.length);
    return `Measured ${inPercent(measured)}, required ${inPercent(required)}${rest}`;
  }
  return `Measured ${shown(measured)}, required ${shown(required)}${isNumber && unit !== '' ? ` ${unit}` : ''}`;
}
