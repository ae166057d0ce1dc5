// The tables of this room, as both engines hold them: milliseconds in bigint, documents as JSON in text.

export interface ImportTable {
  id: string;
  project_id: string;
  file_name: string;
  format: string;
  split: string | null;
  state: string;
  total: number;
  accepted: number;
  rejected: number;
  duplicates: number;
  bytes: number;
  sha256: string | null;
  problem: string | null;
  tally: string;
  created_by: string;
  created_at: number;
  touched_at: number;
  finished_at: number | null;
}

export interface ImportFaultTable {
  import_id: string;
  line: number;
  byte_offset: number;
  field: string;
  code: string;
  reason: string;
}

export interface ExampleTable {
  project_id: string;
  row_key: string;
  prompt_key: string;
  origin: string;
  origin_id: string;
  line: number | null;
  declared_split: string;
  input: string;
  label: string | null;
  messages: string;
  created_at: number;
}

export interface CaptureIntakeTable {
  project_id: string;
  exchange_id: string;
  at: number;
  /** `taken`, `duplicate`, or the reason for which there is no example. */
  result: string;
}

export interface ReadinessReportTable {
  id: string;
  project_id: string;
  dataset_digest: string;
  verdict: string;
  document: string;
  created_at: number;
}

export interface DatasetTable {
  id: string;
  project_id: string;
  digest: string;
  train_rows: number;
  holdout_rows: number;
  manifest: string;
  frozen_at: number;
  frozen_by: string;
}

export interface DatasetRowTable {
  dataset_id: string;
  row_key: string;
  split: string;
  input: string;
  label: string | null;
  messages: string;
}

export interface ReadinessTables {
  imports: ImportTable;
  import_faults: ImportFaultTable;
  examples: ExampleTable;
  capture_intake: CaptureIntakeTable;
  readiness_reports: ReadinessReportTable;
  datasets: DatasetTable;
  dataset_rows: DatasetRowTable;
}
