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
  bytes_total: number | null;
  /** JSON of a RightsDeclaration. */
  rights: string | null;
  /** JSON of FileFacts. */
  file_facts: string | null;
  resumed_from: string | null;
  withdrawn_at: number | null;
  withdrawn_by: string | null;
  withdrawn_reason: string | null;
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
  kind: string;
  /** JSON of what only some rows have: the answer liked less, tools, traits. */
  extras: string | null;
  byte_offset: number | null;
  segment_id: string | null;
  withdrawn_at: number | null;
}

export interface SegmentTable {
  project_id: string;
  id: string;
  row_count: number;
  byte_count: number;
  /** Grows with every change of the segment's rows. */
  revision: number;
  /** The revision that `states` and `facts` were measured at. */
  measured_revision: number | null;
  digest: string | null;
  engine: string | null;
  states: Uint8Array | null;
  facts: Uint8Array | null;
  closed: number;
  created_at: number;
  measured_at: number | null;
}

/** Who else delivered a row that was there already. */
export interface RowDeliveryTable {
  project_id: string;
  declared_split: string;
  row_key: string;
  origin: string;
  origin_id: string;
  line: number | null;
}

export interface RowImageTable {
  project_id: string;
  sha256: string;
  media_type: string;
  bytes: Uint8Array;
  facts: string;
  created_at: number;
}

/** Which uploads brought a picture. */
export interface RowImageDeliveryTable {
  project_id: string;
  import_id: string;
  sha256: string;
}

export interface CurationStepTable {
  id: string;
  project_id: string;
  sequence: number;
  action: string;
  parameters: string;
  effect: string;
  reason: string;
  digest_before: string | null;
  created_by: string;
  created_at: number;
  /** Null: its edits are still being written, and none of them counts. */
  applied_at: number | null;
  edits: number;
  undone_by: string | null;
  undone_at: number | null;
}

export interface RowEditTable {
  step_id: string;
  project_id: string;
  declared_split: string;
  row_key: string;
  change: string;
  /** JSON of RowContent. */
  replacement: string | null;
  new_row_key: string | null;
  move_to: string | null;
  /** JSON list of the segments whose rows it changes. */
  segments: string;
}

export interface WaiverTable {
  id: string;
  project_id: string;
  check_id: string;
  granted_by: string;
  reason: string;
  until: number;
  created_at: number;
  withdrawn_by: string | null;
  withdrawn_at: number | null;
}

export interface AcknowledgementTable {
  id: string;
  project_id: string;
  source: string;
  target_digest: string;
  acknowledged_by: string;
  reason: string;
  at: number;
  withdrawn_by: string | null;
  withdrawn_at: number | null;
}

export interface StatusRowTable {
  project_id: string;
  document: string;
  updated_at: number;
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
  kind: string;
  extras: string | null;
}

export interface LearningTable {
  project_id: string;
  row_count: number;
  digest: string;
  document: string;
  measured_at: number;
}

export interface PlanTable {
  project_id: string;
  document: string;
  declared_by: string;
  declared_at: number;
}

export interface ReadinessTables {
  readiness_learning: LearningTable;
  readiness_plans: PlanTable;
  imports: ImportTable;
  import_faults: ImportFaultTable;
  examples: ExampleTable;
  capture_intake: CaptureIntakeTable;
  readiness_reports: ReadinessReportTable;
  datasets: DatasetTable;
  dataset_rows: DatasetRowTable;
  readiness_segments: SegmentTable;
  row_deliveries: RowDeliveryTable;
  row_images: RowImageTable;
  row_image_deliveries: RowImageDeliveryTable;
  curation_steps: CurationStepTable;
  row_edits: RowEditTable;
  readiness_waivers: WaiverTable;
  rights_acknowledgements: AcknowledgementTable;
  readiness_status: StatusRowTable;
}
