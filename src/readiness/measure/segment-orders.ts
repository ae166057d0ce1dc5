// What the thread that measures segments and judges is told, and what it answers.
import type { Example } from '../rows/example.js';
import type { ReadinessMeasurement, ReadinessQuestion } from './measure-question.js';
import type { JudgedSegment, MeasuredSegmentRows, SegmentOptions } from './segment-meter.js';

export type SegmentWork =
  | { readonly kind: 'measure'; readonly options: SegmentOptions }
  | { readonly kind: 'judge'; readonly question: ReadinessQuestion; readonly expectedRows: number };

export type SegmentOrder =
  /** Begins a new task; the one before is over. What it writes stands in the folder, which whoever asks removes. */
  | { readonly kind: 'begin'; readonly work: SegmentWork; readonly folder: string }
  | { readonly kind: 'rows'; readonly rows: readonly Example[] }
  | { readonly kind: 'segment'; readonly segment: JudgedSegment }
  | { readonly kind: 'end' };

export type SegmentAnswer =
  /** Ready for more: nobody runs ahead of the thread. */
  | { readonly kind: 'taken' }
  | { readonly kind: 'measured'; readonly measured: MeasuredSegmentRows }
  | { readonly kind: 'judged'; readonly measurement: ReadinessMeasurement };
