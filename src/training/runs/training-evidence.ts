// What a run that has ended says as evidence. A failed one is evidence too: it stands in the way of an older success.
import { digestOf } from '../../kernel/digest.js';
import type { EvidenceDraft } from '../../kernel/evidence.js';
import { servedModelOf, type TrainingRun } from './training-run.js';

/** Evidence of kind `training.run`. */
export function trainingEvidence(run: TrainingRun, now: number): EvidenceDraft {
  const {
    id: runId,
    recipe,
    datasetId,
    datasetDigest,
    artefactId,
    artefactDigest,
    trainRows,
    trainSeconds,
    state,
  } = run;
  return {
    kind: 'training.run',
    source: 'measured',
    measuredAt: now,
    inputsDigest: digestOf({ recipe, datasetDigest }),
    methodVersion: `${recipe}/1`,
    outcome: state === 'succeeded' ? 'pass' : 'fail',
    value: {
      runId,
      recipe,
      datasetId,
      datasetDigest,
      artefactId,
      artefactDigest,
      trainRows,
      trainSeconds,
      servedModel: artefactId === null ? null : servedModelOf(artefactId),
      state,
      failure: run.failure,
    },
  };
}
