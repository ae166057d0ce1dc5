// Near duplicates of an assembled set, found once for the checks that ask: among the training rows as delivered, and
// between these and the hold-out.
import type { AssembledDataset } from '../assemble-dataset.js';
import type { CheckedRow, NearFacts } from '../check.js';
import { addEvidence, type EvidenceSample, noEvidence } from '../judging/evidence-sample.js';
import { normalText } from '../rows/normal-form.js';
import { nearGroups } from './near-duplicates.js';

export function findNear({ rows }: AssembledDataset): NearFacts {
  const train = rows.filter((row) => row.side === 'train' && row.fate !== 'outranked');
  const holdout = rows.filter((row) => row.side === 'holdout' && row.fate === 'kept');
  const groups = nearGroups(train.map((row) => normalText(row.input)));
  let removableSample: EvidenceSample = noEvidence;
  for (const [place, row] of train.entries()) {
    if (groups.leaders[place] !== place) {
      removableSample = addEvidence(removableSample, 'U03', row);
    }
  }
  let nearHoldoutSample: EvidenceSample = noEvidence;
  let left = 0;
  for (const row of holdout) {
    const neighbours = nearRows(groups.index.probe(-1, normalText(row.input)), train);
    if (neighbours.length > 0) {
      nearHoldoutSample = addEvidence(nearHoldoutSample, 'L02', row);
      left += neighbours.some((neighbour) => neighbour.fate === 'kept') ? 1 : 0;
    }
  }
  return {
    trainRows: train.length,
    removableTrainRows: groups.removable,
    pairs: groups.pairs,
    largestCluster: groups.largestCluster,
    holdoutRows: holdout.length,
    nearHoldoutRows: nearHoldoutSample.total,
    nearHoldoutRowsLeft: left,
    complete: groups.index.complete,
    removableSample,
    nearHoldoutSample,
  };
}

function nearRows(pairs: readonly { left: number }[], train: readonly CheckedRow[]): CheckedRow[] {
  return pairs.flatMap(({ left }) => train[left] ?? []);
}
