// Where segments are kept: the rows of a project in pieces of about ten thousand, each with what was measured of it. Only
// a piece whose rows changed is measured again; the rest of a measurement is merging what is stored here.

export interface Segment {
  readonly id: string;
  /** Rows as delivered; edits and withdrawals are not counted off. */
  readonly rows: number;
  /** Bytes of their contents as JSON. */
  readonly bytes: number;
  /** Grows with every change of the segment's rows: rows added, withdrawn, edited, or an edit undone. */
  readonly revision: number;
  /** No further rows are added. */
  readonly closed: boolean;
  /** Null: never measured. */
  readonly measured: SegmentMeasurement | null;
}

export interface SegmentMeasurement {
  /** What was measured is of this revision; the segment is dirty when its own is greater. */
  readonly revision: number;
  /** What it was measured by and against: version of the engine, target, checks. Others measure again. */
  readonly engine: string;
  /** Of the rows as they stand, hex SHA-256. */
  readonly digest: string;
  readonly at: number;
}

export interface MeasuredBlobs {
  /** Mergeable states of all checks. */
  readonly states: Uint8Array;
  /** Facts of the rows, as Parquet. */
  readonly facts: Uint8Array;
}

export interface MeasuredSegment extends SegmentMeasurement, MeasuredBlobs {
  readonly projectId: string;
  readonly segmentId: string;
}

/** Rows changed since it was measured, or it was measured by another engine. */
export function isDirty({ revision, measured }: Segment, engine: string): boolean {
  return measured === null || measured.revision < revision || measured.engine !== engine;
}

export abstract class SegmentStore {
  /** By id: oldest first. */
  abstract list(projectId: string): Promise<readonly Segment[]>;
  /** Null: never measured. */
  abstract blobs(projectId: string, segmentId: string): Promise<MeasuredBlobs | null>;
  /** `revision` is the one listed before the rows were read: rows that came in meanwhile leave the segment dirty. */
  abstract saveMeasured(measured: MeasuredSegment): Promise<void>;
}
