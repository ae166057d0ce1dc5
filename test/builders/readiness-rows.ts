import type { ReadinessThresholds } from '../../src/kernel/policy.js';
import { type IntakeTally, noImports, noIntake } from '../../src/readiness/intake/intake-tally.js';
import { type DeclaredSplit, type KeyedExample, type Message, makeExample } from '../../src/readiness/rows/example.js';

export const someThresholds: ReadinessThresholds = {
  trainRowsMin: 50,
  trainRowsEnough: 500,
  holdoutRowsMin: 100,
  rowsPerClassMin: 10,
  malformedShareMax: 0.05,
  exactDuplicateShareMax: 0.1,
  nearDuplicateShareMax: 0.3,
  leakedHoldoutShareMax: 0.05,
  rarestClassShareOfEvenMin: 0.1,
  overLengthShareMax: 0.05,
};

interface RowParts {
  readonly text: string;
  readonly label?: string;
  readonly split?: DeclaredSplit;
  readonly line?: number;
  readonly origin?: KeyedExample['origin'];
  readonly originId?: string;
}

export function aRow({
  text,
  label = 'yes',
  split = 'train',
  line = 1,
  origin = 'import',
  originId,
}: RowParts): KeyedExample {
  const messages: Message[] = [
    { role: 'user', content: text },
    { role: 'assistant', content: label },
  ];
  const id = originId ?? (origin === 'import' ? 'imp_1' : 'exc_1');
  const content = { kind: 'chat', messages } as const;
  return makeExample(content, { origin, originId: id, line: origin === 'import' ? line : null, declaredSplit: split });
}

/** An intake in which nothing was lost: as many rows as are given, all of one upload. */
export function anIntake(rows: number, parts: Partial<IntakeTally> = {}): IntakeTally {
  const imports = { ...noImports, rows, accepted: rows };
  return { ...noIntake(), allImports: imports, standingImports: imports, ...parts };
}

/** Texts that are nobody's neighbour: each has its number in every word. */
export const apart = (at: number) => `alpha${at} beta${at} gamma${at} delta${at} omega${at}`;
export const rowsApart = (count: number, more: (at: number) => Partial<RowParts> = () => ({})) =>
  Array.from({ length: count }, (_, at) => aRow({ text: apart(at), line: at + 2, ...more(at) }));
