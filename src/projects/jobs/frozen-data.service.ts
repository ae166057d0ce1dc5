// The data set that a project's gate was approved on, and what was trained on it: by measured evidence alone.
import { Injectable } from '@nestjs/common';
import type { EvidenceKind } from '../../kernel/evidence.js';
import { DatasetReader, type DatasetRow } from '../../readiness/datasets/dataset-reader.js';
import { ProjectRecords } from '../project-store.js';

export interface FrozenData {
  readonly datasetId: string;
  readonly datasetDigest: string;
  /** Of the candidate that the newest training run made or found; null before there is one. */
  readonly artefactDigest: string | null;
}

type Said = Partial<Record<'datasetId' | 'datasetDigest' | 'artefactDigest', string | null>>;

export interface LabelledRow extends DatasetRow {
  readonly label: string;
}

@Injectable()
export class FrozenDataReader {
  constructor(
    private readonly records: ProjectRecords,
    private readonly datasets: DatasetReader,
  ) {}

  /** Null when no data set has been frozen. A run that names its own data set is believed before a newer measurement. */
  async of(projectId: string): Promise<FrozenData | null> {
    const evidence = await this.records.rulingEvidence(projectId, ['dataset.frozen', 'training.run']);
    const said = (kind: EvidenceKind): Said =>
      (evidence.find((one) => one.kind === kind && one.source === 'measured')?.value ?? {}) as Said;
    const frozen = said('dataset.frozen');
    const run = said('training.run');
    const datasetId = run.datasetId ?? frozen.datasetId;
    const datasetDigest = run.datasetDigest ?? frozen.datasetDigest;
    return datasetId && datasetDigest ? { datasetId, datasetDigest, artefactDigest: run.artefactDigest ?? null } : null;
  }

  /** The newest frozen data set, whatever was trained before. */
  async newest(projectId: string): Promise<Pick<FrozenData, 'datasetId' | 'datasetDigest'> | null> {
    const [frozen] = await this.records.rulingEvidence(projectId, ['dataset.frozen']);
    const { datasetId, datasetDigest } = (frozen?.value ?? {}) as Said;
    return datasetId && datasetDigest ? { datasetId, datasetDigest } : null;
  }

  /** The rows of one side whose right answer is known. */
  async labelledRows(datasetId: string, split: 'train' | 'holdout'): Promise<LabelledRow[]> {
    const rows = await this.datasets.rowsOf(datasetId, split);
    return rows.flatMap((row) => (row.label === null ? [] : [{ ...row, label: row.label }]));
  }
}
