// The tables of this room, as both engines hold them: milliseconds in bigint, documents as JSON in text, days as ISO text.

export interface TrafficDayTable {
  project_id: string;
  day: string;
  /** JSON of TrafficState. */
  document: string;
  updated_at: number;
}

export interface CursorTable {
  project_id: string;
  /** Grows with every batch: of two that read the same calls one writes nothing. */
  revision: number;
  newest_id: string;
  newest_at: number;
  /** JSON: when each feature was seen first. */
  document: string;
}

/** Calls of the last hour that were read: they may come again beside late ones. */
export interface SeenTable {
  project_id: string;
  exchange_id: string;
}

export interface FactTable {
  id: string;
  project_id: string;
  indicator_id: string;
  observed_at: number;
  recorded_at: number;
  document: string;
}

export interface ProfileTable {
  digest: string;
  document: string;
}

export interface DayTable {
  project_id: string;
  day: string;
  at: number;
  score: number;
  low: number;
  high: number;
  confidence: number;
  document: string;
  /** JSON of what the score changed by since the day before, and from what; null: there was none, or it was not noted. */
  change_parts: string | null;
}

export interface StatusTable {
  project_id: string;
  measured_at: number;
  score: number;
  low: number;
  high: number;
  confidence: number;
  band: string | null;
  days_to_shutdown: number | null;
  is_forced: number;
  document: string;
}

export interface InvoiceTable {
  id: string;
  project_id: string;
  from_at: number;
  until_at: number;
  document: string;
  created_by: string;
  created_at: number;
}

export interface DrillTable {
  id: string;
  project_id: string;
  at: number;
  /** What it was told by, such as `history:12` or its own id: told twice it is kept once. */
  source: string;
  document: string;
}

export interface DocumentTable {
  project_id: string;
  kind: string;
  id: string;
  document: string;
  updated_by: string;
  updated_at: number;
}

export interface AlertAcknowledgementTable {
  project_id: string;
  alert_key: string;
  acknowledged_by: string;
  reason: string;
  at: number;
  until: number;
}

export interface LockInTables {
  lock_in_traffic: TrafficDayTable;
  lock_in_cursors: CursorTable;
  lock_in_seen: SeenTable;
  lock_in_facts: FactTable;
  lock_in_profiles: ProfileTable;
  lock_in_days: DayTable;
  lock_in_status: StatusTable;
  lock_in_invoices: InvoiceTable;
  lock_in_drills: DrillTable;
  lock_in_documents: DocumentTable;
  lock_in_acknowledgements: AlertAcknowledgementTable;
}
