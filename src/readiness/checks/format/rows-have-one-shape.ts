import type { Check } from '../../check.js';
import type { IntakeFile } from '../../intake/intake-tally.js';
import type { EvidenceRow } from '../../judging/evidence-sample.js';
import { plural } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { countMeasured, unmeasured } from '../../judging/measured.js';
import type { ExampleKind } from '../../rows/example.js';

type Kinds = Map<ExampleKind, number>;

const evidenceOf = ({ importId, mixedFromLine, shapes }: IntakeFile): EvidenceRow => ({
  rowKey: null,
  origin: 'import',
  originId: importId,
  line: mixedFromLine,
  excerpt: `From this line on the file mixes ${Object.keys(shapes).sort().join(', ')}.`,
});

/** A table of texts with labels and a file of chats go together: both become chats. Within one file shapes never mix. */
export const rowsHaveOneShape: Check<Kinds> = {
  id: 'F06',
  name: 'row.shape',
  version: 1,
  question: 'Have all rows one shape?',
  why: 'A file of several shapes is mostly two exports in one, and a trainer reads one of them or stops.',
  source: 'Together refuses files whose lines have different formats.',
  blocking: true,
  measure: {
    start: () => new Map(),
    add: (kinds, { example: { kind } }) => kinds.set(kind, (kinds.get(kind) ?? 0) + 1),
    merge: (left, right) => {
      for (const [kind, rows] of right) {
        left.set(kind, (left.get(kind) ?? 0) + rows);
      }
      return left;
    },
    finish: (kinds, { intake }) => {
      if (kinds.size === 0) {
        return unmeasured('shapes');
      }
      const shapesOfFiles = intake.files.map((file) => Object.keys(file.shapes).sort());
      const mostMixed = shapesOfFiles.reduce((most, shapes) => (shapes.length > most.length ? shapes : most), []);
      const named = [...kinds].sort(([left], [right]) => (left < right ? -1 : 1)).map(([kind]) => kind);
      const shapes = mostMixed.length > named.length ? mostMixed : named;
      const foreign = intake.standingImports.rejectedByCode['row.shape'] ?? 0;
      const mixed = intake.files.flatMap((file) => (file.mixedFromLine === null ? [] : [evidenceOf(file)]));
      return {
        ...countMeasured({ value: shapes.length, unit: 'shapes' }, { details: { shapes: shapes.join(', '), foreign } }),
        evidence: mixed.slice(0, 50),
        evidenceTotal: mixed.length,
      };
    },
  },
  judge: (measured, limits) => {
    const { shapes = '', foreign = 0 } = measured.details;
    const refused = Number(foreign) === 0 ? '' : ` ${plural(Number(foreign), 'row')} of no known shape were left out.`;
    const found = `The rows have ${plural(measured.value ?? 0, 'shape')}: ${shapes}.${refused}`;
    return judgeByLimits({ measured, limits, found });
  },
  remedy: 'Split the file by shape, and upload what belongs to this task.',
  action: null,
};
