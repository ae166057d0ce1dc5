import type { Check } from '../../check.js';
import { addEvidence, type EvidenceSample, mergeEvidence, noEvidence } from '../../judging/evidence-sample.js';
import { counted, percent, plural } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { detail, shareMeasured, skippedMeasured } from '../../judging/measured.js';
import { addKey, emptyTop, mergeTop, type TopKeys } from '../../states/top-keys.js';

interface SchemaTally {
  checked: number;
  faulty: number;
  sample: EvidenceSample;
  /** Which tools a row declares, by their names. */
  readonly toolSets: TopKeys;
}

export const toolCallsFollowTheirSchemas: Check<SchemaTally> = {
  id: 'F12',
  name: 'tool.schema',
  version: 1,
  question: 'Do the arguments of calls follow the schemas of their tools?',
  why: 'Arguments that the tool refuses are refused in production too, once the model has learnt them.',
  source: 'OpenPipe intends it; the bounds are ours.',
  blocking: false,
  measure: {
    start: () => ({ checked: 0, faulty: 0, sample: noEvidence, toolSets: emptyTop() }),
    add: (tally, { example, schema }) => {
      tally.checked += schema.callsChecked;
      tally.faulty += schema.callsFaulty;
      if (schema.callsFaulty > 0) {
        tally.sample = addEvidence(tally.sample, 'F12', example);
      }
      if (example.tools.length > 0) {
        addKey(
          tally.toolSets,
          example.tools
            .map((tool) => tool.name)
            .sort()
            .join(' '),
        );
      }
      return tally;
    },
    merge: (left, right) => {
      left.checked += right.checked;
      left.faulty += right.faulty;
      left.sample = mergeEvidence(left.sample, right.sample);
      mergeTop(left.toolSets, right.toolSets);
      return left;
    },
    finish: ({ checked, faulty, sample, toolSets }) =>
      checked === 0
        ? skippedMeasured('share', 'No call of a tool has a schema that it could be validated against.')
        : {
            ...shareMeasured(
              { numerator: faulty, denominator: checked },
              { sample, details: { toolSets: toolSets.counts.size } },
            ),
            effect: sample.total === 0 ? null : { rows: -sample.total, tokens: null, metricAfter: 0 },
          },
  },
  judge: (measured, limits) => {
    if (measured.skipped !== null) {
      return judgeByLimits({ measured, limits, found: '' });
    }
    const sets = plural(detail(measured, 'toolSets'), 'set');
    const found = `${counted(measured.numerator ?? 0)} of ${counted(measured.denominator ?? 0)} calls (${percent(measured.value ?? 0)}) break the schema of their tool. Rows declare ${sets} of tools.`;
    return judgeByLimits({ measured, limits, found });
  },
  remedy: 'Drop the rows that are shown, or correct the arguments; declare the same tools in every row of a task.',
  action: 'drop-by-row-keys',
};
