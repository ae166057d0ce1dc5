// What is wrong with one row of an uploaded file, and where: enough to find and mend it with any editor.

/** Which check a fault belongs to. `row.*`: the row could not be read. All others: it was read and is no usable example. */
export const faultCodes = [
  'row.bytes',
  'row.csv',
  'row.json',
  'row.shape',
  'msg.structure',
  'msg.roles',
  'msg.ends-assistant',
  'msg.content-empty',
  'msg.unsupported',
  'msg.weight',
  'tool.calls',
  'pref.pair',
  'image.ref',
] as const;
export type FaultCode = (typeof faultCodes)[number];

/** A fault as its finder sees it, without the place of the row. */
export interface RowFault {
  readonly code: FaultCode;
  /** Path or column, such as `messages[1].content`; empty for the row as a whole. */
  readonly field: string;
  /** A sentence without content of the row: faults are shown to people who may not read it. */
  readonly reason: string;
  /** Of `row.bytes`: where in the file the first byte stands that is no UTF-8. */
  readonly badByte?: number;
}

export interface ImportFault extends RowFault {
  /** 1-based line of the file on which the row begins. */
  readonly line: number;
  /** Byte of the file at which the row begins, counted from 0. */
  readonly byteOffset: number;
}
