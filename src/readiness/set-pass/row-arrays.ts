// The joined rows as numbers, one array a column, in the order of the files: what the walk over the texts needs to know of
// each row.

export interface RowArrays {
  readonly count: number;
  /** Place in canonical order, from 1. */
  readonly place: Int32Array;
  /** Place of the first row with the same prompt on the same side. */
  readonly firstPlace: Int32Array;
  /** Of `standings`. */
  readonly standing: Uint8Array;
  /** Stands for the label: rows with the same normal answer have the same number. */
  readonly label: Float64Array;
}

/** `0`: takes no part in finding near duplicates. */
export const standings = { none: 0, train: 1, keptTrain: 2, keptHoldout: 3 } as const;

/** As SQL has it, over `placed`. */
export const standingSql = `CASE WHEN side = 'train' AND fate = 'kept' THEN ${standings.keptTrain}
  WHEN side = 'train' AND fate <> 'outranked' THEN ${standings.train}
  WHEN fate = 'kept' THEN ${standings.keptHoldout} ELSE ${standings.none} END`;

export function makeRowArrays(count: number): RowArrays {
  return {
    count,
    place: new Int32Array(count),
    firstPlace: new Int32Array(count),
    standing: new Uint8Array(count),
    label: new Float64Array(count),
  };
}

/** Rows that are not the first with their text on their side bring no new text. */
export function isFirst(rows: RowArrays, row: number): boolean {
  return rows.place[row] === rows.firstPlace[row];
}
